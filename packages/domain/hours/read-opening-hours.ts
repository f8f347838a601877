import { ok, type Result } from '@switchboard/kit/result';
import type { Holiday, OpeningHours, OpenPeriod } from '../queue/queue.ts';
import { type FieldProblem, fieldProblem } from './field-problem.ts';
import { minutesOf } from './opening-hours.ts';
import { isTimeZone } from './zone-offset.ts';

type Read<T> = Result<T, FieldProblem>;

const weekdays = ['1', '2', '3', '4', '5', '6', '7'];
/** Enough for any business, and few enough that hours are worked out in no time. */
export const mostPeriods = 24;
export const mostHolidays = 1_000;
const longestName = 100;

/**
 * Opening hours as an administrator entered them, or the first thing that is wrong. Periods come out in the order of
 * time, names without spaces around them. A day crosses midnight as two periods: until 24:00, and from 00:00 of the
 * next. What is not known here is refused, so that a slip of the pen is no day off.
 */
export function readOpeningHours(input: unknown): Read<OpeningHours> {
  const fields = readObject('', input, ['timeZone', 'week', 'holidays']);
  if (!fields.ok) return fields;
  const { timeZone } = fields.value;
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone))
    return fieldProblem(
      'timeZone',
      `${shown(timeZone)} is no time zone`,
      'give a name of the IANA time zone database, such as Europe/Amsterdam',
    );
  const week = readWeek(fields.value['week']);
  if (!week.ok) return week;
  const holidays = readHolidays(fields.value['holidays'] ?? []);
  return holidays.ok ? ok({ timeZone, week: week.value, holidays: holidays.value }) : holidays;
}

function readWeek(input: unknown): Read<OpeningHours['week']> {
  const days = readObject('week', input, weekdays);
  if (!days.ok) return days;
  const week: Record<string, readonly OpenPeriod[]> = {};
  for (const weekday of weekdays) {
    const periods = readPeriods(`week.${weekday}`, days.value[weekday] ?? []);
    if (!periods.ok) return periods;
    if (periods.value.length > 0) week[weekday] = periods.value;
  }
  return ok(week);
}

function readHolidays(input: unknown): Read<readonly Holiday[]> {
  const list = readList('holidays', input, mostHolidays, readHoliday);
  if (!list.ok) return list;
  const seen = new Set<string>();
  for (const [index, { date }] of list.value.entries()) {
    if (seen.has(date))
      return fieldProblem(`holidays[${index}].date`, `${date} is there twice`, 'leave one of the two out');
    seen.add(date);
  }
  return list;
}

function readHoliday(field: string, input: unknown): Read<Holiday> {
  const fields = readObject(field, input, ['date', 'name', 'periods']);
  if (!fields.ok) return fields;
  const { date, name } = fields.value;
  if (typeof date !== 'string' || !isDate(date))
    return fieldProblem(
      `${field}.date`,
      `${shown(date)} is no date`,
      'give YYYY-MM-DD, or MM-DD for a day of every year',
    );
  const trimmed = typeof name === 'string' ? name.trim() : '';
  if (trimmed === '' || trimmed.length > longestName)
    return fieldProblem(
      `${field}.name`,
      `${shown(name)} is no name of a holiday`,
      `give 1 to ${longestName} characters`,
    );
  if (fields.value['periods'] === undefined) return ok({ date, name: trimmed });
  const periods = readPeriods(`${field}.periods`, fields.value['periods']);
  if (!periods.ok) return periods;
  return ok({ date, name: trimmed, ...(periods.value.length === 0 ? {} : { periods: periods.value }) });
}

/** A day of every year may be 29 February: it is kept in leap years. */
function isDate(text: string): boolean {
  const full = /^\d\d-\d\d$/.test(text) ? `2024-${text}` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(full)) return false;
  const date = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
}

function readPeriods(field: string, input: unknown): Read<readonly OpenPeriod[]> {
  const list = readList(field, input, mostPeriods, readPeriod);
  if (!list.ok) return list;
  const sorted = list.value.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from));
  for (const [index, period] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && minutesOf(period.from) < minutesOf(before.to))
      return fieldProblem(
        field,
        `${before.from}–${before.to} and ${period.from}–${period.to} overlap`,
        'let each period begin when the one before has ended, or make them one',
      );
  }
  return ok(sorted);
}

function readPeriod(field: string, input: unknown): Read<OpenPeriod> {
  const fields = readObject(field, input, ['from', 'to']);
  if (!fields.ok) return fields;
  const { from, to } = fields.value;
  if (!isTime(from) || from === '24:00')
    return fieldProblem(`${field}.from`, `${shown(from)} is no time`, 'give HH:MM, 00:00 to 23:59');
  if (!isTime(to))
    return fieldProblem(`${field}.to`, `${shown(to)} is no time`, 'give HH:MM, 00:01 to 24:00');
  if (minutesOf(to) <= minutesOf(from))
    return fieldProblem(
      `${field}.to`,
      `${to} is not later than ${from}`,
      'give a later time; for hours across midnight end with 24:00, and begin the next day with 00:00',
    );
  return ok({ from, to });
}

const isTime = (input: unknown): input is string =>
  typeof input === 'string' && (/^([01]\d|2[0-3]):[0-5]\d$/.test(input) || input === '24:00');

function readObject(field: string, input: unknown, known: readonly string[]): Read<Record<string, unknown>> {
  const remedy =
    known === weekdays ? 'give weekdays, 1 for Monday to 7 for Sunday' : `give ${known.join(', ')}`;
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return fieldProblem(field, `${shown(input)} is no object`, remedy);
  const value: Record<string, unknown> = { ...input };
  const strange = Object.keys(value).find((key) => !known.includes(key));
  if (strange === undefined) return ok(value);
  const path = field === '' ? strange : `${field}.${strange}`;
  return fieldProblem(path, `${shown(strange)} is not known here`, remedy);
}

function readList<T>(
  field: string,
  input: unknown,
  most: number,
  read: (field: string, item: unknown) => Read<T>,
): Read<readonly T[]> {
  if (!Array.isArray(input))
    return fieldProblem(field, `${shown(input)} is no list`, 'give a list, or leave it out');
  const items: readonly unknown[] = input;
  if (items.length > most)
    return fieldProblem(field, `there are ${items.length} of them`, `give at most ${most}`);
  const values: T[] = [];
  for (const [index, item] of items.entries()) {
    const one = read(`${field}[${index}]`, item);
    if (!one.ok) return one;
    values.push(one.value);
  }
  return ok(values);
}

/** As it was entered, cut short: it goes into a sentence. */
function shown(input: unknown): string {
  if (input === undefined || input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input !== 'string') return typeof input === 'object' ? 'an object' : `a ${typeof input}`;
  return JSON.stringify(input.length > 40 ? `${input.slice(0, 40)}…` : input);
}
