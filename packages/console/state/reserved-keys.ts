import { type Chord, isCharacter, isLetter, padKeys } from './chord.ts';
import type { KeyPlace } from './key-map.ts';

/** Why a key is not to be had. Each has a sentence in the texts. */
export type ReservedWhy =
  | 'help'
  | 'find'
  | 'reload'
  | 'address'
  | 'caret'
  | 'menuBar'
  | 'fullScreen'
  | 'developer'
  | 'closesTab'
  | 'closesWindow'
  | 'taskManager'
  | 'startMenu'
  | 'windows'
  | 'zoom'
  | 'tabs'
  | 'focus'
  | 'contextMenu'
  | 'screenReader'
  | 'system'
  | 'clipboard'
  | 'menus'
  | 'browserCommand'
  | 'presses'
  | 'edits'
  | 'types'
  | 'unknown';

interface ReservedKey {
  readonly keys: readonly string[];
  /** Only with this held down; without it: whatever is held down. */
  readonly held?: 'ctrl' | 'alt' | 'shift';
  readonly why: ReservedWhy;
}

/**
 * What Chrome, Edge, Firefox, Windows and screen readers keep for themselves. A page cannot have some of these at all
 * (Ctrl+W), and must not take the others from those who know them (F5, Insert).
 */
const reserved: readonly ReservedKey[] = [
  { keys: ['F1'], why: 'help' },
  { keys: ['F3'], why: 'find' },
  { keys: ['F5'], why: 'reload' },
  { keys: ['F6'], why: 'address' },
  { keys: ['F7'], why: 'caret' },
  { keys: ['F10'], why: 'menuBar' },
  { keys: ['F11'], why: 'fullScreen' },
  { keys: ['F12'], why: 'developer' },
  { keys: ['F4'], held: 'ctrl', why: 'closesTab' },
  { keys: ['F4'], held: 'alt', why: 'closesWindow' },
  { keys: ['Escape'], held: 'shift', why: 'taskManager' },
  { keys: ['Escape'], held: 'ctrl', why: 'startMenu' },
  { keys: ['Escape'], held: 'alt', why: 'windows' },
  { keys: ['Meta'], why: 'windows' },
  { keys: ['NumpadAdd', 'NumpadSubtract', '+', '-', '='], held: 'ctrl', why: 'zoom' },
  { keys: ['PageUp', 'PageDown'], held: 'ctrl', why: 'tabs' },
  { keys: ['Tab'], why: 'focus' },
  { keys: ['ContextMenu'], why: 'contextMenu' },
  { keys: ['Insert', 'CapsLock'], why: 'screenReader' },
  { keys: ['PrintScreen', 'Pause', 'ScrollLock', 'NumLock'], why: 'system' },
  { keys: [' '], why: 'presses' },
  { keys: ['ArrowLeft', 'Home', 'End', 'Backspace', 'Delete'], why: 'edits' },
];

/** The one command of an editor that means here what it means there. */
const undoKey = 'Z';
/** What Alt leaves to pages: in lists of other programs, too, it moves a row. */
const withAlt = ['ArrowUp', 'ArrowDown'];

/** Why a chord cannot be the key of an action that works in `place`; undefined: it can. */
export function whyReserved(chord: Chord, place: KeyPlace): ReservedWhy | undefined {
  const { key, ctrl, shift, alt } = chord;
  const held = { ctrl, shift, alt };
  const row = reserved.find(
    (each) => each.keys.includes(key) && (each.held === undefined || held[each.held]),
  );
  if (row !== undefined) return row.why;
  if (alt) return withAlt.includes(key) && !ctrl && !shift ? undefined : 'menus';
  if (isCharacter(key)) return whyCharacter(chord, place);
  if (key === 'ArrowRight') return place === 'searchEnd' && !ctrl && !shift ? undefined : 'edits';
  return isKnown(key) ? undefined : 'unknown';
}

function whyCharacter({ key, ctrl, shift }: Chord, place: KeyPlace): ReservedWhy | undefined {
  if (ctrl && key === undoKey && !shift) return undefined;
  const isSign = !isLetter(key) && !/\d/.test(key);
  if (ctrl && isSign) return undefined;
  if (ctrl) return ['C', 'V', 'X'].includes(key) ? 'clipboard' : 'browserCommand';
  // Outside of fields a sign may be a key; letters and digits always go to the search.
  return isSign && place === 'notTyping' ? undefined : 'types';
}

/** Keys that are on every keyboard and that a page hears. */
const isKnown = (key: string): boolean =>
  /^(?:F2|F4|F8|F9|Enter|Escape|ArrowUp|ArrowDown|PageUp|PageDown)$/.test(key) ||
  padKeys.some((each) => each === key);
