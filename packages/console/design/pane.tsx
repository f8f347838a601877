import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { tiny } from './window-sizes.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    [tiny]: { flexWrap: 'wrap' },
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  aside: {
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  around: { flexShrink: 0 },
  controls: { display: 'flex', alignSelf: 'center', marginInlineStart: tokens.spacingHorizontalXS },
  // What is read aloud only has its place in here: it must not make the page higher than the window.
  body: { position: 'relative', flex: 1, minHeight: 0, overflowY: 'auto', [tiny]: { overflowY: 'visible' } },
});

export interface PaneProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  /** What stands above and below the part that scrolls. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** What the window around a pane adds to it. */
export interface PaneSurroundings {
  readonly id: string;
  /** Buttons at the end of its head. */
  readonly controls: ReactNode;
}

export const PaneSurroundingsContext = createContext<PaneSurroundings | undefined>(undefined);

/** One of the parts of the window: a landmark with a heading, that scrolls by itself. */
export function Pane({ title, aside, className, above, below, children }: PaneProps) {
  const styles = useStyles();
  const id = useId();
  const around = useContext(PaneSurroundingsContext);
  return (
    <section id={around?.id} className={mergeClasses(styles.pane, className)} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          {title}
        </h2>
        <div className={styles.aside}>{aside}</div>
        {around !== undefined && <div className={styles.controls}>{around.controls}</div>}
      </div>
      {above !== undefined && <div className={styles.around}>{above}</div>}
      <div className={styles.body}>{children}</div>
      {below !== undefined && <div className={styles.around}>{below}</div>}
    </section>
  );
}
