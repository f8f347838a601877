import type { KeyAction } from '../state/key-map.ts';

/** What each key does, for the list of keys. */
export const keyNames: Record<KeyAction, string> = {
  go: 'Take the next call; with a person chosen: put the caller through',
  chooseNext: 'Next person',
  choosePrevious: 'Previous person',
  chooseNextPage: 'Further down',
  choosePreviousPage: 'Further up',
  stepBack: 'Step back: clear the search, then take a ringing transfer back',
  holdOrResume: 'Hold or resume the call',
  hangUp: 'End the call (press twice)',
  focusCalls: 'Go to the calls',
  saySituation: 'Say how things stand',
  showKeys: 'Show this list',
};

/** A key as it is printed on a keyboard. */
export const keyCaps: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  PageDown: 'Page down',
  PageUp: 'Page up',
};
