/** What a key can be for, wherever the focus is. */
export const keyActions = [
  'go',
  'ask',
  'goAndLeave',
  'chooseNext',
  'choosePrevious',
  'chooseNextPage',
  'choosePreviousPage',
  'toPerson',
  'stepBack',
  'holdOrResume',
  'park',
  'hangUp',
  'letGo',
  'focusCalls',
  'saySituation',
  'changeStatus',
  'goOffline',
  'filter',
  'moveUp',
  'moveDown',
  'sharedContacts',
  'showKeys',
  'openSettings',
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
 * fields; `search` in the search, and where nothing else has the focus; `searchEnd` the same, while the cursor has
 * nowhere further to go.
 */
export type KeyPlace = 'page' | 'notTyping' | 'search' | 'searchEnd';

export interface KeyBinding {
  readonly key: string;
  readonly with?: 'shift' | 'ctrl' | 'alt';
  readonly place: KeyPlace;
  /** Holding the key down repeats the action. */
  readonly repeats: boolean;
}

/**
 * The keys. None is one that a browser or Windows keeps for itself (F1, F3, F5, F6, F7, F10 to F12, Ctrl with a letter
 * or a digit, Alt with anything but ↑ and ↓).
 */
export const keyMap: Readonly<Record<KeyAction, KeyBinding>> = {
  go: { key: 'Enter', place: 'search', repeats: false },
  ask: { key: 'Enter', with: 'shift', place: 'page', repeats: false },
  goAndLeave: { key: 'Enter', with: 'ctrl', place: 'page', repeats: false },
  chooseNext: { key: 'ArrowDown', place: 'search', repeats: true },
  choosePrevious: { key: 'ArrowUp', place: 'search', repeats: true },
  chooseNextPage: { key: 'PageDown', place: 'search', repeats: true },
  choosePreviousPage: { key: 'PageUp', place: 'search', repeats: true },
  toPerson: { key: 'ArrowRight', place: 'searchEnd', repeats: false },
  stepBack: { key: 'Escape', place: 'page', repeats: false },
  holdOrResume: { key: 'F9', place: 'page', repeats: false },
  park: { key: 'F9', with: 'shift', place: 'page', repeats: false },
  hangUp: { key: 'F8', place: 'page', repeats: false },
  letGo: { key: 'F8', with: 'shift', place: 'page', repeats: false },
  focusCalls: { key: 'F4', place: 'page', repeats: false },
  saySituation: { key: 'F2', place: 'page', repeats: false },
  changeStatus: { key: 'F2', with: 'shift', place: 'page', repeats: false },
  goOffline: { key: 'F2', with: 'ctrl', place: 'page', repeats: false },
  filter: { key: 'F4', with: 'shift', place: 'page', repeats: false },
  moveUp: { key: 'ArrowUp', with: 'alt', place: 'page', repeats: false },
  moveDown: { key: 'ArrowDown', with: 'alt', place: 'page', repeats: false },
  sharedContacts: { key: 'F9', with: 'ctrl', place: 'page', repeats: false },
  showKeys: { key: '?', place: 'notTyping', repeats: false },
  openSettings: { key: ',', with: 'ctrl', place: 'page', repeats: false },
};

/** The action that a key press is for, wherever it was pressed. */
export function keyActionOf(press: KeyPress): KeyAction | undefined {
  if (press.metaKey || press.altGraph) return undefined;
  return keyActions.find((action) => {
    const binding = keyMap[action];
    // Shift is part of "?" on most keyboards; with a named key it makes another key of it.
    const isShiftRight = press.key.length === 1 || press.shiftKey === (binding.with === 'shift');
    const isHeldRight =
      press.ctrlKey === (binding.with === 'ctrl') && press.altKey === (binding.with === 'alt');
    return binding.key === press.key && isShiftRight && isHeldRight;
  });
}

/** Whether the press types a character. */
export const isTyping = (press: KeyPress): boolean =>
  Array.from(press.key).length === 1 &&
  !press.metaKey &&
  (press.altGraph || (!press.ctrlKey && !press.altKey));
