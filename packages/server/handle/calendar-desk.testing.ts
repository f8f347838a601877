import type { CalendarCommandMessage } from '@switchboard/contract/commands/people-command';
import type { Person } from '@switchboard/domain/directory/person';
import { personId } from '@switchboard/domain/ids';
import type { OperatorTokenRefusal } from '@switchboard/graph/auth/operator-token-refusal';
import type { GraphProblem } from '@switchboard/graph/client/graph-problem';
import type { GraphClient, GraphRequest } from '@switchboard/graph/client/graph-request';
import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { findOperator } from '@switchboard/store/tenants/tenants';
import { knowPeople } from '@switchboard/store/testing/sample-people.testing';
import { contoso, olga, omar, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { createCalendarCommands } from './calendar-commands.ts';

/** 09:00 in London on a Monday. */
export const monday = Date.UTC(2026, 10, 23, 9);
export const hour = 3_600_000;
export const london = 'Europe/London';

/** As Graph writes a moment of that Monday, in UTC. */
export const at = (hours: number) => ({
  dateTime: new Date(Date.UTC(2026, 10, 23) + hours * hour).toISOString().replace('Z', '0000'),
  timeZone: 'UTC',
});
export const item = (from: number, to: number, more: object = {}) => ({
  status: 'busy',
  start: at(from),
  end: at(to),
  ...more,
});
export const nineToFive = {
  daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  startTime: '09:00:00.0000000',
  endTime: '17:00:00.0000000',
  timeZone: { name: 'GMT Standard Time' },
};

export const colleague = (name: string, more: Partial<Person> = {}): Person => ({
  personId: personId(name),
  name,
  mail: `${name}@contoso.example`,
  ...more,
});

/** Answers by what is asked; a problem refuses. */
export type Answering = (request: GraphRequest) => object | GraphProblem | Promise<object>;

export const forbidden = (code = 'ErrorAccessDenied'): GraphProblem => ({
  kind: 'forbidden',
  status: 403,
  code,
  message: code,
});

/** The addresses that a `getSchedule` asks for; none: it is another request. */
export const addressesIn = ({ path, body }: GraphRequest): readonly string[] =>
  path.endsWith('/getSchedule') ? (body as { schedules: string[] }).schedules : [];

const isProblem = (answer: object): answer is GraphProblem => 'kind' in answer && 'code' in answer;

/** The commands before people of a tenant and a Graph that a test makes up. */
export async function calendarDesk(people: readonly Person[], answering: Answering) {
  const { store } = await tenantStores();
  await knowPeople(store, contoso, people);
  const clock = new ManualClock(monday);
  const asked: GraphRequest[] = [];
  const tokensAsked: { readonly scopes: readonly string[]; readonly fresh: boolean }[] = [];
  const tokens: { refusal?: OperatorTokenRefusal } = {};
  const graph: GraphClient = {
    async request(request) {
      asked.push(request);
      const answer = await answering(request);
      return isProblem(answer) ? refused(answer) : ok({ status: 200, headers: new Headers(), body: answer });
    },
  };
  const commands = createCalendarCommands({
    store,
    clock,
    graph,
    log: silentLogger,
    operatorTokens: {
      async token(
        { personId: id },
        scopes,
        { fresh = false } = {},
      ): Promise<Result<string, OperatorTokenRefusal>> {
        tokensAsked.push({ scopes, fresh });
        return tokens.refusal === undefined
          ? ok(`${fresh ? 'fresh ' : ''}token of ${id}`)
          : refused(tokens.refusal);
      },
    },
  });
  const operators = {
    olga: must(await findOperator(store, contoso, olga), 'Olga'),
    omar: must(await findOperator(store, contoso, omar), 'Omar'),
  };
  const lines = { olga: {}, omar: {} };
  const ask = (message: CalendarCommandMessage, who: 'olga' | 'omar' = 'olga') =>
    commands.command(operators[who], message, lines[who]);
  return { clock, asked, tokensAsked, tokens, ask };
}
