import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';

const useStyles = makeStyles({
  // Bold and underlined: in any colours, and where colours are the system's.
  mark: {
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '2px',
    textDecorationColor: tokens.colorBrandStroke1,
    '[aria-selected="true"] &': { textDecorationColor: `var(--inkOnChosen, ${tokens.colorBrandStroke1})` },
    '@media (forced-colors: active)': { textDecorationColor: 'currentcolor' },
  },
});

export interface HighlightedProps {
  readonly text: string;
  /** Stretches of the text in UTF-16 units, in order, without overlaps. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** A text in which what was found stands out. Read aloud as one text. */
export function Highlighted({ text, marks }: HighlightedProps) {
  const styles = useStyles();
  if (marks.length === 0) return text;
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <b className={styles.mark}>{text.slice(start, end)}</b>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
