import { readdir, readFile } from 'node:fs/promises';
import type { Logger } from '@switchboard/kit/logger';
import pg from 'pg';

/** Servers that start together take turns. Any number that nothing else of ours uses. */
const lockKey = 7_227_001;

export interface MigrationState {
  readonly applied: readonly string[];
  readonly missing: readonly string[];
}

/** Brings a database to the newest shape. Each migration is one transaction; a second server waits for the first. */
export async function migrate(url: string, log: Logger): Promise<MigrationState> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL)',
    );
    const { applied, missing } = await readState(client);
    for (const name of missing) {
      log.info('migrating the database', { migration: name });
      await apply(client, name);
    }
    return { applied: [...applied, ...missing], missing: [] };
  } finally {
    await client.end();
  }
}

/** What is applied and what is missing, without changing anything. */
export async function migrationState(url: string): Promise<MigrationState> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
    );
    if (rows[0]?.there !== true) return { applied: [], missing: await allMigrations() };
    return await readState(client);
  } finally {
    await client.end();
  }
}

async function readState(client: pg.Client): Promise<MigrationState> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY name');
  const applied = rows.map((row) => row.name);
  const missing = (await allMigrations()).filter((name) => !applied.includes(name));
  return { applied, missing };
}

async function allMigrations(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  return files.filter((name) => name.endsWith('.sql')).sort();
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(`${import.meta.dirname}/${name}`, 'utf8');
  await client.query('BEGIN');
  try {
    await client.query(text);
    await client.query('INSERT INTO migrations (name, applied_at) VALUES ($1, now())', [name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${name} failed; the database is as it was before it`, { cause: error });
  }
}
