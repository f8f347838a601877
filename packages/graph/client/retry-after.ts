import type { Instant } from '@switchboard/kit/clock';

/** A longer pause than this is a mistake of the sender's: nothing of Graph's is documented to close for an hour. */
const longestMs = 3_600_000;

/** Milliseconds that a `Retry-After` header asks for, as seconds or as a date; undefined when it says nothing usable. */
export function retryAfterMs(header: string | null, now: Instant): number | undefined {
  const value = header?.trim() ?? '';
  if (value === '') return undefined;
  const wait = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(0, Math.ceil(wait)), longestMs);
}
