import type { Instant } from '@switchboard/kit/clock';
import type { Locality } from '../state/locality.ts';
import { timesIn, wallOf } from './calendar-times.ts';

export const englishTimes = timesIn({ locale: 'en-GB', today: 'today', tomorrow: 'tomorrow' });

const numbers = 'twelve one two three four five six seven eight nine ten eleven'.split(' ');
const minutes: Readonly<Record<number, string>> = {
  5: 'five',
  10: 'ten',
  15: 'quarter',
  20: 'twenty',
  25: 'twenty-five',
  30: 'half',
};

/** `half past two`, as people say it; odd minutes as the clock shows them. */
export function spokenTime(at: Instant, locality: Locality): string {
  const { hour, minute } = wallOf(at, locality);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const name = (hours: number): string => numbers[hours % 12] ?? '';
  if (minute === 0) return `${name(hour)} o’clock`;
  if (minute % 5 !== 0) return englishTimes.clockOf(at, locality);
  return minute <= 30
    ? `${minutes[minute]} past ${name(hour)}`
    : `${minutes[60 - minute]} to ${name(hour + 1)}`;
}
