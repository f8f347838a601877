import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  heading: {
    margin: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalSNudge,
  },
});

interface CallSectionProps {
  readonly title: string;
  /** In place of the title's own heading. */
  readonly heading?: ReactNode;
  readonly children: ReactNode;
}

/** Some calls under a heading. */
export function CallSection({ title, heading, children }: CallSectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      {heading ?? (
        <Text as="h3" block id={id} className={styles.heading}>
          {title}
        </Text>
      )}
      <ul
        className={styles.list}
        {...(heading === undefined ? { 'aria-labelledby': id } : { 'aria-label': title })}
      >
        {children}
      </ul>
    </div>
  );
}
