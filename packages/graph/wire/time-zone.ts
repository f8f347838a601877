import { must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import { windowsZones } from './windows-zones.ts';

/** A day of the week, 0 for Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** When a zone of Outlook's own making changes its clock: on the so-many-eth such day of a month, 5 for the last. */
export interface ClockChange {
  /** 1 for January. */
  readonly month: number;
  readonly weekday: Weekday;
  readonly occurrence: number;
  /** Minutes after midnight by the clock that is left. */
  readonly minute: number;
}

/** A zone with a name, or one that a mailbox describes by its rules. */
export type TimeZone =
  | { readonly kind: 'named'; readonly name: string }
  | {
      readonly kind: 'custom';
      /** How far the clock is ahead of UTC in winter, in minutes. */
      readonly offset: number;
      /** How much further in summer; 0 without a summer. */
      readonly summer: number;
      readonly toWinter?: ClockChange;
      readonly toSummer?: ClockChange;
    };

export const utc: TimeZone = { kind: 'named', name: 'UTC' };

const minute = 60_000;
/** By IANA name, so bounded by the number of zones. Making a format costs far more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();
/** `tzone://Microsoft/Utc` is how Outlook names a zone without a name. */
const utcNames: ReadonlySet<string> = new Set([
  'utc',
  'gmt',
  'z',
  'etc/utc',
  'etc/gmt',
  'tzone://microsoft/utc',
]);

/** The zone by its Windows name (`W. Europe Standard Time`) or its IANA name, in any case; undefined for no such zone. */
export function timeZone(name: string): TimeZone | undefined {
  const written = name.trim();
  const lower = written.toLowerCase();
  if (utcNames.has(lower)) return utc;
  const iana = windowsZones.get(lower) ?? written;
  // A fixed offset, which Intl takes too, is no zone; and no name is longer.
  if (!/^[a-z][a-z0-9_+/-]{1,63}$/i.test(iana)) return undefined;
  const format = formatOf(iana);
  return format === undefined ? undefined : { kind: 'named', name: format.resolvedOptions().timeZone };
}

function formatOf(iana: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(iana.toLowerCase());
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: iana, timeZoneName: 'longOffset' });
    formats.set(iana.toLowerCase(), format);
    return format;
  } catch (error) {
    // The one thing that Intl throws for a zone it does not know; anything else is a defect.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** How far the zone's clock is ahead of UTC at that moment, in milliseconds. */
export function zoneOffset(zone: TimeZone, instant: Instant): number {
  if (zone.kind === 'custom') return customOffset(zone, instant);
  const format = must(formatOf(zone.name), `the zone ${zone.name}`);
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(instant)) ?? [];
  if (sign === undefined) return 0;
  const size = (Number(hours) * 60 + Number(minutes)) * minute;
  return sign === '-' ? -size : size;
}

type CustomZone = Extract<TimeZone, { readonly kind: 'custom' }>;

function customOffset(zone: CustomZone, instant: Instant): number {
  const winter = zone.offset * minute;
  const summer = (zone.offset + zone.summer) * minute;
  if (zone.summer === 0 || zone.toSummer === undefined || zone.toWinter === undefined) return winter;
  const year = new Date(instant + winter).getUTCFullYear();
  const begins = changeIn(year, zone.toSummer) - winter;
  const ends = changeIn(year, zone.toWinter) - summer;
  const isSummer = begins < ends ? begins <= instant && instant < ends : instant >= begins || instant < ends;
  return isSummer ? summer : winter;
}

/** When the clock changes in a year, by the clock itself. */
function changeIn(year: number, { month, weekday, occurrence, minute: at }: ClockChange): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let day = 1 + ((weekday - first + 7) % 7) + (occurrence - 1) * 7;
  while (day > days) day -= 7;
  return Date.UTC(year, month - 1, day) + at * minute;
}

/** The moment at which the zone's clock shows a local time. In the hour that comes twice, the first of the two. */
export function instantAt(localAsUtc: number, zone: TimeZone): Instant {
  const guess = localAsUtc - zoneOffset(zone, localAsUtc);
  const earlier = localAsUtc - zoneOffset(zone, guess - 3 * 60 * minute);
  return zoneOffset(zone, earlier) === localAsUtc - earlier ? earlier : localAsUtc - zoneOffset(zone, guess);
}
