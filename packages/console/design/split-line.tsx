import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

const useStyles = makeStyles({
  line: {
    position: 'relative',
    touchAction: 'none',
    userSelect: 'none',
    outlineStyle: 'none',
    // Wider to the finger than to the eye.
    '::before': { content: '""', position: 'absolute', zIndex: 1 },
    '::after': {
      content: '""',
      position: 'absolute',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: 'transparent',
    },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible::after': {
      backgroundColor: tokens.colorStrokeFocus2,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'CanvasText' } },
  },
  upright: {
    cursor: 'col-resize',
    '::before': { insetBlock: 0, insetInline: '-8px', '@media (pointer: coarse)': { insetInline: '-18px' } },
    '::after': { insetInline: '2px', insetBlock: 'calc(50% - 24px)' },
    ':focus-visible::after': { insetBlock: 0 },
  },
  level: {
    cursor: 'row-resize',
    '::before': { insetInline: 0, insetBlock: '-8px', '@media (pointer: coarse)': { insetBlock: '-18px' } },
    '::after': { insetBlock: '2px', insetInline: 'calc(50% - 24px)' },
    ':focus-visible::after': { insetInline: 0 },
  },
});

/** Pixels that an arrow key moves the line by; with Shift held, four times as many. */
const step = 16;
const farStep = 64;
/** Further than any window is wide: to the end. */
const toTheEnd = 100_000;

export interface SplitLineProps {
  readonly area: string;
  /** `column`: it stands upright between two columns. */
  readonly between: 'column' | 'row';
  /** The ids of the elements on both sides. */
  readonly before: string;
  readonly after: string;
  readonly label: string;
  /** The part of both that the first has, in percent. */
  readonly part: number;
  readonly onMove: (sizes: { readonly before: number; readonly after: number }, by: number) => void;
  /** Hides what is before the line. */
  readonly onCollapse: () => void;
  readonly onReset: () => void;
}

/**
 * A line that changes the sizes of what is on both sides of it: by mouse and finger, and with the focus on it by arrows,
 * Home, End; Enter hides the first side. A double click puts it back. (WAI-ARIA pattern "window splitter".)
 */
export function SplitLine(props: SplitLineProps) {
  const { area, between, before, after, label, part } = props;
  const styles = useStyles();
  const held = useRef<{ readonly from: number; readonly sizes: ReturnType<typeof sizesOf> }>(undefined);
  const at = ({ clientX, clientY, currentTarget }: PointerEvent): number => {
    if (between === 'row') return clientY;
    return isFromRight(currentTarget) ? -clientX : clientX;
  };
  const move = (by: number): void => props.onMove(sizesOf(before, after, between), by);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that has the focus is a widget
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={between === 'column' ? 'vertical' : 'horizontal'}
      aria-controls={before}
      aria-valuenow={part}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={`${part} %`}
      style={{ gridArea: area }}
      className={mergeClasses(styles.line, between === 'column' ? styles.upright : styles.level)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { from: at(event), sizes: sizesOf(before, after, between) };
      }}
      onPointerMove={(event) => {
        if (held.current !== undefined) props.onMove(held.current.sizes, at(event) - held.current.from);
      }}
      onLostPointerCapture={() => {
        held.current = undefined;
      }}
      onDoubleClick={props.onReset}
      onKeyDown={(event) => followKey(event, between, move, props.onCollapse)}
    />
  );
}

/** Whether the first of two columns is the right one, as where one writes from right to left. */
const isFromRight = (place: Element): boolean => getComputedStyle(place).direction === 'rtl';

function followKey(
  event: KeyboardEvent<Element>,
  between: 'column' | 'row',
  move: (by: number) => void,
  collapse: () => void,
): void {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (ctrlKey || altKey || metaKey) return;
  const far = shiftKey ? farStep : step;
  const across = isFromRight(event.currentTarget) ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  const [back, on] = between === 'column' ? across : ['ArrowUp', 'ArrowDown'];
  if (key === 'Enter' && !shiftKey) collapse();
  else if (key === 'Home') move(-toTheEnd);
  else if (key === 'End') move(toTheEnd);
  else if (key === back) move(-far);
  else if (key === on) move(far);
  else return;
  event.preventDefault();
}

function sizesOf(before: string, after: string, between: 'column' | 'row') {
  const size = (id: string): number => {
    const box = document.getElementById(id)?.getBoundingClientRect();
    return (between === 'column' ? box?.width : box?.height) ?? 0;
  };
  return { before: size(before), after: size(after) };
}
