import type { TenantId } from '@switchboard/domain/ids';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { type Behaviour, startLocalServer } from '@switchboard/graph/client/local-server.testing';
import type { Clock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { readDirectoryProgress } from '@switchboard/store/directory/progress';
import { contoso, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, vi } from 'vitest';
import { createDirectorySync } from './directory-sync.ts';

/** What a Graph of the test's own answers; undefined: what it answers by itself. */
export type Answers = (path: string, tenant: string) => Behaviour | undefined;

/** Time goes on by itself, and jumps when it is told to: what was to happen meanwhile happens then. */
export function jumpingClock(): Clock & { jump(milliseconds: number): void } {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const waiting = new Set<{ readonly due: number; handle: NodeJS.Timeout; readonly end: () => void }>();
  return {
    now,
    after(milliseconds, task) {
      const end = (): void => {
        waiting.delete(timer);
        task();
      };
      const timer = { due: now() + milliseconds, end, handle: setTimeout(end, milliseconds) };
      waiting.add(timer);
      return () => {
        clearTimeout(timer.handle);
        waiting.delete(timer);
      };
    },
    jump(milliseconds) {
      ahead += milliseconds;
      for (const timer of waiting) {
        clearTimeout(timer.handle);
        timer.handle = setTimeout(timer.end, Math.max(0, timer.due - now()));
      }
    },
  };
}

const patience = { timeout: 40_000 };
/** More than a busy machine needs to answer. */
export const graphPatience = 15_000;

/** Servers that read the directory of a Graph over real HTTP, and wait so long for its answers. */
export async function directoryStage(first: Answers, timeoutMs = graphPatience) {
  const { store, other } = await tenantStores();
  const clock = jumpingClock();
  let answers = first;
  const graph = await startLocalServer(({ path, headers }) => {
    const tenant = String(headers['authorization']).replace('Bearer ', '');
    return answers(path, tenant) ?? byItself(path, graph.url);
  });
  const rung: TenantId[] = [];
  const start = (owner: number, at = store) => {
    const stop = new AbortController();
    const client = createGraphClient({
      baseUrl: graph.url,
      token: async (tenant) => tenant,
      clock,
      log: silentLogger,
      timeoutMs,
    });
    const ring = (tenant: TenantId): void => void rung.push(tenant);
    const sync = createDirectorySync({ store: at, clock, log: silentLogger, graph: client, owner, ring });
    const done = sync.run(stop.signal);
    const end = async (): Promise<void> => {
      stop.abort();
      await done;
    };
    onTestFinished(end);
    return end;
  };
  /** Time jumps once nobody reads. */
  const later = async (milliseconds: number): Promise<void> => {
    await vi.waitFor(async () => {
      const read = await store.selectFrom('directory_streams').select('owner').execute();
      expect(read.filter(({ owner }) => owner !== null)).toEqual([]);
    }, patience);
    clock.jump(milliseconds);
  };
  return {
    store,
    other,
    clock,
    later,
    graph,
    rung,
    start,
    /** What Graph answers from now on. */
    turn: (next: Answers): void => {
      answers = next;
    },
    progress: () => readDirectoryProgress(store, contoso),
    people: async () => {
      const rows = await store.selectFrom('people').selectAll().where('erased_at', 'is', null).execute();
      return rows.map((row) => `${row.name}${row.gone_at === null ? '' : ' (gone)'}`).toSorted();
    },
    until: <T>(look: () => Promise<T>, wanted: unknown) =>
      vi.waitFor(async () => expect(await look()).toEqual(wanted), patience),
  };
}

export const user = (id: string, more: object = {}) => ({
  id,
  displayName: `Person ${id}`,
  accountEnabled: true,
  userType: 'Member',
  ...more,
});

export const ok = (body: unknown): Behaviour => ({ status: 200, body });
export const refusal = (status: number, code: string, headers: Record<string, string> = {}): Behaviour => ({
  status,
  headers,
  body: { error: { code, message: code } },
});

/** An empty round, no numbers, as many people as nobody counts. */
function byItself(path: string, url: string): Behaviour {
  if (path.includes('/$count')) return { status: 200, headers: { 'content-type': 'text/plain' }, body: '2' };
  if (path.includes('delta')) {
    const list = path.includes('contacts') ? 'contacts' : 'users';
    return ok({ value: [], '@odata.deltaLink': `${url}/${list}/delta?changes` });
  }
  return ok({ value: [] });
}
