import type { KeyAction } from '../state/key-map.ts';
import type {
  CallBackLetter,
  CallLetter,
  HistoryLetter,
  MessageLetter,
  PersonLetter,
} from '../state/letter-map.ts';
import { keyCapsIn } from './key-caps.ts';

/** What each key does, for the list of keys. */
export const keyNames: Record<KeyAction, string> = {
  go: 'Take the next call; with somebody chosen: put the caller through; asking a colleague: hand the caller over',
  ask: 'Ask the person chosen first, or add them; asking a colleague: talk together',
  goAndLeave: 'Put through and leave at once; with nothing typed: leave the others to each other',
  chooseNext: 'Next in the list',
  choosePrevious: 'Previous in the list',
  chooseNextPage: 'Further down',
  choosePreviousPage: 'Further up',
  toPerson: 'Go to the person chosen: their lines and what else can be done',
  stepBack: 'Step back: clear the search and the filters, then take back what rings. Never ends a call',
  holdOrResume: 'Hold or resume the call; asking a colleague: talk to the other one',
  park: 'Park the call',
  hangUp: 'End the call (press twice)',
  letGo: 'Not me: leave an offered call to others; asking a colleague: let them go',
  focusCalls: 'Go to the calls: ↓ and ↑ move, letters act',
  saySituation: 'Say how things stand',
  changeStatus: 'Ready now; available again; or take a break',
  goOffline: 'Offline: no calls are offered; again: available',
  filter: 'Filter people by department, site, source, or free now',
  moveUp: 'Move the favourite chosen up',
  moveDown: 'Move the favourite chosen down',
  sharedContacts: 'Shared contacts: add one, take in a file, give one out',
  undo: 'Undo what was done last, as long as the message about it is there',
  readLine: 'Go to the one line that says how things stand; Esc goes back',
  arrangePanes: 'Hide, show, move the panes, or open one in a window of its own',
  openHistory: 'History: the calls that are over, and whom to call back',
  openQueues: 'Queues: day, night, emergency, and which you answer today',
  showKeys: 'Show this list',
  openSettings: 'Settings',
};

/** The names of the letters that work after the key that goes to the calls. */
export const letterNames: {
  readonly calls: Readonly<Record<CallLetter | 'timeline' | 'keepCaller' | 'message' | 'digits', string>>;
  readonly person: Readonly<Record<PersonLetter | 'lines', string>>;
  readonly callBacks: Readonly<Record<CallBackLetter, string>>;
  readonly messages: Readonly<Record<MessageLetter, string>>;
  readonly history: Readonly<Record<HistoryLetter, string>>;
} = {
  calls: {
    accept: 'Take an offered or waiting call',
    decline: 'Leave an offered call to others',
    hold: 'Hold',
    resume: 'Resume',
    takeBack: 'Take back what rings',
    back: 'Let the colleague go',
    leave: 'Leave the others to each other',
    complete: 'Hand over',
    merge: 'Talk together',
    swap: 'Talk to the other one',
    park: 'Park',
    retrieve: 'Retrieve a parked call',
    takeOver: 'Take a call over',
    sendTones: 'Keypad',
    hangUp: 'End (press twice)',
    timeline: 'Timeline of the call',
    keepCaller: 'Keep an unknown caller as a contact',
    message: 'Write a message about the call',
    digits: 'What is numbered on the card: a way on, or somebody to take out',
  },
  person: {
    voicemail: 'Put through to voicemail',
    camp: 'Let the caller wait for this person',
    park: 'Park the call for this person',
    favourite: 'Keep as a favourite; again: no longer',
    group: 'Group and place of a favourite',
    describe: 'Note, tasks, other names',
    change: 'Change a shared contact',
    manager: 'Open the manager',
    message: 'Write a message',
    lines: 'Choose the line: Teams, phone, mobile, voicemail, other number, Teams number',
  },
  callBacks: {
    taken: 'Take a call back on',
    done: 'The call back is done',
    open: 'Give it back',
    notReached: 'Nobody was reached: back on the list',
  },
  messages: {
    tryAgain: 'Try again what was not sent',
    sendAgain: 'Send again what was perhaps sent',
    writeAgain: 'Open again, to change it',
    withdraw: 'Do not send; leave what was perhaps sent',
    readText: 'Show the text and read it out',
  },
  history: {
    call: 'Call the number',
    timeline: 'Timeline of the call',
    keepCaller: 'Keep the caller as a contact',
    copy: 'Copy the number',
    find: 'Find the caller among people',
  },
};

export const { chordCap, keyCap } = keyCapsIn({
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  keys: {
    ' ': 'Space',
    Escape: 'Esc',
    PageDown: 'Page down',
    PageUp: 'Page up',
    NumpadAdd: 'Num +',
    NumpadSubtract: 'Num −',
    NumpadMultiply: 'Num *',
    NumpadDivide: 'Num /',
    NumpadDecimal: 'Num .',
    NumpadEnter: 'Num Enter',
  },
});
