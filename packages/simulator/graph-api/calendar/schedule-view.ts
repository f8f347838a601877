import type { Instant } from '@switchboard/kit/clock';
import type { CalendarEvent, ShowAs } from '../../world/calendar-event.ts';
import { windowsName } from '../../world/time-zones.ts';
import type { WorkingHours } from '../../world/working-week.ts';
import type { Json } from '../entities/entity-shape.ts';
import { type AnswerZone, zonedTime } from './zoned-time.ts';

export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  readonly intervalMs: number;
}

const digits: Readonly<Record<ShowAs, string>> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
};

/** What counts where several appointments share an interval, the strongest last. */
const strength: readonly ShowAs[] = ['free', 'workingElsewhere', 'tentative', 'busy', 'oof'];

/** One digit for each interval of the period. */
export function availabilityView(events: readonly CalendarEvent[], { from, to, intervalMs }: Period): string {
  const shown: ShowAs[] = Array.from({ length: Math.ceil((to - from) / intervalMs) }, () => 'free');
  for (const { start, end, showAs } of events) {
    const first = Math.max(0, Math.floor((start - from) / intervalMs));
    for (let at = first; at < shown.length && from + at * intervalMs < end; at++) {
      if (strength.indexOf(showAs) > strength.indexOf(shown[at] ?? 'free')) shown[at] = showAs;
    }
  }
  return shown.map((showAs) => digits[showAs]).join('');
}

/** `withDetails`: whether the asker may read what it is about; private appointments are told without in any case. */
export function scheduleItem(
  event: CalendarEvent,
  zone: AnswerZone,
  withDetails: boolean,
  isOwn: boolean,
): Json {
  const times = { start: zonedTime(event.start, zone), end: zonedTime(event.end, zone) };
  if (!withDetails) return { status: event.showAs, ...times };
  const { isPrivate, subject, location } = event;
  const text = isPrivate && !isOwn ? {} : { subject, location: location ?? '' };
  return { isPrivate, status: event.showAs, ...text, ...times };
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00.0000000`;

export const workingHoursJson = ({ days, start, end }: WorkingHours, zone: string): Json => ({
  daysOfWeek: days.map((day) => dayNames[day - 1]),
  startTime: clock(start),
  endTime: clock(end),
  timeZone: { name: windowsName(zone) },
});
