import { adminErrorSchema } from '@switchboard/contract/admin/admin-error';
import { type QueueChanged, queueChangedSchema } from '@switchboard/contract/admin/queue';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { openStore, type Store } from '@switchboard/store/access/store';
import { testDatabase } from '@switchboard/store/testing/test-database';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { createPrompts } from '../media/prompts.ts';
import { registerAdmin } from './admin.ts';
import type { DoctorChecks } from './admin-checks.ts';

export const token = 'fictional-token-of-at-least-32-characters';
export const contoso = '11111111-2222-4333-8444-555555555555';
export const reception = '33333333-2222-4333-8444-000000000001';
export const sales = '33333333-2222-4333-8444-000000000002';
export const eva = '7e57c0de-0000-4000-8000-0000000000e1';
export const prompts = createPrompts('https://console.test');

const checks: DoctorChecks = {
  installation: async () => [{ name: 'database', status: 'ok', detail: 'answers' }],
  tenant: async ({ name }) => [{ name: `permissions of ${name}`, status: 'ok', detail: 'granted' }],
};

let ids = 0;

/** The administration of a server, over some store. */
export function adminApp(store: Store, adminToken: string | undefined = token): FastifyInstance {
  const app = Fastify();
  const clock = new ManualClock(1_000);
  const newId = () => `queue-${++ids}`;
  registerAdmin(app, { adminToken, store, clock, newId, checks, defaultPrompts: prompts });
  return app;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A database of the test's own, and an administrator at it. */
export interface AdminDesk {
  readonly store: Store;
  readonly app: FastifyInstance;
  ask(
    method: Method,
    path: string,
    payload?: InjectOptions['payload'],
  ): Promise<{ status: number; body: unknown }>;
  /** Contoso with a queue Reception, and more of its settings. */
  addQueue(more?: object): Promise<QueueChanged>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openAdminDesk(): Promise<AdminDesk> {
  const database = await testDatabase();
  const store = openStore(database.url, silentLogger, 4);
  const app = adminApp(store);
  const ask: AdminDesk['ask'] = async (method, path, payload) => {
    const answer = await app.inject({
      method,
      url: `/api/admin${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  return {
    store,
    app,
    ask,
    async addQueue(more = {}) {
      await ask('POST', '/tenants', { tenantId: contoso, name: 'Contoso' });
      const queue = { name: 'Reception', instanceId: reception, ...more };
      return queueChangedSchema.parse((await ask('POST', `/tenants/${contoso}/queues`, queue)).body);
    },
    async empty() {
      const tables = [
        'sounds',
        'queue_operators',
        'operators',
        'queues',
        'people',
        'directory_streams',
        'directories',
        'calls',
        'call_backs',
        'message_templates',
      ] as const;
      for (const table of [...tables, 'events', 'tenants'] as const) await store.deleteFrom(table).execute();
    },
    async close() {
      await app.close();
      await store.destroy();
      await database.drop();
    },
  };
}

export const errorOf = (body: unknown) => adminErrorSchema.parse(body).error;
