import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { PeopleWork } from './hold-changes.ts';

/**
 * Something changed in a tenant's directory: it is read within seconds, by whichever server is first. While Graph
 * refuses it stays with the pause that is kept.
 */
export async function wakeDirectory(store: Store, tenantId: TenantId, now: Instant): Promise<void> {
  await store
    .updateTable('directory_streams')
    .set({ wanted_at: now })
    .where('tenant_id', '=', tenantId)
    .where('stream', 'in', ['users', 'organisation'])
    .where('wanted_at', 'is', null)
    .execute();
}

/** Begins a whole round of every stream at once. Whoever reads one is overtaken; the people stay. */
export async function restartStreams(tx: PeopleWork, tenantId: TenantId, now: Instant): Promise<void> {
  await sql`SELECT FROM directory_streams WHERE tenant_id = ${tenantId} ORDER BY stream FOR UPDATE`.execute(
    tx,
  );
  await tx
    .updateTable('directory_streams')
    .set((row) => ({
      link: null,
      round: row('round', '+', 1),
      is_whole: true,
      read: 0,
      about: null,
      began_at: now,
      wanted_at: null,
      problem: null,
      problem_at: null,
      due_at: now,
      owner: null,
      owned_until: null,
    }))
    .where('tenant_id', '=', tenantId)
    .execute();
}

/** As an administrator wants it: everything is read anew at once, while everybody stays. */
export const restartDirectory = (store: Store, tenantId: TenantId, now: Instant): Promise<void> =>
  store.transaction().execute((tx) => restartStreams(tx, tenantId, now));
