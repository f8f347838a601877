import type { Instant } from '@switchboard/kit/clock';
import type { Locality } from '../state/locality.ts';
import { timesIn, wallOf } from './calendar-times.ts';

export const dutchTimes = timesIn({ locale: 'nl-NL', today: 'vandaag', tomorrow: 'morgen' });

const hours = 'twaalf een twee drie vier vijf zes zeven acht negen tien elf'.split(' ');
/** What of the hour has passed, before its name: up to a quarter past it is the last hour, then the next one. */
const past: Readonly<Record<number, string>> = { 5: 'vijf over', 10: 'tien over', 15: 'kwart over' };
const ahead: Readonly<Record<number, string>> = {
  20: 'tien voor half',
  25: 'vijf voor half',
  30: 'half',
  35: 'vijf over half',
  40: 'tien over half',
  45: 'kwart voor',
  50: 'tien voor',
  55: 'vijf voor',
};

/** `half drie`, as people say it; odd minutes as the clock shows them. */
export function spokenTime(at: Instant, locality: Locality): string {
  const { hour, minute } = wallOf(at, locality);
  const name = (of: number): string => hours[of % 12] ?? '';
  if (minute === 0) {
    if (hour === 0) return 'middernacht';
    return hour === 12 ? 'twaalf uur ’s middags' : `${name(hour)} uur`;
  }
  if (past[minute] !== undefined) return `${past[minute]} ${name(hour)}`;
  return ahead[minute] === undefined
    ? dutchTimes.clockOf(at, locality)
    : `${ahead[minute]} ${name(hour + 1)}`;
}
