import type { Instant } from '@switchboard/kit/clock';
import type { Locality } from '../state/locality.ts';

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

/** English words, in the order that the operator's English has: ours where they use another language. */
const inEnglish = ({ locale, timeZone }: Locality): Locality => ({
  locale: /^en\b/i.test(locale) ? locale : 'en-GB',
  timeZone,
});

/** Whether their clock counts to twelve, whatever their language. */
const countsToTwelve = ({ locale, timeZone }: Locality): boolean =>
  formatOf({ locale, timeZone }, 'cycle', { hour: 'numeric' }).resolvedOptions().hour12 === true;

/** `14:30`, or `2:30 pm`. */
export function clockOf(at: Instant, locality: Locality): string {
  const isShort = countsToTwelve(locality);
  const hours = isShort
    ? ({ hour: 'numeric', hourCycle: 'h12' } as const)
    : ({ hour: '2-digit', hourCycle: 'h23' } as const);
  return formatOf(inEnglish(locality), isShort ? 'short' : 'long', { ...hours, minute: '2-digit' }).format(
    at,
  );
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

/** `today`, `tomorrow`, `Thursday` within the week, else `3 December`, with its year when that is another. */
export function dayOf(at: Instant, now: Instant, locality: Locality): string {
  const days = wallOf(at, locality).day - wallOf(now, locality).day;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  const english = inEnglish(locality);
  if (days > 1 && days < 7) return formatOf(english, 'weekday', { weekday: 'long' }).format(at);
  const year = formatOf(english, 'year', { year: 'numeric' });
  return year.format(at) === year.format(now)
    ? formatOf(english, 'date', { day: 'numeric', month: 'long' }).format(at)
    : formatOf(english, 'whole date', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

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
  if (minute % 5 !== 0) return clockOf(at, locality);
  return minute <= 30
    ? `${minutes[minute]} past ${name(hour)}`
    : `${minutes[60 - minute]} to ${name(hour + 1)}`;
}
