import type { CalendarCommandMessage } from '@switchboard/contract/commands/people-command';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { ScheduleView } from '@switchboard/contract/views/schedule-view';

const hour = 3_600_000;
const dayMs = 24 * hour;

/** Hours of the day of UTC, as the sample colleagues keep them. */
const daysAt = (at: (hours: number) => number): readonly Omit<ScheduleView, 'personId'>[] => {
  const work = { workingDay: { from: at(8), to: at(17) }, timeZone: 'Europe/London' };
  const round = { from: at(8), to: at(9), status: 'busy', subject: 'Ward round', place: 'Ward 3' } as const;
  return [
    {
      ...work,
      intervals: [
        { ...round, organiser: 'Jana Nováková' },
        { from: at(12), to: at(13), status: 'busy', isPrivate: true },
        { from: at(14.5), to: at(15.5), status: 'tentative', subject: 'Case conference', place: 'Room 2.04' },
      ],
      freeFrom: at(10.5),
      freeUntil: at(12),
      nextFree: { from: at(10.5), to: at(12) },
    },
    {
      ...work,
      intervals: [
        { from: at(9.5), to: at(11.5), status: 'busy' },
        { from: at(13), to: at(14), status: 'elsewhere' },
      ],
      freeFrom: at(11.5),
      nextFree: { from: at(11.5), to: at(17) },
    },
    {
      timeZone: 'America/New_York',
      workingDay: { from: at(14), to: at(22) },
      intervals: [{ from: at(15), to: at(16), status: 'busy', subject: 'Budget review' }],
      freeFrom: at(10.5),
      freeUntil: at(15),
      nextFree: { from: at(14), to: at(15) },
    },
    {
      ...work,
      intervals: [{ from: at(-24), to: at(72), status: 'outOfOffice', isAllDay: true }],
      nextFree: { from: at(80), to: at(89) },
      outOfOffice: {
        until: at(80),
        message: 'I am at the fair until Wednesday. For anything urgent ask Jana Nováková in Cardiology.',
      },
    },
    { intervals: [], problem: 'noRight' },
    {
      ...work,
      intervals: [{ from: at(8), to: at(17), status: 'busy' }],
      nextFree: { from: at(32), to: at(41) },
    },
    { timeZone: 'Europe/London', isDayOff: true, intervals: [], freeFrom: at(10.5) },
  ];
};

/** What a server says to a question about when people are free; the sample people in their order, again and again. */
export function sampleTimes(message: CalendarCommandMessage, now: number): FeedMessage {
  const midnight = Math.floor(now / dayMs) * dayMs;
  const days = daysAt((hours) => midnight + hours * hour);
  const dayOf = (personId: string): ScheduleView => {
    const place = Number(personId.replaceAll(/\D/g, '')) - 1;
    return { intervals: [], ...days[place % days.length], personId };
  };
  const answer = { id: message.id, from: midnight, to: midnight + dayMs };
  return message.type === 'readSchedules'
    ? { type: 'schedules', ...answer, schedules: message.personIds.map(dayOf) }
    : {
        type: 'calendar',
        ...answer,
        detail: message.personId === 'person-1' ? 'calendar' : 'schedule',
        schedule: dayOf(message.personId),
      };
}
