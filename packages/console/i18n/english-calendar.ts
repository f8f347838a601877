import type { BusyIntervalView, CalendarProblem } from '@switchboard/contract/views/schedule-view';
import type { Instant } from '@switchboard/kit/clock';
import type { DayState } from '../state/day-state.ts';
import type { Locality } from '../state/locality.ts';
import { englishTimes, spokenTime } from './english-times.ts';

const { clockOf, dayOf, momentOf, untilDay } = englishTimes;

type Clock = (at: Instant, locality: Locality) => string;

/** What a day comes to, with times as `clock` tells them. */
function stateIn(state: DayState, now: Instant, locality: Locality, clock: Clock): string {
  switch (state.kind) {
    case 'away':
      return state.back === undefined
        ? 'out of office'
        : `out of office until ${untilDay(state.back, now, locality)}`;
    case 'free':
      return state.until === undefined ? 'free' : `free until ${clock(state.until, locality)}`;
    case 'busy':
      return `free from ${clock(state.until, locality)}`;
    case 'full':
      return 'not free today';
    case 'before':
      return `works from ${clock(state.from, locality)}`;
    case 'after':
      return `off since ${clock(state.since, locality)}`;
    case 'off':
      return 'day off';
  }
}

const problems: Record<CalendarProblem, string> = {
  noRight: 'You may not see when they are free: they do not show you their calendar.',
  signIn: 'Sign in anew to see when colleagues are free: Microsoft asks for it.',
  noMailbox: 'They have no calendar in Microsoft 365.',
  unavailable: 'Microsoft does not tell when they are free just now. It is asked again in a minute.',
};

const briefProblems: Partial<Record<CalendarProblem, string>> = {
  noRight: 'private calendar',
  noMailbox: 'no calendar',
};

const statuses: Record<BusyIntervalView['status'], string> = {
  free: 'Free',
  tentative: 'Tentative',
  busy: 'Busy',
  outOfOffice: 'Out of office',
  elsewhere: 'Working elsewhere',
  unknown: 'Taken',
};

/** When colleagues are free. */
export const calendar = {
  clock: clockOf,
  /** `free → 15:00`, short enough for a row. */
  brief(state: DayState, now: Instant, locality: Locality): string {
    if (state.kind === 'free' && state.until !== undefined) return `free → ${clockOf(state.until, locality)}`;
    if (state.kind === 'away' && state.back !== undefined)
      return `back ${untilDay(state.back, now, locality)}`;
    return stateIn(state, now, locality, clockOf);
  },
  /** `free until half past two` */
  spoken: (state: DayState, now: Instant, locality: Locality): string =>
    stateIn(state, now, locality, spokenTime),
  /** `Free from 14:30` */
  written(state: DayState, now: Instant, locality: Locality): string {
    const text = stateIn(state, now, locality, clockOf);
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  today: 'Today',
  reading: 'The calendar is being read …',
  notAsked: 'The calendar cannot be read: not connected.',
  problem: (problem: CalendarProblem): string => problems[problem],
  /** In a row; nothing where it is the same for everybody, or passes. */
  briefProblem: (problem: CalendarProblem): string | undefined => briefProblems[problem],
  busyOnly: 'They do not share their calendar with you: this is what everybody may see.',
  coarse: 'Times are to the half hour.',
  nothing: 'No appointments today',
  status: (status: BusyIntervalView['status']): string => statuses[status],
  private: 'Private',
  allDay: 'All day',
  times: (from: Instant, to: Instant, locality: Locality): string =>
    `${clockOf(from, locality)} – ${clockOf(to, locality)}`,
  organiser: (name: string): string => `by ${name}`,
  /** `Next free tomorrow 09:00 – 10:30` */
  nextFree: (from: Instant, to: Instant, now: Instant, locality: Locality): string =>
    `Next free ${momentOf(from, now, locality)} – ${clockOf(to, locality)}`,
  outOfOffice: 'Out of office',
  /** `Back on 3 December` */
  back(at: Instant, now: Instant, locality: Locality): string {
    const day = dayOf(at, now, locality);
    if (day === 'today') return `Back at ${clockOf(at, locality)}`;
    return day === 'tomorrow' ? 'Back tomorrow' : `Back on ${day}`;
  },
  message: 'Their message',
  /** `14:30, 13:30 their time` */
  theirs: (own: string, theirs: string): string => `${own}, ${theirs} their time`,
  /** `Their time is 07:30 in New York, 5 hours behind yours` */
  theirTime(at: Instant, theirs: Locality, aheadMinutes: number): string {
    const place = theirs.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? theirs.timeZone;
    const size = Math.abs(aheadMinutes);
    const hours = Math.floor(size / 60);
    const parts = [
      hours === 0 ? '' : hours === 1 ? '1 hour' : `${hours} hours`,
      size % 60 === 0 ? '' : `${size % 60} minutes`,
    ].filter((part) => part !== '');
    const way = aheadMinutes < 0 ? 'behind' : 'ahead of';
    return `Their time is ${clockOf(at, theirs)} in ${place}, ${parts.join(' ')} ${way} yours`;
  },
};
