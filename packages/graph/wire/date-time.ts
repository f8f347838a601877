import type { Instant } from '@switchboard/kit/clock';
import * as z from 'zod';
import { maybe, text } from './lenient.ts';
import { instantAt, type TimeZone, timeZone, utc } from './time-zone.ts';

/** `dateTimeTimeZone`: a local time with seven digits of a second and no offset, and the zone it is in. */
export const dateTimeSchema = maybe(z.looseObject({ dateTime: text, timeZone: text }));
export type GraphDateTime = z.output<typeof dateTimeSchema>;

const localPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** The moment that is meant; undefined when it is none, or in a zone that we do not know. No zone means UTC. */
export function instantOf(said: GraphDateTime): Instant | undefined {
  if (said?.dateTime === undefined) return undefined;
  const zone = said.timeZone === undefined ? utc : timeZone(said.timeZone);
  return zone === undefined ? undefined : instantIn(said.dateTime, zone);
}

/** The moment of a text like `2026-11-23T12:00:00.0000000`. An offset in the text is stronger than the zone. */
export function instantIn(written: string, zone: TimeZone): Instant | undefined {
  const match = localPattern.exec(written.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const local = Date.UTC(y, m - 1, d, Number(hour), Number(minute), Number(second));
  const date = new Date(Date.UTC(y, m - 1, d));
  const isReal = date.getUTCMonth() === m - 1 && date.getUTCDate() === d && Number(hour) <= 24;
  if (!isReal || Number(minute) > 59 || Number(second) > 60 || y < 1900) return undefined;
  const exact = local + Math.trunc(Number(`0.${fraction || '0'}`) * 1_000);
  return offset === undefined ? instantAt(exact, zone) : exact - offsetMs(offset);
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.replace(':', '');
  const size = (Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))) * 60_000;
  return digits.startsWith('-') ? -size : size;
}
