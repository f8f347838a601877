import type { OpeningHoursView } from '@switchboard/contract/admin/opening-hours';
import type { OperatorView } from '@switchboard/contract/admin/operator';
import type { AdminQueueView } from '@switchboard/contract/admin/queue';
import { type DiversionRuleInput, diversionReasons } from '@switchboard/contract/admin/queue-diversions';
import { type Cell, table } from '../output/table.ts';
import { showDuration } from './options.ts';

/** What ids stand for. */
export interface Names {
  readonly queues: ReadonlyMap<string, string>;
  readonly sounds: ReadonlyMap<string, string>;
  readonly operators: readonly OperatorView[];
}

/** All settings of a queue, for people. */
export function showQueue(queue: AdminQueueView, names: Names): string {
  const rows = [
    ...identity(queue, names),
    ...distribution(queue),
    ...heard(queue, names),
    ...rules(queue, names),
  ];
  return table([{ title: 'SETTING', isFixed: true }, { title: 'OF THIS QUEUE' }], rows);
}

type Rows = readonly (readonly [string, Cell])[];

const identity = (
  { queueId, name, instanceId, number, switches }: AdminQueueView,
  { operators }: Names,
): Rows => [
  ['name', name],
  ['number', number ?? 'none'],
  ['queue', queueId],
  ['instance', instanceId],
  ['mode', switches.mode === 'auto' ? 'auto: by its hours' : `${switches.mode}, by hand`],
  ['emergency', switches.isEmergency ? 'ON' : 'off'],
  ['operators', operatorsOf(queueId, operators)],
];

function operatorsOf(queueId: string, operators: readonly OperatorView[]): Cell {
  const names = operators
    .filter(({ queueIds }) => queueIds.includes(queueId))
    .toSorted((a, b) => (a.ranks[queueId] ?? 0) - (b.ranks[queueId] ?? 0))
    .map(({ name, ranks }) => (ranks[queueId] === undefined ? name : `${name} (${ranks[queueId]})`));
  return names.length === 0 ? 'none' : names;
}

const distribution = ({ settings }: AdminQueueView): Rows => [
  ['strategy', settings.strategy],
  ['answering', settings.answering],
  ['bridge', settings.bridge],
  ['priority', String(settings.priority)],
  ['offer time', showDuration(settings.offerTime)],
  ['wrap-up', showDuration(settings.wrapUp)],
  [
    'rings',
    `operator ${showDuration(settings.operatorRing)}, colleague ${showDuration(settings.transferRing)}, number ${showDuration(settings.numberRing)}`,
  ],
  ['settle, check', `${showDuration(settings.settle)}, ${showDuration(settings.check)}`],
  ['park, camp', `${showDuration(settings.parkTime)}, ${showDuration(settings.campTime)}`],
  ['max waiting', settings.maxWaiting === undefined ? 'none' : `${settings.maxWaiting} calls`],
  ['max wait', settings.maxWait === undefined ? 'none' : showDuration(settings.maxWait)],
  ['VIP', listOf(settings.vip)],
  ['blocked', listOf([...settings.blocked, ...(settings.rejectWithheld ? ['withheld numbers'] : [])])],
];

const listOf = (entries: readonly string[]): Cell => (entries.length === 0 ? 'none' : entries);

function heard({ settings }: AdminQueueView, { sounds }: Names): Rows {
  const nameOf = (soundId: string): string => sounds.get(soundId) ?? soundId;
  const { greeting, music, salutation, announcement } = settings;
  return [
    ['greeting', greeting === undefined ? 'none' : nameOf(greeting)],
    ['music', nameOf(music)],
    ['salutation', salutation ?? 'none'],
    [
      'announcement',
      announcement === undefined
        ? 'none'
        : `every ${showDuration(announcement.every)}: ${announcement.positions.length} positions, ${announcement.waits.length} waits`,
    ],
  ];
}

const rules = ({ settings }: AdminQueueView, names: Names): Rows => [
  ['hours', settings.hours === undefined ? 'open always' : hoursOf(settings.hours)],
  ['night when last leaves', settings.nightWhenLastLeaves ? 'on' : 'off'],
  ...diversionReasons.map((reason) => {
    const rule = settings.diversions[reason];
    return [reason, rule === undefined ? 'no rule' : ruleOf(rule, names)] as const;
  }),
];

function ruleOf({ destination, message }: DiversionRuleInput, { queues, sounds }: Names): string {
  const heardFirst = message === undefined ? '' : `"${sounds.get(message) ?? message}", then `;
  switch (destination.to) {
    case 'message':
      return `${heardFirst}the end`;
    case 'callBack':
      return `${heardFirst}a promise to call back`;
    case 'busy':
      return 'the busy tone';
    case 'queue':
      return `${heardFirst}the queue ${queues.get(destination.queueId) ?? destination.queueId}`;
    case 'person':
      return `${heardFirst}the person ${destination.personId}`;
    case 'number':
      return `${heardFirst}${destination.number}`;
  }
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function hoursOf({ timeZone, week, holidays }: OpeningHoursView): Cell {
  const days = [week[1], week[2], week[3], week[4], week[5], week[6], week[7]];
  return [
    timeZone,
    ...weekdays.map((day, at) => `${day} ${periodsOf(days[at] ?? [])}`),
    ...holidays.map(({ date, name, periods }) => `${date} ${name}: ${periodsOf(periods ?? [])}`),
  ];
}

const periodsOf = (periods: readonly { readonly from: string; readonly to: string }[]): string =>
  periods.map(({ from, to }) => `${from}–${to}`).join(', ') || 'closed';
