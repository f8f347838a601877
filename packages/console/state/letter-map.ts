import type { CallAction } from '@switchboard/contract/views/call-view';
import type { KeyPress } from './key-map.ts';

/**
 * Where letters are keys instead of text: the operator has gone to the calls or to the chosen person by a key. A click,
 * an action or Esc ends it, so that typing never becomes an action by accident.
 */
export type LetterPlace = 'none' | 'calls' | 'person';

/** What a letter does to the call that has the focus, or to the current one. */
export type CallLetter = Exclude<
  CallAction,
  'transfer' | 'consult' | 'add' | 'drop' | 'camp' | 'moveToQueue' | 'voicemail'
>;

export const callLetters = {
  accept: 'A',
  decline: 'D',
  hold: 'H',
  resume: 'H',
  takeBack: 'B',
  back: 'B',
  leave: 'L',
  complete: 'C',
  merge: 'M',
  swap: 'S',
  park: 'P',
  retrieve: 'R',
  takeOver: 'O',
  sendTones: 'K',
  hangUp: 'E',
  timeline: 'T',
  keepCaller: 'N',
  message: 'W',
} as const satisfies Readonly<Record<CallLetter | 'timeline' | 'keepCaller' | 'message', string>>;

/** What a letter does to a call back that has the focus. */
export const callBackLetters = { taken: 'A', done: 'D', open: 'B', notReached: 'N' } as const;
export type CallBackLetter = keyof typeof callBackLetters;

/** What a letter does with a message that has the focus. None is what two presses of another would do. */
export const messageLetters = {
  tryAgain: 'A',
  sendAgain: 'S',
  writeAgain: 'E',
  withdraw: 'D',
  readText: 'T',
} as const;
export type MessageLetter = keyof typeof messageLetters;

/** What a letter does with the row of the history that is chosen. */
export const historyLetters = { call: 'C', timeline: 'T', keepCaller: 'N', copy: 'O', find: 'F' } as const;
export type HistoryLetter = keyof typeof historyLetters;

/** What a letter does with the person chosen. */
export const personLetters = {
  voicemail: 'V',
  camp: 'C',
  park: 'P',
  favourite: 'F',
  group: 'G',
  describe: 'E',
  change: 'X',
  message: 'M',
  manager: 'U',
} as const;
export type PersonLetter = keyof typeof personLetters;

/** The lines of a person, in the order of their digits. */
export const lines = ['teams', 'phone', 'mobile', 'voicemail', 'otherPhone', 'teamsNumber'] as const;
export type Line = (typeof lines)[number];
/** Lines that are a number of the person. */
export const numberLines = [
  'phone',
  'mobile',
  'otherPhone',
  'teamsNumber',
] as const satisfies readonly Line[];
export type NumberLine = (typeof numberLines)[number];
export const isNumberLine = (line: Line): line is NumberLine => numberLines.some((each) => each === line);

/** The digit that a press is, as the place in a list from 0 on. */
export function digitOf(press: KeyPress): number | undefined {
  const digit = /^[1-9]$/.test(press.key) ? Number(press.key) - 1 : undefined;
  return press.ctrlKey || press.altKey || press.metaKey ? undefined : digit;
}

/** The capital letter that a press is. */
export function letterOf(press: KeyPress): string | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || !/^[a-z]$/i.test(press.key)) return undefined;
  return press.key.toUpperCase();
}
