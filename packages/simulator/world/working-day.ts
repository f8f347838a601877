import type { CalendarEvent, ShowAs } from './calendar-event.ts';
import { outlookId } from './personal-contact.ts';
import { mix, pickFrom } from './random.ts';
import { instantOf } from './time-zones.ts';
import { dayMs, isAway, mondayOf, type WorkingHours, weekdayOf, weekOf } from './working-week.ts';

const subjects = [
  'Ward round',
  'Budget review',
  'Interview',
  'Roster planning',
  'Supplier visit',
  'Project status',
  'Training',
  'Case conference',
  'One to one',
  'Fire drill preparation',
] as const;
const privateSubjects = ['Dentist', 'School meeting', 'Moving house', 'Personal appointment'] as const;

/** How a meeting shows, with how many of a hundred do. */
const shows: readonly (readonly [share: number, showAs: ShowAs])[] = [
  [70, 'busy'],
  [15, 'tentative'],
  [8, 'workingElsewhere'],
  [7, 'free'],
];

function showByChance(chance: number): ShowAs {
  let rest = chance % 100;
  for (const [share, showAs] of shows) {
    if (rest < share) return showAs;
    rest -= share;
  }
  return 'busy';
}

export interface Worker {
  readonly seed: number;
  /** In the directory. */
  readonly number: number;
  readonly zone: string;
  readonly hours: WorkingHours;
}

const minute = 60_000;

/** A week off is one appointment of its own, from Monday to Friday. */
function weekOff({ number, zone }: Worker, week: number): CalendarEvent {
  const monday = mondayOf(week);
  return {
    id: outlookId('away', number, week),
    subject: 'Out of office',
    location: null,
    start: instantOf(zone, monday * dayMs),
    end: instantOf(zone, (monday + 5) * dayMs),
    isAllDay: true,
    showAs: 'oof',
    isPrivate: false,
    seriesId: null,
    isOnline: false,
  };
}

function meeting(worker: Worker, day: number, at: number): CalendarEvent {
  const { seed, number, zone, hours } = worker;
  const chance = mix(seed, number, day, at, 73);
  const { start, end } = hours;
  const slots = Math.floor((end - start - 90) / 30);
  const begins = start + ((chance >>> 8) % slots) * 30;
  const lasts = pickFrom([30, 60, 60, 90], chance >>> 4);
  const isPrivate = chance % 7 === 0;
  return {
    id: outlookId('event', number, day, at),
    subject: isPrivate ? pickFrom(privateSubjects, chance >>> 3) : pickFrom(subjects, chance >>> 3),
    location: isPrivate ? null : `Room ${1 + (chance % 4)}.0${1 + ((chance >>> 5) % 9)}`,
    start: instantOf(zone, day * dayMs + begins * minute),
    end: instantOf(zone, day * dayMs + (begins + lasts) * minute),
    isAllDay: false,
    showAs: showByChance(chance >>> 12),
    isPrivate,
    seriesId: null,
    isOnline: !isPrivate && chance % 3 === 0,
  };
}

/** A quarter of an hour on the same day of each week. */
function teamMeeting(worker: Worker, day: number): CalendarEvent {
  const { number, zone } = worker;
  return {
    ...meeting(worker, day, 99),
    id: outlookId('team', number, day),
    subject: 'Team meeting',
    location: 'Team room',
    start: instantOf(zone, day * dayMs + 570 * minute),
    end: instantOf(zone, day * dayMs + 585 * minute),
    showAs: 'busy',
    isPrivate: false,
    seriesId: outlookId('team', number),
    isOnline: true,
  };
}

/** What somebody's calendar holds on a day of their own clock, in the order in which it was made up. */
export function eventsOfDay(worker: Worker, day: number): CalendarEvent[] {
  const { seed, number, hours } = worker;
  const weekday = weekdayOf(day);
  if (isAway(seed, number, weekOf(day))) return weekday === 1 ? [weekOff(worker, weekOf(day))] : [];
  if (!hours.days.includes(weekday)) return [];
  const count = mix(seed, number, day, 74) % 4;
  const meetings = Array.from({ length: count }, (_, at) => meeting(worker, day, at));
  const hasTeamMeeting = weekday === 1 + (mix(seed, number, 75) % 5);
  return hasTeamMeeting ? [teamMeeting(worker, day), ...meetings] : meetings;
}
