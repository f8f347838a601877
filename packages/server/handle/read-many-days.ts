import type { CalendarProblem } from '@switchboard/contract/views/schedule-view';
import type { Period } from '@switchboard/domain/calendar/day';
import type { Person } from '@switchboard/domain/directory/person';
import type { PersonId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { CalendarRefusal } from '@switchboard/graph/calendar/calendar-refusal';
import type { PersonSchedule } from '@switchboard/graph/calendar/schedules';
import type { Logger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { PersonTime } from '../present/present-schedule.ts';
import type { OperatorCalendars } from './operator-calendars.ts';

export type ReadTime = Result<PersonTime, CalendarProblem>;

/** Where what was read a moment ago is: by the operator who asked, since another one may see less. */
export interface TimesKept {
  recall(key: string): ReadTime | undefined;
  remember(key: string, time: ReadTime): void;
}

export interface ManyDaysParts {
  readonly calendars: OperatorCalendars;
  readonly kept: TimesKept;
  readonly log: Logger;
}

export const addressOf = ({ mail = '' }: Person): string => mail.trim().toLowerCase();

export const keyOf = (
  what: string,
  { tenantId, operatorId }: Operator,
  personId: PersonId,
  day: Period,
): string => [what, tenantId, operatorId, personId, day.from, day.to].join(' ');

/**
 * The day of each of these people, as the operator may see it; whoever Microsoft says nothing of is left out. The refusal
 * is why nothing new was read; what was read a moment ago is there all the same.
 */
export async function readManyDays(
  { calendars, kept, log }: ManyDaysParts,
  operator: Operator,
  people: readonly Person[],
  day: Period,
): Promise<{ readonly times: ReadonlyMap<PersonId, ReadTime>; readonly problem?: CalendarProblem }> {
  const times = new Map<PersonId, ReadTime>();
  const missing: Person[] = [];
  for (const person of people) {
    const known = kept.recall(keyOf('day', operator, person.personId, day));
    if (known === undefined) missing.push(person);
    else times.set(person.personId, known);
  }
  if (missing.length === 0) return { times };
  const read = await calendars.schedules(operator, { addresses: missing.map(addressOf), ...day });
  if (!read.ok) return { times, problem: read.refusal };
  const { byAddress, ignored } = read.value;
  if (ignored.length > 0) {
    log.info('parts of schedules were not read', { tenantId: operator.tenantId, count: ignored.length });
  }
  for (const person of missing) {
    const schedule = byAddress.get(addressOf(person));
    if (schedule === undefined) continue;
    const time = timeOf(schedule, day);
    times.set(person.personId, time);
    kept.remember(keyOf('day', operator, person.personId, day), time);
  }
  return { times };
}

export const timeOf = (schedule: Result<PersonSchedule, CalendarRefusal>, known: Period): ReadTime =>
  schedule.ok ? ok({ ...schedule.value, known }) : refused(problemOf(schedule.refusal.code));

const problemOf = (code: CalendarRefusal['code']): CalendarProblem =>
  code === 'failed' ? 'unavailable' : code;
