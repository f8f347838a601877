import type { CallView, EndReason, MissReason, PartyView } from '@switchboard/contract/views/call-view';
import { nameFirst, nameOf } from '@switchboard/contract/words/party-words';
import { ended, missed } from '@switchboard/contract/words/reason-words';
import type { Situation } from '../state/situation.ts';
import { clockTime } from './durations.ts';
import { spoken } from './english-words.ts';

/** Sentences that are said aloud. Short: a braille line has 40 cells. */
export const announcements = {
  offered: (caller: PartyView, queue: string): string => `Call waiting: ${nameOf(caller)}, ${queue}`,
  yours: (call: CallView, queue: string): string =>
    `Offered to you: ${nameOf(call.caller)}, ${queue}${call.vip ? ', VIP' : ''}`,
  offeredBriefly: (caller: PartyView): string => `Waiting: ${nameOf(caller)}`,
  yoursBriefly: (caller: PartyView): string => `For you: ${nameOf(caller)}`,
  waitsLong: (caller: PartyView, waits: number): string => `Waits for ${spoken(waits)}: ${nameOf(caller)}`,
  waiting: (count: number): string => (count === 1 ? '1 call waiting' : `${count} calls waiting`),
  teamsRings: (caller: PartyView): string => `${nameFirst(caller)}: your Teams rings, pick up`,
  connected: (caller: PartyView): string => `Connected: ${nameOf(caller)}`,
  onHold: (caller: PartyView): string => `On hold: ${nameOf(caller)}`,
  resumed: (caller: PartyView): string => `Back with ${nameOf(caller)}`,
  ringing: (target: PartyView | undefined): string => `Ringing ${nameOf(target)}`,
  takenBack: (caller: PartyView): string => `Taken back: ${nameOf(caller)}, on hold`,
  handedOver: (caller: PartyView, target: PartyView | undefined): string =>
    `${nameFirst(target)} has ${nameOf(caller)}`,
  cameBack: (caller: PartyView, target: PartyView | undefined, why: MissReason): string =>
    target === undefined
      ? `Came back: ${nameOf(caller)}. Nobody took it`
      : `Came back: ${nameOf(caller)}. ${nameFirst(target)} ${missed[why]}`,
  asking: (target: PartyView | undefined): string => `Asking ${nameOf(target)}: rings`,
  talkingTo: (one: PartyView | undefined, other: PartyView | undefined): string =>
    `Talking to ${nameOf(one)}; ${nameOf(other)} hears music`,
  together: (names: readonly string[]): string => `Talking together: ${names.join(', ')}`,
  parked: (call: CallView): string =>
    `Parked in ${call.slot ?? ''}: ${nameOf(call.caller)}${call.parkedFor === undefined ? '' : `, for ${nameOf(call.parkedFor)}`}`,
  moved: (caller: PartyView, queue: string): string => `${nameFirst(caller)} waits in ${queue} now`,
  camped: (caller: PartyView, target: PartyView | undefined): string =>
    `${nameFirst(caller)} waits for ${nameOf(target)}`,
  youMissed: (caller: PartyView): string => `Not picked up in Teams: ${nameOf(caller)} waits again`,
  takenBy: (caller: PartyView, operator: string): string => `${operator} took ${nameOf(caller)}`,
  ended: (caller: PartyView, why: EndReason | undefined): string =>
    why === 'callerHungUp'
      ? `${nameFirst(caller)} hung up`
      : `Call with ${nameOf(caller)} ended${why === undefined ? '' : `: ${ended[why]}`}`,
  lost: 'Connection lost, trying again',
  back: 'Connection is back',
  nobodyFound: (text: string): string => `Nobody found for ${text}`,
  stillSearching: (text: string): string => `Still looking for ${text}: Enter is kept`,
  several: (count: number, text: string): string => `${count} found for ${text}: choose, then Enter`,
  nobodyChosen: 'Nobody is chosen',
  cannotTalkToMailbox: 'A voicemail cannot be asked: choose another line',
  cannotTalkToQueue: 'A queue cannot be asked: Enter moves the caller there',
  letGoBy: (cap: string, target: PartyView | undefined): string => `${cap} lets ${nameOf(target)} go`,
  notHere: 'Not possible for this call now',
  noCallToPutThrough: 'No call to put through',
  notPutThroughNow: 'Not done: this call cannot be handed over now',
  noCallToTake: 'No call waits for you',
  stillInCall: (caller: PartyView): string => `Not yet: you still have ${nameOf(caller)}`,
  noCall: 'You are in no call',
  hangUpAgain: (key: string): string => `${key} again to end the call`,
  situation: ({ connection, call, away, waiting, longest }: Situation): string =>
    [
      ...(connection === 'lost' ? ['Connection lost'] : []),
      ...(away === undefined ? [] : [awayNow(away)]),
      call === undefined ? 'No call' : inCall(call.view, call.lasts, call.target),
      waiting === 0 ? 'nobody waiting' : `${waiting} waiting, longest ${spoken(longest ?? 0)}`,
    ].join(', '),
  windowTitle: (waiting: number, longest: number | undefined): string =>
    waiting === 0 ? 'Switchboard' : `${waiting} waiting · ${clockTime(longest ?? 0)} – Switchboard`,
};

function awayNow({ status, reason }: NonNullable<Situation['away']>): string {
  if (status === 'break') return reason === undefined ? 'On a break' : `On a break: ${reason}`;
  return status === 'wrapUp' ? 'Wrap-up' : 'Offline';
}

function inCall(view: CallView, lasts: number, target: PartyView | undefined): string {
  const who = nameOf(view.caller);
  switch (view.state) {
    case 'connecting':
      return `Your Teams rings for ${who}`;
    case 'transferring':
      return `Ringing ${nameOf(target)} for ${who}, ${spoken(lasts)}`;
    case 'consulting':
      if (view.consult?.phase === 'ringing') return `Asking ${nameOf(target)} for ${who}, ${spoken(lasts)}`;
      return view.consult?.held === 'target'
        ? `Talking to ${who}, ${nameOf(target)} hears music`
        : `Talking to ${nameOf(target)}, ${who} hears music`;
    case 'merged':
      return `Talking to ${[view.caller, ...(view.guests ?? []).map(({ party }) => party)].map(nameOf).join(' and ')}`;
    case 'held':
      return `${nameFirst(view.caller)} on hold ${spoken(lasts)}`;
    default:
      return `Talking to ${who} ${spoken(lasts)}`;
  }
}
