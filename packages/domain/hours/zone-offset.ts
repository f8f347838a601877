import { must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';

const minute = 60_000;
/** Two changes of a zone's clock that cancel each other are never so near: the nearest on record are weeks apart. */
const surelySame = 2 * 24 * 60 * minute;

/** A time for which the offset is known: at both its ends, and so in between. */
interface Stretch {
  from: Instant;
  to: Instant;
  readonly offset: number;
}

/** Summer and winter of this year and the next, and some more for whoever asks of another. */
const mostStretches = 8;

interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  /** Those asked for last. Intl takes some microseconds an answer, and opening hours ask by the hundred. */
  readonly stretches: Stretch[];
}

/** By lower-case name, so that its size is bounded by the number of zones. Making a format costs far more than using it. */
const clocks = new Map<string, ZoneClock>();

/**
 * Whether this is a name of the IANA time zone database (`Europe/Amsterdam`), in any case. A fixed offset (`+02:00`),
 * which `Intl` takes too, is none: it knows no summer time.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  if (clocks.has(name.toLowerCase())) return true;
  try {
    clockOf(name);
    return true;
  } catch (error) {
    // The one thing that Intl throws for a zone it does not know; anything else is a defect.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * How far the zone's clock is ahead of UTC at that moment, in milliseconds; negative to the west. An unknown zone is a
 * `RangeError`: names are checked with {@link isTimeZone} where they come in.
 */
export function offsetAt(timeZone: string, instant: Instant): number {
  const { format, stretches } = clockOf(timeZone);
  const known = stretches.find(({ from, to }) => from <= instant && instant <= to);
  if (known !== undefined) return known.offset;
  const offset = readOffset(format, instant);
  const near = stretches.find(
    (one) => one.offset === offset && one.from - surelySame <= instant && instant <= one.to + surelySame,
  );
  if (near === undefined) {
    stretches.push({ from: instant, to: instant, offset });
    if (stretches.length > mostStretches) stretches.shift();
  } else {
    near.from = Math.min(near.from, instant);
    near.to = Math.max(near.to, instant);
  }
  return offset;
}

function clockOf(timeZone: string): ZoneClock {
  const key = timeZone.toLowerCase();
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const clock: ZoneClock = { format, stretches: [] };
  clocks.set(key, clock);
  return clock;
}

/** The format ends in `GMT+05:45`, in `GMT-00:44:30` for zones of long ago, and in `GMT` alone for none. */
function readOffset(format: Intl.DateTimeFormat, instant: Instant): number {
  const [, sign, hours, minutes, seconds] = must(
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(instant)),
    'the offset from UTC in a formatted date',
  );
  if (sign === undefined) return 0;
  const size = Number(hours) * 60 * minute + Number(minutes) * minute + Number(seconds ?? 0) * 1_000;
  return sign === '-' ? -size : size;
}
