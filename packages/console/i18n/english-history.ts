import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import { ended } from '@switchboard/contract/words/reason-words';
import type { Locality } from '../state/locality.ts';
import { englishTimes } from './english-times.ts';
import { forms, spoken } from './english-words.ts';
import { pastCallWords } from './past-call-words.ts';

const counted = (count: number): string => `${forms.count(count)} ${forms.plural(count, 'call', 'calls')}`;
const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${forms.count(count)} times`;

const { earlier, ...rows } = pastCallWords({
  times: englishTimes,
  yesterday: 'yesterday',
  unknown: 'Unknown caller',
  spoken,
  ended,
  answered: 'Answered',
  takenBy: (names) => `Taken by ${names}`,
  putThrough: (to, by) =>
    `Put through${to === undefined ? '' : ` to ${to}`}${by === undefined ? '' : ` by ${by}`}`,
  refused: 'Not let in',
  lost: (why, by) => `Lost: ${why}${by === undefined ? '' : `, after ${by} had taken it`}`,
  cameBack: 'came back in between',
  waited: (time) => `waited ${time}`,
  talked: (time) => `then ${time}`,
  before: (count, hasMore) =>
    hasMore ? `Called more than ${forms.count(count)} times before` : `Called ${times(count)} before`,
  last: (when, what) => `Last ${when}: ${what}`,
});

/** The history of calls, and the list of those to call back. */
export const history = {
  ...rows,
  title: 'History and calls back',
  button: 'History',
  close: 'Close',
  tabs: {
    queues: 'Of the queues',
    mine: 'Mine',
    toCallBack: (count: number): string =>
      count === 0 ? 'To call back' : `To call back (${forms.count(count)})`,
  },
  search: 'Name or number',
  queue: 'Queue',
  anyQueue: 'All queues',
  outcome: 'Outcome',
  anyOutcome: 'Any outcome',
  outcomes: { answered: 'Answered', putThrough: 'Put through', lost: 'Lost', cameBack: 'Came back' },
  span: 'When',
  spans: {
    any: 'Any time',
    today: 'Today',
    yesterday: 'Yesterday',
    week: 'Last 7 days',
    month: 'Last 30 days',
    between: 'From … to …',
  },
  firstDay: 'From',
  lastDay: 'To',
  list: 'Calls, newest first',
  reading: 'Reading the calls …',
  failed: 'The calls could not be read.',
  again: 'Try again',
  none: { queues: 'No calls yet', mine: 'You have taken no call yet' },
  noneHint: {
    queues:
      'Every call of your queues that is over stands here, whoever took it, for as long as your organisation keeps them.',
    mine: 'Calls in which you have talked stand here when they are over. Nobody else sees this list.',
  },
  noneFits: 'No call fits',
  noneFitsHint: 'Take a filter away, or look further back.',
  clear: 'Show all',
  lookedBack: (at: number, now: number, locality: Locality): string =>
    `Looked back to ${rows.when(at, now, locality)}`,
  lookOn: 'Look further back',
  found: (count: number, hasMore: boolean): string => {
    if (hasMore) return `${counted(count)}, and older ones`;
    return count === 0 ? 'No calls found' : `${counted(count)} found`;
  },
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
    ...earlier,
    several: (count: number): string => `${forms.count(count)} contacts have this number`,
    first: 'First call that we know of',
    show: 'Earlier calls',
  },
  callBacks: {
    empty: 'Nobody is to be called back',
    emptyHint:
      'Callers who were promised it stand here, and those whom nobody reached: who takes one on is seen by all, and whoever calls again and is answered leaves the list.',
    all: (count: number): string => `All ${forms.count(count)} to call back`,
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
    },
    hint: 'Teams asks before it calls. What this computer calls with is in its own settings.',
  },
};
