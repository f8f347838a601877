import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

export interface DayStripSegment {
  /** Shares of the strip's length. */
  readonly start: number;
  readonly end: number;
  readonly status: 'tentative' | 'busy' | 'outOfOffice' | 'elsewhere' | 'unknown';
}

export interface DayStripProps {
  readonly segments: readonly DayStripSegment[];
  readonly work?: { readonly start: number; readonly end: number } | undefined;
  readonly now?: number | undefined;
  /** On a row that is chosen colours are the row's. */
  readonly isOnSelected?: boolean;
  readonly className?: string | undefined;
}

/** The drawing's own units; the strip takes the room that it is given. */
const width = 120;
const height = 12;
/** More room is a whole hour of nothing: what is shown is never thinner than can be seen. */
const thinnest = 1.5;

/** Told apart by height, not by colour alone: busy fills the strip, tentative half of it, elsewhere is a line. */
const heights: Record<DayStripSegment['status'], number> = {
  busy: height,
  outOfOffice: height,
  unknown: height * 0.75,
  tentative: height * 0.5,
  elsewhere: height * 0.2,
};

/** The theme's own colour, unless the row that is chosen has one for all that stands in it. */
const ink = (colour: string): string => `var(--dayInk, ${colour})`;

const useStyles = makeStyles({
  strip: { display: 'block', width: '100%', height: '12px', overflow: 'visible' },
  // Without those two of the theme nothing changes.
  chosen: { '--dayInk': 'var(--inkOnChosen)', '--dayGround': 'var(--groundOfChosen)' },
  base: { fill: ink(tokens.colorNeutralStroke2), '@media (forced-colors: active)': { fill: 'GrayText' } },
  work: { fill: ink(tokens.colorNeutralStroke1), '@media (forced-colors: active)': { fill: 'GrayText' } },
  busy: {
    fill: ink(tokens.colorPaletteRedForeground3),
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  // Hollow, where busy is filled.
  away: {
    fill: `var(--dayGround, ${tokens.colorNeutralBackground1})`,
    stroke: ink(tokens.colorPaletteBerryForeground3),
    strokeWidth: '2px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  maybe: {
    fill: ink(tokens.colorPaletteMarigoldForeground3),
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  now: {
    stroke: ink(tokens.colorNeutralForeground1),
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  onSelected: { '@media (forced-colors: active)': { fill: 'HighlightText', stroke: 'HighlightText' } },
  hollow: { '@media (forced-colors: active)': { fill: 'Highlight', stroke: 'HighlightText' } },
});

type Styles = ReturnType<typeof useStyles>;

function classOf(status: DayStripSegment['status'], styles: Styles): string {
  if (status === 'outOfOffice') return styles.away;
  return status === 'busy' || status === 'unknown' ? styles.busy : styles.maybe;
}

/** A day from left to right: when somebody is taken, when they work, and now. Decoration: words stand beside it. */
export function DayStrip({ segments, work, now, isOnSelected = false, className }: DayStripProps) {
  const styles = useStyles();
  const on = (name: string): string => mergeClasses(name, isOnSelected && styles.onSelected);
  return (
    <svg
      className={mergeClasses(styles.strip, isOnSelected && styles.chosen, className)}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <rect className={on(styles.base)} x={0} y={height - 1} width={width} height={1} />
      {work !== undefined && (
        <rect
          className={on(styles.work)}
          x={work.start * width}
          y={height - 2.5}
          width={(work.end - work.start) * width}
          height={2.5}
        />
      )}
      {segments.map(({ start, end, status }) => {
        const tall = heights[status];
        const x = start * width;
        const long = Math.max(thinnest, (end - start) * width);
        return (
          <rect
            key={`${start} ${status}`}
            className={mergeClasses(
              on(classOf(status, styles)),
              isOnSelected && status === 'outOfOffice' && styles.hollow,
            )}
            x={x}
            y={height - tall}
            width={long}
            height={tall}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
      {now !== undefined && (
        <line
          className={on(styles.now)}
          x1={now * width}
          y1={-2}
          x2={now * width}
          y2={height + 2}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
