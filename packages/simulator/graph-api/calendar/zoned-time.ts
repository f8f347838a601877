import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { instantOf, wallOf, zoneOf } from '../../world/time-zones.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { preference } from '../wire/query-options.ts';
import { type GraphReply, refuse } from '../wire/reply.ts';

/** The zone in which an answer tells its times, under the name the client gave it. */
export interface AnswerZone {
  readonly zone: string;
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

const unknownZone = (name: string): GraphReply =>
  refuse(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified: '${name}' is none.`,
  );

/** `Prefer: outlook.timezone="W. Europe Standard Time"`; UTC without it. */
export function answerZone(request: GraphRequest): Result<AnswerZone, GraphReply> {
  const name = preference(request, 'outlook.timezone');
  if (name === undefined) return ok({ zone: 'Etc/UTC', name: 'UTC', headers: {} });
  const zone = zoneOf(name);
  if (zone === undefined) return refused(unknownZone(name));
  return ok({ zone, name, headers: { 'preference-applied': `outlook.timezone="${name}"` } });
}

/** Seven digits after the point, and no offset. */
export const zonedTime = (instant: Instant, { zone, name }: Pick<AnswerZone, 'zone' | 'name'>) => ({
  dateTime: new Date(wallOf(zone, instant)).toISOString().replace('Z', '0000'),
  timeZone: name,
});

const wallPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/** A time with an offset, or one of the zone's clocks. */
export function readTime(text: string, zone: string): Instant | undefined {
  if (wallPattern.test(text)) {
    const wall = Date.parse(`${text.includes('T') ? text : `${text}T00:00`}Z`);
    return Number.isNaN(wall) ? undefined : instantOf(zone, wall);
  }
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

/** `{"dateTime": "2026-11-23T09:00:00", "timeZone": "GMT Standard Time"}` */
export function readZoned(
  field: string,
  given: { readonly dateTime: string; readonly timeZone?: string | null | undefined },
): Result<Instant, GraphReply> {
  const zone = zoneOf(given.timeZone ?? 'UTC');
  if (zone === undefined) return refused(unknownZone(given.timeZone ?? ''));
  const instant = readTime(given.dateTime, zone);
  return instant === undefined
    ? refused(refuse(400, 'ErrorInvalidParameter', `${field}: '${given.dateTime}' is not a time.`))
    : ok(instant);
}
