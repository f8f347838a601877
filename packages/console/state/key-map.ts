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
  'undo',
  'readLine',
  'arrangePanes',
  'openHistory',
  'openQueues',
  'showKeys',
  'openSettings',
] as const;
export type KeyAction = (typeof keyActions)[number];

/** A key press as the browser names it. */
export interface KeyPress {
  readonly key: string;
  /** Where the key is, for those that a keyboard has twice: `NumpadEnter`. */
  readonly code?: string;
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
  readonly with?: 'shift' | 'ctrl' | 'alt' | 'ctrlShift';
  readonly place: KeyPlace;
  /** Holding the key down repeats the action. */
  readonly repeats: boolean;
}

/** The keys as they ship. None is one that a browser or Windows keeps for itself: `reserved-keys.ts` has those. */
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
  undo: { key: 'Z', with: 'ctrl', place: 'page', repeats: false },
  readLine: { key: 'F2', with: 'ctrlShift', place: 'page', repeats: false },
  arrangePanes: { key: 'F8', with: 'ctrl', place: 'page', repeats: false },
  openHistory: { key: 'F8', with: 'ctrlShift', place: 'page', repeats: false },
  openQueues: { key: 'F9', with: 'ctrlShift', place: 'page', repeats: false },
  showKeys: { key: '?', place: 'notTyping', repeats: false },
  openSettings: { key: ',', with: 'ctrl', place: 'page', repeats: false },
};

interface KeyEvent extends Omit<KeyPress, 'altGraph' | 'code'> {
  readonly code: string;
  getModifierState(key: 'AltGraph'): boolean;
}

/** A browser's key event as a press. */
export function pressOf(event: KeyEvent): KeyPress {
  const { key, code, ctrlKey, altKey, metaKey, shiftKey, repeat } = event;
  const altGraph = event.getModifierState('AltGraph');
  return { key, code, ctrlKey, altKey, metaKey, shiftKey, repeat, altGraph };
}

/** Whether the press types a character. */
export const isTyping = (press: KeyPress): boolean =>
  Array.from(press.key).length === 1 &&
  !press.metaKey &&
  (press.altGraph || (!press.ctrlKey && !press.altKey));
