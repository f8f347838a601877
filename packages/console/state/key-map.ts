/** What a key can be for. */
export const keyActions = [
  'go',
  'chooseNext',
  'choosePrevious',
  'chooseNextPage',
  'choosePreviousPage',
  'stepBack',
  'holdOrResume',
  'hangUp',
  'focusCalls',
  'saySituation',
  'showKeys',
] as const;
export type KeyAction = (typeof keyActions)[number];

/** A key press as the browser names it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** AltGr: on many keyboards part of typing a character, and reported as Ctrl and Alt. */
  readonly altGraph: boolean;
  /** The key is held down and repeats. */
  readonly repeat: boolean;
}

/**
 * Where the keys of an action work. `page` everywhere but in fields other than the search; `notTyping` outside all
 * fields; `search` in the search, and where nothing else has the focus.
 */
export type KeyPlace = 'page' | 'notTyping' | 'search';

export interface KeyBinding {
  readonly key: string;
  readonly place: KeyPlace;
  /** Holding the key down repeats the action. */
  readonly repeats: boolean;
}

/**
 * The keys. None is one that a browser or Windows keeps for itself (F1, F3, F5, F6, F7, F10 to F12, Ctrl+W, Ctrl+T,
 * Ctrl+N, Alt with anything).
 */
export const keyMap: Readonly<Record<KeyAction, KeyBinding>> = {
  go: { key: 'Enter', place: 'search', repeats: false },
  chooseNext: { key: 'ArrowDown', place: 'search', repeats: true },
  choosePrevious: { key: 'ArrowUp', place: 'search', repeats: true },
  chooseNextPage: { key: 'PageDown', place: 'search', repeats: true },
  choosePreviousPage: { key: 'PageUp', place: 'search', repeats: true },
  stepBack: { key: 'Escape', place: 'page', repeats: false },
  holdOrResume: { key: 'F9', place: 'page', repeats: false },
  hangUp: { key: 'F8', place: 'page', repeats: false },
  focusCalls: { key: 'F4', place: 'page', repeats: false },
  saySituation: { key: 'F2', place: 'page', repeats: false },
  showKeys: { key: '?', place: 'notTyping', repeats: false },
};

/** The action that a key press is for, wherever it was pressed. */
export function keyActionOf(press: KeyPress): KeyAction | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  // Shift is part of "?" on most keyboards; with a named key it makes another key of it.
  if (press.shiftKey && press.key.length > 1) return undefined;
  return keyActions.find((action) => keyMap[action].key === press.key);
}

/** Whether the press types a character. */
export const isTyping = (press: KeyPress): boolean =>
  Array.from(press.key).length === 1 &&
  !press.metaKey &&
  (press.altGraph || (!press.ctrlKey && !press.altKey));
