import { silentLogger } from '@switchboard/kit/logger';
import pg from 'pg';
import { inject } from 'vitest';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { migrate } from '../migrations/migrate.ts';
import {
  createEmptyDatabase,
  databasesLike,
  dropDatabase,
  withConnection,
  withDatabase,
} from './scratch-database.ts';
import { serverDirectory, type TestRun } from './test-run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testRun: TestRun;
  }
}

export interface TestDatabase {
  readonly url: string;
  /** Removes the database and cuts what connections are left. */
  drop(): Promise<void>;
}

/** Key of the advisory lock under which the first test file of a run makes the template; any number of our own. */
const templateLock = 7_946_018;

/**
 * A migrated database for one test file, cloned from a template in some 30 ms. On the server of DATABASE_URL if that
 * is set, else on an embedded one without fsync, started by the first test of the run that asks.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return await createTestDatabase(inject('testRun'));
}

export async function createTestDatabase(run: TestRun): Promise<TestDatabase> {
  const { server, template } = await placeOf(run);
  const name = `${run.prefix}${crypto.randomUUID().slice(0, 8)}`;
  await withConnection(server, async (client) => {
    // Files are copied as they are: half the work of writing them into the log as well, on a server without fsync.
    await client.query(
      `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)} strategy file_copy`,
    );
  });
  return {
    url: withDatabase(server, name),
    drop: () => withConnection(server, (client) => dropDatabase(client, name)),
  };
}

interface Place {
  /** Address of the server. */
  readonly server: string;
  /** Name of the database to clone. */
  readonly template: string;
}

/** By the prefix of the run. To find the server again for each database was as much work as the copy itself. */
const places = new Map<string, Promise<Place>>();

function placeOf(run: TestRun): Promise<Place> {
  const known = places.get(run.prefix);
  if (known !== undefined) return known;
  const found = findPlace(run);
  places.set(run.prefix, found);
  found.catch(() => places.delete(run.prefix));
  return found;
}

async function findPlace(run: TestRun): Promise<Place> {
  const server = run.databaseUrl ?? (await startRunServer(run));
  return { server, template: await withConnection(server, (client) => ensureTemplate(client, server, run)) };
}

async function startRunServer(run: TestRun): Promise<string> {
  const server = await startEmbeddedPostgres({
    directory: serverDirectory(run),
    log: silentLogger,
    durable: false,
    owner: run.pid,
  });
  return server.url;
}

/** Migrates a draft and renames it when it is whole, so that a failed migration is not taken for a template. */
async function ensureTemplate(client: pg.Client, server: string, run: TestRun): Promise<string> {
  const template = `${run.prefix}template`;
  const draft = `${run.prefix}draft`;
  await client.query('select pg_advisory_lock($1)', [templateLock]);
  try {
    if ((await databasesLike(client, template)).length > 0) return template;
    await dropDatabase(client, draft);
    await createEmptyDatabase(client, draft);
    await migrate(withDatabase(server, draft), silentLogger);
    await client.query(
      `alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(template)}`,
    );
    return template;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock]);
  }
}
