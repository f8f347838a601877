import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** Seed of the hashes of these locks: any number that differs from the others of its kind. */
const turnLock = 3;

/**
 * Does something that only one server may do at a time, if no other is at it. The lock is held by a transaction of its
 * own, so it ends with the server that holds it. Returns whether it was this one's turn.
 */
export function withTurn(store: Store, what: string, work: () => Promise<void>): Promise<boolean> {
  return store.transaction().execute(async (tx) => {
    const { rows } = await sql<{ taken: boolean }>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${what}, ${turnLock})) AS taken`.execute(tx);
    if (rows[0]?.taken !== true) return false;
    await work();
    return true;
  });
}
