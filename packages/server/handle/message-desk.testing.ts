import type { MessageCommandMessage } from '@switchboard/contract/commands/message-command';
import type { Person } from '@switchboard/domain/directory/person';
import type { PersonId } from '@switchboard/domain/ids';
import type { OperatorTokenRefusal } from '@switchboard/graph/auth/operator-token-refusal';
import type { GraphProblem } from '@switchboard/graph/client/graph-problem';
import type { GraphClient, GraphRequest } from '@switchboard/graph/client/graph-request';
import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import { readMessages } from '@switchboard/store/messages/messages';
import { findOperator } from '@switchboard/store/tenants/tenants';
import { enterPeople, somebody } from '@switchboard/store/testing/enter-people.testing';
import { contoso, now, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { createGraphCarriers } from './graph-carriers.ts';
import { createMessageCommands } from './message-commands.ts';

export const jan: Person = somebody('Jan Devries', {
  mail: 'jan.devries@contoso.example',
  language: 'nl-NL',
});

export const problem = (kind: 'forbidden' | 'gone' | 'unauthorized', status: number): GraphProblem => ({
  ...{ kind, status, code: kind, message: kind },
});
export const throttled: GraphProblem = {
  ...{ kind: 'throttled', status: 429, code: 'TooManyRequests', message: '', retryAfterMs: 20_000 },
};
export const lost: GraphProblem = {
  ...{ kind: 'unavailable', status: 0, code: 'timedOut', message: 'no answer', sent: 'maybe' },
};

/** What a Graph that a test makes up answers; undefined: done. */
export type Answering = (request: GraphRequest) => object | GraphProblem | undefined;

type Asked = MessageCommandMessage extends infer M ? (M extends unknown ? Omit<M, 'id'> : never) : never;

const isProblem = (answer: object): answer is GraphProblem => 'kind' in answer && 'code' in answer;

/** Messages of Contoso before a Graph that a test makes up, with two ways to one database. */
export async function messageDesk(people: readonly Person[] = [jan]) {
  const { store, other } = await tenantStores();
  await enterPeople(store, people);
  const clock = new ManualClock(now);
  const asked: GraphRequest[] = [];
  const graphIs: { answering: Answering } = { answering: () => undefined };
  /** By scope: why there is no token. */
  const withoutToken = new Map<string, OperatorTokenRefusal>();
  const graph: GraphClient = {
    async request(request) {
      asked.push(request);
      const answer = graphIs.answering(request);
      if (answer !== undefined && isProblem(answer)) return refused(answer);
      return ok({ status: 202, headers: new Headers(), body: answer });
    },
  };
  const operatorTokens = {
    token: async (_: unknown, scopes: readonly string[], options?: { readonly fresh?: boolean }) => {
      const refusal = withoutToken.get(scopes[0] ?? '');
      return refusal === undefined
        ? ok(`${options?.fresh === true ? 'fresh ' : ''}token for ${scopes.join(' ')}`)
        : refused(refusal);
    },
  };
  const carriers = createGraphCarriers({ graph, operatorTokens, log: silentLogger });
  const commands = createMessageCommands({
    store,
    clock,
    carriers,
    zoneOf: async () => 'Europe/Amsterdam',
    onWaiting: () => undefined,
  });
  return {
    store,
    other,
    clock,
    carriers,
    asked,
    graphIs,
    withoutToken,
    async ask(message: Asked, by: PersonId = olga) {
      const operator = must(await findOperator(store, contoso, by), 'the operator');
      const answer = await commands.command(operator, { ...message, id: 'q' } as MessageCommandMessage);
      return answer.ok ? answer.value : answer.refusal;
    },
    async kept(by: PersonId = olga) {
      return (await readMessages(store, contoso, [by], 0)).get(by) ?? [];
    },
  };
}

export const mailToJan = {
  type: 'sendMessage',
  messageId: 'm1',
  personId: 'jan',
  way: 'mail',
  language: 'nl',
  subject: 'K. Bauer heeft gebeld',
  text: 'K. Bauer heeft gebeld.',
  isUrgent: false,
} as const;
