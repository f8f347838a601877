import type { CalendarProblem } from '@switchboard/contract/views/schedule-view';
import type { Operator } from '@switchboard/domain/operator/operator';
import { operatorAsker } from '@switchboard/graph/auth/operator-asker';
import type { OperatorTokenRefusal } from '@switchboard/graph/auth/operator-token-refusal';
import type { OperatorTokens } from '@switchboard/graph/auth/operator-tokens';
import type { CalendarRefusal } from '@switchboard/graph/calendar/calendar-refusal';
import {
  type CalendarQuestion,
  type CalendarView,
  readCalendar,
} from '@switchboard/graph/calendar/calendar-view';
import { type MailboxSettings, readMailboxSettings } from '@switchboard/graph/calendar/mailbox-settings';
import { readSchedules, type ScheduleQuestion, type Schedules } from '@switchboard/graph/calendar/schedules';
import type { OperatorAsker } from '@switchboard/graph/client/asker';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import type { Logger } from '@switchboard/kit/logger';
import { type Result, refused } from '@switchboard/kit/result';
import { operatorScopes } from './operator-scopes.ts';

export interface OperatorCalendarsParts {
  readonly graph: GraphClient;
  readonly operatorTokens: Pick<OperatorTokens, 'token'>;
  readonly log: Logger;
}

type Read<T> = Promise<Result<T, CalendarProblem>>;

/** What Microsoft shows an operator of other people's time, by that operator's own rights. */
export interface OperatorCalendars {
  schedules(operator: Operator, question: ScheduleQuestion): Read<Schedules>;
  appointments(operator: Operator, question: CalendarQuestion): Read<CalendarView>;
  /** Of a colleague `noRight`, unless Microsoft shows more than it says. */
  settings(operator: Operator, who: string): Read<MailboxSettings>;
}

export function createOperatorCalendars(parts: OperatorCalendarsParts): OperatorCalendars {
  const { graph } = parts;
  return {
    async schedules(operator, question) {
      const { schedules: scopes } = operatorScopes;
      const read = await ask(parts, operator, scopes, (asker) => readSchedules(graph, asker, question));
      // The whole request is about the asker's mailbox: an operator without one has nothing to ask by.
      return !read.ok && read.refusal === 'noMailbox' ? refused('noRight') : read;
    },
    appointments: (operator, question) =>
      ask(parts, operator, operatorScopes.calendars, (asker) => readCalendar(graph, asker, question)),
    settings: (operator, who) =>
      ask(parts, operator, operatorScopes.mailboxSettings, (asker) => readMailboxSettings(graph, asker, who)),
  };
}

/** Asks in the operator's name. */
async function ask<T>(
  { operatorTokens, log }: OperatorCalendarsParts,
  { tenantId, operatorId }: Operator,
  scopes: readonly string[],
  work: (asker: OperatorAsker) => Promise<Result<T, CalendarRefusal>>,
): Read<T> {
  const asker = await operatorAsker(operatorTokens, { tenantId, personId: operatorId }, scopes);
  if (!asker.ok) return refused(problemOfToken(asker.refusal));
  const read = await work(asker.value);
  if (read.ok) return read;
  const { code, problem } = read.refusal;
  if (code !== 'failed') return refused(code);
  const { code: said, status } = problem ?? {};
  log.warn('calendars were not read', { tenantId, operatorId, code: said, status });
  return refused('unavailable');
}

function problemOfToken(refusal: OperatorTokenRefusal): CalendarProblem {
  switch (refusal.code) {
    case 'signIn':
      return 'signIn';
    case 'askConsent':
      // A question to the person (a second factor) is answered by signing in; a missing consent is not.
      return refusal.claims === undefined ? 'noRight' : 'signIn';
    case 'refused':
    case 'unreachable':
      return 'unavailable';
  }
}
