import { readFile } from 'node:fs/promises';
import type { CallState } from '@switchboard/domain/call/call-state';
import { nextDeadline } from '@switchboard/domain/call/deadlines';
import { silentLogger } from '@switchboard/kit/logger';
import { expect, onTestFinished, test } from 'vitest';
import {
  createEmptyDatabase,
  dropDatabase,
  withConnection,
  withDatabase,
} from '../testing/scratch-database.ts';
import { testDatabase } from '../testing/test-database.ts';
import { migrate, migrationState } from './migrate.ts';

/** A database with nothing in it, beside the migrated one that other tests get. */
async function emptyDatabase(): Promise<string> {
  const { url, drop } = await testDatabase();
  const name = `${new URL(url).pathname.slice(1)}_empty`;
  await withConnection(url, (client) => createEmptyDatabase(client, name));
  onTestFinished(async () => {
    await withConnection(url, (client) => dropDatabase(client, name));
    await drop();
  });
  return withDatabase(url, name);
}

const tables = (url: string): Promise<readonly string[]> =>
  withConnection(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    return rows.map((row) => row.name);
  });

test('an empty database is told apart without being touched', async () => {
  const url = await emptyDatabase();
  const state = await migrationState(url);
  expect(state.applied).toEqual([]);
  expect(state.missing[0]).toBe('0001-first.sql');
  expect(await tables(url)).toEqual([]);
});

test('migrating twice is the same as once', async () => {
  const url = await emptyDatabase();
  const once = await migrate(url, silentLogger);
  const shape = await tables(url);
  expect(await migrate(url, silentLogger)).toEqual(once);
  expect(await tables(url)).toEqual(shape);
  expect(await migrationState(url)).toEqual(once);
  expect(once.missing).toEqual([]);
  expect(shape).toContain('calls');
});

test('servers that start together migrate once', async () => {
  const url = await emptyDatabase();
  let applied = 0;
  const log = { ...silentLogger, info: () => (applied += 1) };
  const states = await Promise.all([1, 2, 3, 4].map(() => migrate(url, log)));
  expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
  expect(applied).toBe(states[0]?.applied.length);
});

test('a migration that fails says which one, and leaves the database as it was', async () => {
  const url = await emptyDatabase();
  await withConnection(url, (client) => client.query('CREATE TABLE people (in_the_way int)'));
  await expect(migrate(url, silentLogger)).rejects.toThrow('migration 0001-first.sql failed');
  expect(await tables(url)).toEqual(['migrations', 'people']);
  await withConnection(url, (client) => client.query('DROP TABLE people'));
  expect((await migrate(url, silentLogger)).missing).toEqual([]);
});

test('a database that is not there is said to be so', async () => {
  const url = withDatabase(await emptyDatabase(), 'no_such_database');
  await expect(migrate(url, silentLogger)).rejects.toThrow('does not exist');
  await expect(migrationState(url)).rejects.toThrow('does not exist');
});

/** A call as the first version kept it. */
const old = {
  tenantId: 'c0000000-0000-4000-8000-000000000000',
  queueId: 'reception',
  leg: 'leg-1',
  formerLegs: [],
  caller: { kind: 'number', number: '+442079460123' },
  callerParticipantId: 'caller',
  arrivedAt: 1_000,
  since: 2_000,
  isGroup: true,
  rosterSequence: 4,
  members: [],
  withdrawn: [],
  sound: { kind: 'none' },
  keepAliveAt: 900_000,
  checkAt: 60_000,
};
const invitation = { effectId: 'e-1', participantId: 'p-1', party: { kind: 'person', id: 'olga' } };

test('calls that the first version left go on: they have what later rules need', async () => {
  const url = await emptyDatabase();
  const calls = [
    { ...old, callId: 'waiting', name: 'waiting', isFront: true },
    {
      ...old,
      callId: 'connecting',
      name: 'connecting',
      operatorId: 'olga',
      invitation,
      ringUntil: 17_000,
      isFront: false,
    },
    {
      ...old,
      callId: 'transferring',
      name: 'transferring',
      operatorId: 'olga',
      operatorParticipantId: 'o-1',
      invitation,
      ringUntil: 18_000,
      sound: { kind: 'hold', effectId: 'e-2', isOn: true },
    },
    {
      ...old,
      callId: 'connected',
      name: 'connected',
      operatorId: 'olga',
      operatorParticipantId: 'o-1',
      sound: { kind: 'none', stopping: 'e-3' },
    },
    { ...old, callId: 'ended', name: 'ended', reason: 'callerHungUp' },
  ];
  await withConnection(url, async (client) => {
    await client.query(await readFile(`${import.meta.dirname}/0001-first.sql`, 'utf8'));
    await client.query('CREATE TABLE migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL)');
    await client.query(`INSERT INTO migrations VALUES ('0001-first.sql', now())`);
    await client.query('INSERT INTO tenants VALUES ($1, $2, 0, 0)', [old.tenantId, 'Contoso']);
    for (const call of calls) {
      await client.query(
        `INSERT INTO calls (tenant_id, call_id, queue_id, state, data, arrived_at, ended_at) VALUES ($1, $2, $3, $4, $5, 1000, $6)`,
        [old.tenantId, call.callId, call.queueId, call.name, call, call.name === 'ended' ? 5_000 : null],
      );
    }
  });
  await migrate(url, silentLogger);
  const now = await withConnection(url, async (client) => {
    const { rows } = await client.query<{ data: CallState }>('SELECT data FROM calls');
    return new Map<string, CallState>(rows.map(({ data }) => [data.callId, data]));
  });
  const base = { formerQueues: [], bridge: 'anchor', rank: { isVip: false, priority: 0 } };
  for (const call of calls) expect(now.get(call.callId)).toMatchObject(base);
  const wait = { since: 2_000, refusals: [] };
  expect(now.get('waiting')).toEqual({
    ...old,
    ...base,
    callId: 'waiting',
    name: 'waiting',
    isFront: true,
    wait,
  });
  expect(now.get('connecting')).toMatchObject({ wait, invitation: { ...invitation, ringUntil: 17_000 } });
  expect(now.get('connecting')).not.toHaveProperty('ringUntil');
  expect(now.get('transferring')).toMatchObject({
    invitation: { ringUntil: 18_000 },
    sound: { kind: 'hold', effectId: 'e-2', isOn: true, participantId: 'caller' },
  });
  expect(now.get('connected')).toMatchObject({ sound: { stopping: 'e-3', stoppingFor: 'caller' } });
  const due = [...now.values()].map((call) => [call.callId, nextDeadline(call)]);
  expect(Object.fromEntries(due)).toEqual({
    waiting: 60_000,
    connecting: 17_000,
    transferring: 18_000,
    connected: 60_000,
    ended: undefined,
  });
});
