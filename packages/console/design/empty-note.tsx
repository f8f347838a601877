import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  note: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXL}`,
    color: tokens.colorNeutralForeground2,
  },
  icon: {
    fontSize: '40px',
    lineHeight: 0,
    color: tokens.colorBrandForeground1,
    marginBottom: tokens.spacingVerticalXS,
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

export interface EmptyNoteProps {
  readonly icon?: ReactElement | undefined;
  readonly title: string;
  readonly hint?: string | undefined;
}

/** What stands where there is nothing to show, and what to do about it. */
export function EmptyNote({ icon, title, hint }: EmptyNoteProps) {
  const styles = useStyles();
  return (
    <div className={styles.note}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <Text weight="semibold" align="center">
        {title}
      </Text>
      {hint !== undefined && (
        <Text size={200} align="center" className={styles.hint}>
          {hint}
        </Text>
      )}
    </div>
  );
}
