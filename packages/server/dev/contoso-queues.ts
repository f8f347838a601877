import { queueId } from '@switchboard/domain/ids';
import type { OpeningHours, OpenPeriod } from '@switchboard/domain/queue/queue';
import type { ShippedSounds } from '../handle/administration-shelf.ts';
import type { FirstSettings } from './seed.ts';

const minute = 60_000;

/** The weekdays from Monday to Friday, and Saturday, if it has any. */
const week = (workdays: readonly OpenPeriod[], saturday: readonly OpenPeriod[]): OpeningHours['week'] => ({
  ...Object.fromEntries([1, 2, 3, 4, 5].map((day) => [String(day), workdays])),
  ...(saturday.length === 0 ? {} : { 6: saturday }),
});

const holidays: OpeningHours['holidays'] = [
  { date: '01-01', name: "New Year's Day" },
  { date: '12-24', name: 'Christmas Eve', periods: [{ from: '08:00', to: '12:00' }] },
  { date: '12-25', name: 'Christmas Day' },
  { date: '12-26', name: 'Boxing Day' },
];

/**
 * How the pretended tenant's queues are set up at first, to show what queues can do. Reception has hours and is
 * switched to day, so that whoever tries the product at night is answered too.
 */
export const contosoQueues = (prompts: ShippedSounds): Readonly<Record<string, FirstSettings>> => ({
  reception: {
    switches: { mode: 'day', isEmergency: false },
    settings: {
      strategy: 'pick',
      priority: 10,
      salutation: 'Contoso, good day. How may I help you?',
      maxWaiting: 30,
      maxWait: 15 * minute,
      hours: {
        timeZone: 'Europe/London',
        week: week([{ from: '08:00', to: '18:00' }], [{ from: '09:00', to: '13:00' }]),
        holidays,
      },
      diversions: {
        closed: { destination: { to: 'message' }, message: prompts.closed },
        emergency: { destination: { to: 'message' }, message: prompts.emergency },
        full: { destination: { to: 'message' }, message: prompts.sorry },
        waitedTooLong: { destination: { to: 'callBack' }, message: prompts.callBack },
      },
      vip: ['+442079460999'],
      blocked: ['+15550166*'],
    },
  },
  serviceDesk: {
    settings: {
      strategy: 'longestIdle',
      offerTime: 20_000,
      wrapUp: 15_000,
      salutation: 'Contoso Service Desk. What can I do for you?',
      maxWaiting: 10,
      maxWait: 5 * minute,
      hours: {
        timeZone: 'Europe/London',
        week: week([{ from: '06:00', to: '22:00' }], [{ from: '08:00', to: '16:00' }]),
        holidays,
      },
      diversions: {
        closed: { destination: { to: 'message' }, message: prompts.closed },
        emergency: { destination: { to: 'message' }, message: prompts.emergency },
        full: { destination: { to: 'queue', queueId: queueId('reception') }, message: prompts.sorry },
        nobodyThere: { destination: { to: 'queue', queueId: queueId('reception') } },
        waitedTooLong: { destination: { to: 'callBack' }, message: prompts.callBack },
      },
    },
  },
});
