import type { Person } from './person.ts';
import { mix, pickFrom } from './random.ts';

export interface WorkingHours {
  /** 1 is Monday. */
  readonly days: readonly number[];
  /** Minutes after midnight of the person's own clock. */
  readonly start: number;
  readonly end: number;
}

const cities: Readonly<Record<string, string>> = {
  Berlin: 'Europe/Berlin',
  München: 'Europe/Berlin',
  Köln: 'Europe/Berlin',
  Paris: 'Europe/Paris',
  'New York': 'America/New_York',
};

export const zoneOfPerson = ({ city }: Person): string => cities[city ?? ''] ?? 'Europe/London';

const shifts = [
  [480, 1_020],
  [540, 1_050],
  [420, 960],
] as const;

/** Most work from Monday to Friday, every ninth not on Fridays. */
export function workingHoursOf(seed: number, number: number): WorkingHours {
  const chance = mix(seed, number, 71);
  const [start, end] = pickFrom(shifts, chance);
  return { days: chance % 9 === 0 ? [1, 2, 3, 4] : [1, 2, 3, 4, 5], start, end };
}

/** Five days of the seven; on each day five of seven people are there. */
export const shiftOf = (number: number): readonly number[] =>
  [1, 2, 3, 4, 5, 6, 7].filter((day) => (day + number) % 7 > 1);

export const dayMs = 86_400_000;

/** 1 is Monday, 7 Sunday; `day` counts from 1970-01-01, a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);
/** The Monday of a week, as a day. */
export const mondayOf = (week: number): number => week * 7 - 3;

/** The first numbers are the fixed people that tests and visitors use: they are at work. */
const alwaysThere = 20;

/** Whether somebody takes this week off: two weeks a year, by chance. */
export const isAway = (seed: number, number: number, week: number): boolean =>
  number >= alwaysThere && mix(seed, number, week, 72) % 26 === 0;
