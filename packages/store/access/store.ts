import type { Logger } from '@switchboard/kit/logger';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { keepPrepared } from './keep-prepared.ts';
import type { Tables } from './tables.ts';

/** The database, through typed SQL. Every function that takes one takes the tenant first where there is a tenant. */
export type Store = Kysely<Tables>;

/** PostgreSQL's int8 arrives as text; ours are instants and counters, far below 2^53. */
const int8 = 20;

/** How long a statement may wait for a lock or a connection: longer means that something is wrong, not slow. */
const patience = 10_000;

/**
 * Every statement finds its rows by a key, whatever the values: one plan does. PostgreSQL by itself plans most writes
 * anew each time, which was a quarter of its work for a call (measured 2026-11-29, 10 of 45 ms).
 */
const onePlanAStatement = '-c plan_cache_mode=force_generic_plan';

export function openStore(url: string, log: Logger, connections = 12): Store {
  const types = new pg.TypeOverrides();
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    options: onePlanAStatement,
  });
  pool.on('connect', keepPrepared);
  pool.on('error', (error) => log.warn('an idle database connection broke', { error }));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
