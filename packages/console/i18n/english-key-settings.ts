import type { KeyAction } from '../state/key-map.ts';
import type { ShippedProfile } from '../state/key-profile.ts';
import type { ProfileFileProblem } from '../state/key-profile-file.ts';
import type { ReservedWhy } from '../state/reserved-keys.ts';

/** Why a key is not to be had: who keeps it, and what for. */
const reserved: Record<ReservedWhy, string> = {
  help: 'the browser and Windows open help with it',
  find: 'the browser searches the page with it',
  reload: 'the browser loads the page anew with it',
  address: 'the browser goes to its address bar with it',
  caret: 'the browser switches its text cursor with it',
  menuBar: 'Windows opens menus with it',
  fullScreen: 'the browser fills the screen with it',
  developer: 'the browser opens its developer tools with it',
  closesTab: 'the browser closes the tab with it',
  closesWindow: 'Windows closes the window with it',
  taskManager: 'the browser opens its task manager with it',
  startMenu: 'Windows opens the start menu with it',
  windows: 'Windows keeps it',
  zoom: 'the browser makes the page larger or smaller with it',
  tabs: 'the browser goes to another tab with it',
  focus: 'it moves the focus',
  contextMenu: 'it opens the menu of what has the focus',
  screenReader: 'screen readers keep it',
  system: 'the system keeps it',
  clipboard: 'it copies and pastes',
  menus: 'with Alt the browser and Windows open menus',
  browserCommand: 'with Ctrl and a letter or digit the browser has its own commands',
  presses: 'it presses the button that has the focus',
  edits: 'it moves or deletes in the search',
  types: 'it is typed into the search',
  unknown: 'not every keyboard has it, or the browser does not pass it on',
};

function problem(found: ProfileFileProblem): string {
  switch (found.kind) {
    case 'tooLarge':
      return 'The file is too large for a profile of keys. Choose one that was saved here.';
    case 'notJson':
      return 'The file is no JSON. Choose one that was saved here, or check its brackets and commas.';
    case 'notOurs':
      return 'The file is no profile of keys: “kind” must be “switchboard-keys”. Choose one that was saved here.';
    case 'newer':
      return 'The file is of a newer console. Reload this page, then try again.';
    case 'shippedName':
      return 'name: a profile that ships has this name. Give it another one.';
    case 'misfit':
      return `${found.field || 'The file'}: this does not fit. Compare it with a file that was saved here.`;
    case 'unknownName':
      return `${found.field}: there is no such action. Take the line out, or correct its name.`;
    case 'noKey':
      return `${found.field}: “${found.text}” is no key. Write it as Ctrl+Shift+F8.`;
    case 'reserved':
      return `${found.field}: ${found.text} is not to be had, since ${reserved[found.why]}. Choose another key.`;
    case 'twice':
      return `${found.field}: ${found.text} is the key of ${found.other}, too. Give one of them another key.`;
    default:
      return found satisfies never;
  }
}

/** The settings of the keys. */
export const keySettings = {
  ownName: 'My keys',
  profile: 'Profile',
  shipped: { keyboard: 'Keyboard', numberPad: 'Number pad' } satisfies Record<ShippedProfile, string>,
  builtOn: (base: string): string => `built on ${base}`,
  everywhere: 'Everywhere',
  letters: {
    calls: 'On a call',
    person: 'On the person chosen',
    callBacks: 'On a call back',
    messages: 'On a message',
    history: 'In the history',
  },
  keyOf: (what: string, cap: string): string => `${what}: ${cap === '' ? 'no key' : cap}. Change`,
  pressNow: 'Press the new key.',
  pressLetter: 'Press the new letter.',
  cancelHint: 'Esc keeps the old one.',
  reserved: (cap: string, why: ReservedWhy): string => `${cap} is not to be had: ${reserved[why]}.`,
  taken: (cap: string, action: string, others: string): string =>
    `${cap} is the key of “${others}”. Give it to “${action}”?`,
  letterTaken: (letter: string, others: string): string =>
    `${letter} is the letter of “${others}” there. Choose another.`,
  noLetter: 'A letter from A to Z is wanted.',
  swap: 'Swap the two',
  take: (other: string): string => `Take it; “${other}” has no key then`,
  keep: 'Leave it as it is',
  given: (action: string, cap: string): string => `${cap}: ${action}`,
  reset: (what: string): string => `As it ships: ${what}`,
  resetAll: 'All as they ship',
  resetDone: 'All keys are as they ship',
  remove: 'Forget this profile',
  save: 'Save as a file',
  load: 'Take in a file',
  loaded: (name: string): string => `The keys of “${name}” are in use`,
  notLoaded: 'The file was not taken in:',
  tooMany: (count: number): string =>
    `There are ${count} profiles, the most that can be kept. Forget one first.`,
  problem,
  /** Short names of what keys do, for lists. */
  nameOf: (action: KeyAction): string => names[action],
};

const names: Record<KeyAction, string> = {
  go: 'Take, put through',
  ask: 'Ask first',
  goAndLeave: 'Put through and leave',
  chooseNext: 'Next in the list',
  choosePrevious: 'Previous in the list',
  chooseNextPage: 'Further down',
  choosePreviousPage: 'Further up',
  toPerson: 'To the person chosen',
  stepBack: 'Step back',
  holdOrResume: 'Hold, resume',
  park: 'Park',
  hangUp: 'End the call',
  letGo: 'Not me, let go',
  focusCalls: 'To the calls',
  saySituation: 'Say how things stand',
  changeStatus: 'Own status',
  goOffline: 'Offline',
  filter: 'Filters',
  moveUp: 'Favourite up',
  moveDown: 'Favourite down',
  sharedContacts: 'Shared contacts',
  undo: 'Undo',
  readLine: 'To the one line',
  arrangePanes: 'Panes',
  openHistory: 'History',
  openQueues: 'Queues',
  showKeys: 'List of keys',
  openSettings: 'Settings',
};
