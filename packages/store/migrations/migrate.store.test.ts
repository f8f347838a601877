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
