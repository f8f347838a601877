import type { Instant } from '@switchboard/kit/clock';
import type { Locality } from '../state/locality.ts';
import { timesIn, wallOf } from './calendar-times.ts';
import { forms } from './french-words.ts';

export const frenchTimes = timesIn({ locale: 'fr-FR', today: 'aujourd’hui', tomorrow: 'demain' });

/** `14 heures 30`, as people say it, whatever their clock counts to. */
export function spokenTime(at: Instant, locality: Locality): string {
  const { hour, minute } = wallOf(at, locality);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'minuit' : 'midi';
  const hours = `${hour} ${forms.plural(hour, 'heure', 'heures')}`;
  return minute === 0 ? hours : `${hours} ${String(minute).padStart(2, '0')}`;
}
