import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Search } from '@switchboard/contract/commands/search';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { type PersonId, personId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { GraphClient, GraphRequest } from '@switchboard/graph/client/graph-request';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import { keepRunning } from '@switchboard/kit/lifecycle';
import { silentLogger } from '@switchboard/kit/logger';
import { ok } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { findOperator } from '@switchboard/store/tenants/tenants';
import { contoso } from '@switchboard/store/testing/sample-tenant.testing';
import { onTestFinished } from 'vitest';
import type { Config } from '../config/config.ts';
import { createPeopleWork, type PeopleWork } from '../people-work.ts';

export const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

/** What Microsoft answers; without one it is not to be asked. */
export type Answering = (request: GraphRequest) => ReturnType<GraphClient['request']>;

/** Users as a search at Microsoft finds them. */
export const usersFound = (...users: readonly Readonly<Record<string, unknown>>[]): ReturnType<Answering> =>
  Promise.resolve(ok({ status: 200, body: { value: users }, headers: new Headers() }));

export interface PeopleStage {
  readonly work: PeopleWork;
  readonly folder: string;
  readonly presences: Map<PersonId, PresenceView>;
  search(
    operator: Operator,
    message: Partial<Search>,
    line?: string,
  ): ReturnType<PeopleWork['search']['search']>;
  /** Ends this server; its folder stays. */
  stop(): Promise<void>;
}

/** One server's part that finds people, on a database, with a Microsoft of the test's own. */
export async function openPeople(
  store: Store,
  { folder, answering }: { folder?: string; answering?: Answering } = {},
): Promise<PeopleStage> {
  const home = folder ?? (await mkdtemp(path.join(tmpdir(), 'switchboard-people-')));
  const presences = new Map<PersonId, PresenceView>();
  const work = createPeopleWork({
    config: { search: { folder: home, budget: 2 ** 26 } } as Config,
    store,
    clock,
    log: silentLogger,
    graph: { request: answering ?? (() => Promise.reject(new Error('Microsoft is not to be asked'))) },
    entra: { operatorTokens: { token: () => Promise.resolve({ ok: false }) } } as never,
    presenceOf: async (_tenant, ids) =>
      new Map(ids.flatMap((id) => (presences.has(id) ? [[id, must(presences.get(id), id)]] : []))),
  });
  const stop = new AbortController();
  const running = work.services.map((service) => keepRunning(service, stop.signal, clock, silentLogger));
  const end = async (): Promise<void> => {
    stop.abort();
    await Promise.all(running);
  };
  onTestFinished(async () => {
    await end();
    await rm(home, { recursive: true, force: true });
  });
  return {
    work,
    folder: home,
    presences,
    search: (operator, message, line = 'console 1') =>
      work.search.search(operator, { type: 'search', id: '1', text: '', limit: 20, ...message }, line),
    stop: end,
  };
}

export const operatorOf = async (store: Store, id: PersonId): Promise<Operator> =>
  must(await findOperator(store, contoso, id), 'an operator');

export const presenceOf = (id: string, availability: string): readonly [PersonId, PresenceView] => [
  personId(id),
  { personId: id, availability, activity: availability, asOf: 0, source: 'poll', staleAt: 10_000 },
];
