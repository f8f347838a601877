import type { CallAction } from '@switchboard/contract/views/call-view';
import { largestUnits } from './durations.ts';
import { formsOf } from './language-forms.ts';

export const forms = formsOf('en-GB');

/** `1 minute 12 seconds` */
export const spoken = (milliseconds: number): string =>
  largestUnits(milliseconds)
    .map(([unit, count]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');

/** `4 s ago` */
export function ago(milliseconds: number): string {
  const short = { hour: 'h', minute: 'min', second: 's' } as const;
  const [largest] = largestUnits(milliseconds);
  return largest === undefined ? '0 s ago' : `${largest[1]} ${short[largest[0]]} ago`;
}

/** What an operator asks besides handling a call. */
export const deskActions = [
  'setStatus',
  'switchQueue',
  'answerQueue',
  'callBack',
  'readTimeline',
  'savePreferences',
  'setFavourite',
  'orderFavourites',
  'describePerson',
  'saveSharedContact',
  'removeSharedContact',
  'readFilters',
  'readMessageWays',
  'sendMessage',
  'wishMessage',
] as const;
export type ActionName = CallAction | (typeof deskActions)[number];

export const actionNames: Record<ActionName, string> = {
  accept: 'Take',
  decline: 'Not me',
  hold: 'Hold',
  resume: 'Resume',
  transfer: 'Put through',
  takeBack: 'Take back',
  leave: 'Leave them',
  consult: 'Ask first',
  complete: 'Hand over',
  merge: 'Talk together',
  swap: 'Swap',
  back: 'Let go',
  add: 'Add',
  drop: 'Take out',
  park: 'Park',
  camp: 'Wait for them',
  retrieve: 'Retrieve',
  takeOver: 'Take over',
  moveToQueue: 'Move to queue',
  voicemail: 'Voicemail',
  sendTones: 'Keypad',
  hangUp: 'End call',
  setStatus: 'Your status',
  switchQueue: 'Queue switch',
  answerQueue: 'Answering a queue',
  callBack: 'Call back',
  readTimeline: 'Timeline',
  savePreferences: 'Your settings',
  setFavourite: 'Favourite',
  orderFavourites: 'Order of favourites',
  describePerson: 'Note and names',
  saveSharedContact: 'Shared contact',
  removeSharedContact: 'Remove contact',
  readFilters: 'Filters',
  readMessageWays: 'Ways to write',
  sendMessage: 'Message',
  wishMessage: 'Message',
};
