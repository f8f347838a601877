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

/** Told apart by height, not by colour alone: who is taken fills the strip, who may be half of it, who is elsewhere a line. */
const heights: Record<DayStripSegment['status'], number> = {
  busy: height,
  outOfOffice: height,
  unknown: height * 0.75,
  tentative: height * 0.5,
  elsewhere: height * 0.2,
};

const useStyles = makeStyles({
  strip: { display: 'block', width: '100%', height: '12px', overflow: 'visible' },
  base: { fill: tokens.colorNeutralStroke2, '@media (forced-colors: active)': { fill: 'GrayText' } },
  work: { fill: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { fill: 'GrayText' } },
  busy: { fill: tokens.colorPaletteRedForeground3, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  away: {
    fill: tokens.colorPaletteBerryForeground3,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  maybe: {
    fill: tokens.colorPaletteMarigoldForeground3,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  cut: {
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { stroke: 'Canvas' },
  },
  now: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  onSelected: { '@media (forced-colors: active)': { fill: 'HighlightText', stroke: 'HighlightText' } },
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
      className={mergeClasses(styles.strip, className)}
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
          <g key={`${start} ${status}`}>
            <rect
              className={on(classOf(status, styles))}
              x={x}
              y={height - tall}
              width={long}
              height={tall}
              rx={1}
            />
            {status === 'outOfOffice' && (
              <line
                className={styles.cut}
                x1={x}
                y1={height}
                x2={x + long}
                y2={0}
                vectorEffect="non-scaling-stroke"
              />
            )}
          </g>
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
