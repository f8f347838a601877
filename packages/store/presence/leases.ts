import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** Takes, or keeps, one kind of work of every tenant in which no other server is at it, until then. */
export async function takeLeases(
  store: Store,
  work: string,
  { owner, now, until }: { readonly owner: number; readonly now: Instant; readonly until: Instant },
): Promise<readonly TenantId[]> {
  const { rows } = await sql<{ tenant_id: TenantId }>`
    INSERT INTO leases AS l (tenant_id, work, owner, owned_until)
    SELECT t.tenant_id, ${work}, ${owner}::integer, ${until}::bigint FROM tenants t ORDER BY t.tenant_id
    ON CONFLICT (tenant_id, work) DO UPDATE SET owner = excluded.owner, owned_until = excluded.owned_until
    WHERE l.owner = excluded.owner OR l.owned_until <= ${now}::bigint
    RETURNING l.tenant_id`.execute(store);
  return rows.map((row) => row.tenant_id);
}

/** Gives all of one kind of work back, so that another server takes it at once. */
export async function leaveLeases(store: Store, work: string, owner: number): Promise<void> {
  await store.deleteFrom('leases').where('work', '=', work).where('owner', '=', owner).execute();
}
