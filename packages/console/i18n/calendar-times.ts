import type { Instant } from '@switchboard/kit/clock';
import type { Locality } from '../state/locality.ts';

/** What a language says times with. */
export interface TimeWords {
  /** Ours, for an operator whose browser has another language: `en-GB`. */
  readonly locale: string;
  readonly today: string;
  readonly tomorrow: string;
}

/** How a language writes times of day and days, by the clock where the operator sits. */
export interface CalendarTimes {
  /** `14:30`, or `2:30 pm`. */
  readonly clockOf: (at: Instant, locality: Locality) => string;
  /** `today`, `tomorrow`, `Thursday` within the week, else `3 December`, with its year when that is another. */
  readonly dayOf: (at: Instant, now: Instant, locality: Locality) => string;
  /** A moment as `14:30` while it is today, else with its day: `tomorrow 09:00`. */
  readonly momentOf: (at: Instant, now: Instant, locality: Locality) => string;
  /** `Thursday`, or the time of a day that is today. */
  readonly untilDay: (at: Instant, now: Instant, locality: Locality) => string;
}

/** By locale, zone and fields: a handful. Making a format costs far more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(
  { locale, timeZone }: Locality,
  name: string,
  fields: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${name}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...fields, timeZone });
  formats.set(key, format);
  return format;
}

const cycles = new Map<string, boolean>();

/** Whether their clock counts to twelve, whatever their language. */
function countsToTwelve({ locale }: Locality): boolean {
  const known = cycles.get(locale);
  if (known !== undefined) return known;
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  cycles.set(locale, hour12 === true);
  return hour12 === true;
}

const languages = new Map<string, string>();

function languageOf(locale: string): string {
  const known = languages.get(locale) ?? new Intl.Locale(locale).language;
  languages.set(locale, known);
  return known;
}

interface Wall {
  /** Days since 1970 of the local calendar. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** What clock and calendar show there. */
export function wallOf(at: Instant, { timeZone }: Pick<Locality, 'timeZone'>): Wall {
  const fields = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  } as const;
  const parts = formatOf({ locale: 'en-GB', timeZone }, 'wall', fields).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const day = Date.UTC(part('year'), part('month') - 1, part('day')) / (24 * 3_600_000);
  return { day, hour: part('hour'), minute: part('minute') };
}

/** 0 is today, 1 tomorrow. */
export const daysAhead = (at: Instant, now: Instant, locality: Locality): number =>
  wallOf(at, locality).day - wallOf(now, locality).day;

/** Words in the language, in the order that the operator's own kind of it has: Swiss German, American English. */
export function timesIn({ locale, today, tomorrow }: TimeWords): CalendarTimes {
  const language = languageOf(locale);
  const here = (locality: Locality): Locality =>
    languageOf(locality.locale) === language ? locality : { ...locality, locale };

  function clockOf(at: Instant, locality: Locality): string {
    const isShort = countsToTwelve(locality);
    const hours = isShort
      ? ({ hour: 'numeric', hourCycle: 'h12' } as const)
      : ({ hour: '2-digit', hourCycle: 'h23' } as const);
    return formatOf(here(locality), isShort ? 'short' : 'long', { ...hours, minute: '2-digit' }).format(at);
  }

  function dayOf(at: Instant, now: Instant, locality: Locality): string {
    const days = daysAhead(at, now, locality);
    if (days === 0) return today;
    if (days === 1) return tomorrow;
    const own = here(locality);
    if (days > 1 && days < 7) return formatOf(own, 'weekday', { weekday: 'long' }).format(at);
    const year = formatOf(own, 'year', { year: 'numeric' });
    return year.format(at) === year.format(now)
      ? formatOf(own, 'date', { day: 'numeric', month: 'long' }).format(at)
      : formatOf(own, 'whole date', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  }

  return {
    clockOf,
    dayOf,
    momentOf: (at, now, locality) =>
      daysAhead(at, now, locality) === 0
        ? clockOf(at, locality)
        : `${dayOf(at, now, locality)} ${clockOf(at, locality)}`,
    untilDay: (at, now, locality) =>
      daysAhead(at, now, locality) === 0 ? clockOf(at, locality) : dayOf(at, now, locality),
  };
}
