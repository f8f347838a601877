import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { ended } from '@switchboard/contract/words/reason-words';
import type { KnownCaller } from '../state/history/caller-book.ts';
import type { Locality } from '../state/locality.ts';
import { clockOf, dayOf, wallOf } from './calendar-times.ts';
import { spoken } from './english-words.ts';

const counted = (count: number): string => (count === 1 ? '1 call' : `${count} calls`);
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** `yesterday` too: a history is full of it. */
const pastDay = (at: number, now: number, locality: Locality): string =>
  wallOf(now, locality).day - wallOf(at, locality).day === 1 ? 'yesterday' : dayOf(at, now, locality);

/** `yesterday 14:05` */
const moment = (at: number, now: number, locality: Locality): string =>
  `${pastDay(at, now, locality)} ${clockOf(at, locality)}`;

const callerOf = ({ caller }: Pick<PastCallView, 'caller'>): string =>
  caller.name ?? caller.number ?? 'Unknown caller';

/** `Put through to Anna Berg by Omar Haddad` */
function cameTo(call: PastCallView): string {
  const { outcome, target, takenBy } = call;
  const by = takenBy.join(', ');
  const to = target?.name ?? target?.number;
  switch (outcome) {
    case 'putThrough':
      return `Put through${to === undefined ? '' : ` to ${to}`}${by === '' ? '' : ` by ${by}`}`;
    case 'answered':
      return by === '' ? 'Answered' : `Taken by ${by}`;
    case 'refused':
      return 'Not let in';
    default:
      return `Lost: ${ended[call.ended]}${by === '' ? '' : `, after ${by} had taken it`}`;
  }
}

/** How long they waited, and talked. */
function lengthsOf({ arrivedAt, answeredAt, endedAt, outcome }: PastCallView): readonly string[] {
  const waited = spoken((answeredAt ?? endedAt) - arrivedAt);
  if (answeredAt === undefined) return [`waited ${waited}`];
  return [`waited ${waited}`, ...(outcome === 'answered' ? [`then ${spoken(endedAt - answeredAt)}`] : [])];
}

const some = (count: number, hasMore: boolean): string =>
  hasMore ? `Called more than ${count} times before` : `Called ${times(count)} before`;
const lastOf = (call: PastCallView, now: number, locality: Locality): string =>
  `Last ${moment(call.arrivedAt, now, locality)}: ${cameTo(call)}`;
const personOf = ({ name, organisation, department, jobTitle }: PersonView): string =>
  [name, ...[organisation, department, jobTitle].filter((part) => part !== undefined && part !== '')].join(
    ', ',
  );

/** The history of calls, and the list of those to call back. */
export const history = {
  title: 'History and calls back',
  button: 'History',
  close: 'Close',
  tabs: {
    queues: 'Of the queues',
    mine: 'Mine',
    toCallBack: (count: number): string => (count === 0 ? 'To call back' : `To call back (${count})`),
  },
  search: 'Name or number',
  queue: 'Queue',
  anyQueue: 'All queues',
  outcome: 'Outcome',
  anyOutcome: 'Any outcome',
  outcomes: { answered: 'Answered', putThrough: 'Put through', lost: 'Lost', cameBack: 'Came back' } as const,
  span: 'When',
  spans: {
    any: 'Any time',
    today: 'Today',
    yesterday: 'Yesterday',
    week: 'Last 7 days',
    month: 'Last 30 days',
    between: 'From … to …',
  } as const,
  firstDay: 'From',
  lastDay: 'To',
  list: 'Calls, newest first',
  reading: 'Reading the calls …',
  failed: 'The calls could not be read.',
  again: 'Try again',
  none: { queues: 'No calls yet', mine: 'You have taken no call yet' } as const,
  noneHint: {
    queues:
      'Every call of your queues that is over stands here, whoever took it, for as long as your organisation keeps them.',
    mine: 'Calls in which you have talked stand here when they are over. Nobody else sees this list.',
  } as const,
  noneFits: 'No call fits',
  noneFitsHint: 'Take a filter away, or look further back.',
  clear: 'Show all',
  lookedBack: (at: number, now: number, locality: Locality): string =>
    `Looked back to ${moment(at, now, locality)}`,
  lookOn: 'Look further back',
  found: (count: number, hasMore: boolean): string =>
    hasMore
      ? `${counted(count)}, and older ones`
      : count === 0
        ? 'No calls found'
        : `${counted(count)} found`,
  when: moment,
  day: pastDay,
  clock: clockOf,
  caller: callerOf,
  cameTo,
  cameBack: 'came back in between',
  queueOf: ({ queue, queueId }: PastCallView): string => queue ?? queueId,
  /** A row in one sentence. */
  sentence: (call: PastCallView, now: number, locality: Locality): string =>
    [
      callerOf(call),
      ...(call.caller.name === undefined || call.caller.number === undefined ? [] : [call.caller.number]),
      moment(call.arrivedAt, now, locality),
      call.queue ?? call.queueId,
      cameTo(call),
      ...(call.cameBack ? ['came back in between'] : []),
      ...lengthsOf(call),
    ].join(', '),
  lengths: (call: PastCallView): string => lengthsOf(call).join(', '),
  actions: {
    call: 'Call',
    timeline: 'Timeline',
    keep: 'Keep as contact',
    copy: 'Copy number',
    find: 'Find this person',
    copied: (number: string): string => `Copied: ${number}`,
    notCopied: (number: string): string => `The browser did not let it be copied: ${number}`,
  },
  noNumber: 'The caller gave no number.',
  details: 'The call chosen',
  export: {
    button: 'Save as a file',
    hint: 'All calls that fit, as a table (CSV)',
    under: (count: number): string => `${counted(count)} written …`,
    stop: 'Stop',
    done: (count: number): string => `Saved: ${counted(count)}`,
    failed: 'The file was not written to its end, and is not saved. Try again.',
    refused: 'The server does not give this file. Sign in again, then try once more.',
  },
  earlier: {
    who: personOf,
    several: (count: number): string => `${count} contacts have this number`,
    first: 'First call that we know of',
    some,
    last: lastOf,
    /** What is worth hearing while it rings; undefined: nobody knows this caller. */
    said: ({ people, calls, hasMore }: KnownCaller, now: number, locality: Locality): string | undefined => {
      const [person, ...others] = people;
      const [last] = calls;
      const who = person === undefined || others.length > 0 ? [] : [personOf(person)];
      const before = last === undefined ? [] : [some(calls.length, hasMore), lastOf(last, now, locality)];
      return who.length + before.length === 0 ? undefined : [...who, ...before].join('. ');
    },
    show: 'Earlier calls',
    all: 'All of them',
    title: 'Earlier calls',
  },
  callBacks: {
    empty: 'Nobody is to be called back',
    emptyHint:
      'Callers who were promised it stand here, and those whom nobody reached: who takes one on is seen by all, and whoever calls again and is answered leaves the list.',
    all: (count: number): string => `All ${count} to call back`,
    why: ({ why, calls, ended: reason }: CallBackView): string =>
      why === 'promised'
        ? 'Promised'
        : `Lost${calls > 1 ? `, ${times(calls)}` : ''}${reason === undefined ? '' : `: ${ended[reason]}`}`,
    tried: (count: number): string => `not reached ${times(count)}`,
    call: (who: string): string => `Call ${who} back`,
    notReached: 'Not reached',
  },
  calling: {
    title: 'To call somebody back',
    names: {
      teams: 'Open the number in Teams',
      telephone: 'Open it with what this computer calls with',
      nothing: 'Show it: I dial by hand',
    } as const,
    hint: 'Teams asks before it calls. Which one works is for this computer’s settings to say.',
  },
};
