import type { Instant } from '@switchboard/kit/clock';
import type { Locality } from '../state/locality.ts';
import { timesIn, wallOf } from './calendar-times.ts';

export const germanTimes = timesIn({ locale: 'de-DE', today: 'heute', tomorrow: 'morgen' });

const hours = 'zwölf eins zwei drei vier fünf sechs sieben acht neun zehn elf'.split(' ');
/** Before the hour that has struck. */
const past: Readonly<Record<number, string>> = {
  5: 'fünf nach',
  10: 'zehn nach',
  15: 'Viertel nach',
  20: 'zwanzig nach',
};
/** Before the hour that comes. */
const ahead: Readonly<Record<number, string>> = {
  25: 'fünf vor halb',
  30: 'halb',
  35: 'fünf nach halb',
  40: 'zwanzig vor',
  45: 'Viertel vor',
  50: 'zehn vor',
  55: 'fünf vor',
};

/** `halb drei`, as people say it; odd minutes as the clock shows them. */
export function spokenTime(at: Instant, locality: Locality): string {
  const { hour, minute } = wallOf(at, locality);
  const name = (of: number): string => hours[of % 12] ?? '';
  if (minute === 0) {
    if (hour === 0) return 'Mitternacht';
    if (hour === 12) return 'zwölf Uhr mittags';
    return hour % 12 === 1 ? 'ein Uhr' : `${name(hour)} Uhr`;
  }
  if (past[minute] !== undefined) return `${past[minute]} ${name(hour)}`;
  return ahead[minute] === undefined
    ? germanTimes.clockOf(at, locality)
    : `${ahead[minute]} ${name(hour + 1)}`;
}
