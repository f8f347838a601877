import { ok, type Result } from '@switchboard/kit/result';
import { type FieldProblem, fieldProblem } from '../hours/field-problem.ts';
import { isAnonymous, type Party } from '../party/party.ts';
import type { QueueSettings } from './queue.ts';

/** The callers whom a queue treats otherwise than the rest. */
export type CallerLists = Pick<QueueSettings, 'vip' | 'blocked' | 'rejectWithheld'>;

/** As many digits as E.164 allows a number. */
const longestNumber = 15;
/** Shorter ones exist in no country with their country code in front; a star forgotten is more likely. */
const shortestNumber = 7;
/** Enough for any list that people keep, and few enough to go through with each call. */
export const mostEntries = 5_000;

/** Whether this caller is refused. A number on both lists is treated as the entry says that fits it more closely. */
export function isBlocked(lists: CallerLists, caller: Party): boolean {
  if (isAnonymous(caller)) return lists.rejectWithheld;
  return closeness(lists.blocked, caller) > closeness(lists.vip, caller);
}

/** Whether this caller goes ahead of the others. Who is on both lists with entries equally close does. */
export function isVip(lists: CallerLists, caller: Party): boolean {
  const ofVip = closeness(lists.vip, caller);
  return ofVip > 0 && ofVip >= closeness(lists.blocked, caller);
}

/** How closely the best entry fits: 0 not at all, then by the digits of a prefix, and a whole number closest of all. */
function closeness(entries: readonly string[], caller: Party): number {
  if (caller.kind !== 'number') return 0;
  const number = normalNumber(caller.number);
  return entries.reduce((closest, entry) => Math.max(closest, fit(normalNumber(entry), number)), 0);
}

/**
 * A network may leave the `+` of a whole number out. The beginning of a number without one tells nothing: it may as
 * well be an extension of the house.
 */
function fit(entry: string, number: string): number {
  if (entry.endsWith('*')) return number.startsWith(entry.slice(0, -1)) ? entry.length : 0;
  const isSame = entry.replace('+', '') === number.replace('+', '');
  return isSame ? longestNumber + entry.length : 0;
}

/** Without what people and networks put around the digits: spaces, brackets, `tel:`, an extension, `00` for `+`. */
function normalNumber(text: string): string {
  // Entries are kept like this; to see that first makes a list of thousands ten times faster to go through.
  if (/^\+\d+\*?$/.test(text)) return text;
  return text
    .replace(/^\s*tel:|;.*$/gi, '')
    .replace(/[\s().\-/]/g, '')
    .replace(/^00/, '+');
}

/**
 * A list as an administrator entered it, or the first entry that is wrong: numbers with their country in front, as
 * people write them, or the beginning of numbers and a `*`. They come out as `+` and digits, each once.
 *
 * @param field the list's name, for the problem
 */
export function readCallerList(field: string, input: unknown): Result<readonly string[], FieldProblem> {
  if (!Array.isArray(input)) return fieldProblem(field, 'it is no list', 'give a list of numbers');
  const entries: readonly unknown[] = input;
  if (entries.length > mostEntries)
    return fieldProblem(field, `there are ${entries.length} numbers`, `give at most ${mostEntries}`);
  const numbers = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const number = typeof entry === 'string' ? normalEntry(entry) : undefined;
    if (number === undefined)
      return fieldProblem(
        `${field}[${index}]`,
        `${typeof entry === 'string' ? JSON.stringify(entry.slice(0, 40)) : 'it'} is no number`,
        'give + and the country in front, such as +44 20 7946 0123, or its beginning and a star: +44 20 7946*',
      );
    numbers.add(number);
  }
  return ok([...numbers]);
}

/** `+` and digits, at the end perhaps `*`; undefined if it is none. */
function normalEntry(entry: string): string | undefined {
  const normal = normalNumber(entry);
  const [, digits = '', star] = /^\+([1-9]\d*)(\*?)$/.exec(normal) ?? [];
  const isLongEnough = star === '*' || digits.length >= shortestNumber;
  return digits !== '' && isLongEnough && digits.length <= longestNumber ? normal : undefined;
}
