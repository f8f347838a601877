import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { releaseStreams } from '../directory/hold-stream.ts';
import { releaseMailboxes } from '../directory/mailboxes.ts';
import { releaseLeases } from '../feed/leases.ts';
import { lockClass } from '../feed/presence-of-server.ts';

/**
 * Frees what dead servers held: their effects, which are in doubt now, and their consoles, which count as gone from
 * this moment; what they read of a directory, and what they had leases for, goes on elsewhere. Returns how many servers
 * were found dead.
 */
export async function takeOverFromTheDead(store: Store, owner: number, now: Instant): Promise<number> {
  const { rows } = await sql<{ owner: number }>`
    SELECT DISTINCT owner FROM effects WHERE status = 'pending' AND owner IS NOT NULL AND owner <> ${owner}
    UNION SELECT DISTINCT owner FROM consoles WHERE gone_at IS NULL AND owner <> ${owner}
    UNION SELECT DISTINCT owner FROM leases WHERE owner <> ${owner}
    UNION SELECT DISTINCT owner FROM directory_streams WHERE owner IS NOT NULL AND owner <> ${owner}
    UNION SELECT DISTINCT owner FROM mailboxes_read WHERE owner IS NOT NULL AND owner <> ${owner}`.execute(
    store,
  );
  let dead = 0;
  for (const other of rows) {
    if (await takeOver(store, other.owner, now)) dead += 1;
  }
  return dead;
}

/** Whoever gets the lock of a server knows that it is dead, and is the only one who frees its work. */
function takeOver(store: Store, owner: number, now: Instant): Promise<boolean> {
  return store.transaction().execute(async (tx) => {
    const { rows } = await sql<{ taken: boolean }>`
      SELECT pg_try_advisory_xact_lock(${lockClass}::integer, ${owner}::integer) AS taken`.execute(tx);
    if (rows[0]?.taken !== true) return false;
    await tx
      .updateTable('effects')
      .set({ owner: null, in_doubt: true })
      .where('owner', '=', owner)
      .where('status', '=', 'pending')
      .execute();
    await tx
      .updateTable('consoles')
      .set({ gone_at: now })
      .where('owner', '=', owner)
      .where('gone_at', 'is', null)
      .execute();
    await releaseStreams(tx, owner);
    await releaseMailboxes(tx, owner);
    await releaseLeases(tx, owner);
    return true;
  });
}
