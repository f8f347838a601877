import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type ClusterNote, superuser } from './cluster-note.ts';

export type Answer = 'ready' | 'not yet' | 'gone' | { readonly refused: string };

export function databaseUrl(note: Pick<ClusterNote, 'password'>, port: number, database: string): string {
  return `postgres://${superuser}:${note.password}@127.0.0.1:${port}/${database}`;
}

/** PostgreSQL is starting up, shutting down or recovering (SQLSTATE cannot_connect_now). */
const cannotConnectNow = '57P03';

/** Asks a server once whether it takes connections. */
export async function askServer(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', ignoreLateErrors);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ready';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === cannotConnectNow || code === '57P01') return 'not yet';
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'gone';
    return { refused: error instanceof Error ? error.message : String(error) };
  } finally {
    await client.end().catch(ignoreLateErrors);
  }
}

/** Creates the database unless it is there. */
export async function ensureDatabase(maintenanceUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  client.on('error', ignoreLateErrors);
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // 42P04, 23505: another process has created it since we looked.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await client.end();
  }
}

export const shortPause = (): Promise<void> => pause(100);

/** A connection that breaks after its answer is in tells nothing new; without a listener it would end the process. */
const ignoreLateErrors = (): void => {};
