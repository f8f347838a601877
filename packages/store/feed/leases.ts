import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Kysely } from 'kysely';
import { sendFixed } from '../access/send-fixed.ts';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';

/** Work of a tenant that one server does at a time. */
export interface LeaseOf {
  readonly tenantId: TenantId;
  readonly work: string;
  /** The server that asks. */
  readonly owner: number;
}

const take = `
  INSERT INTO leases (tenant_id, work, owner, owned_until) VALUES ($1, $2, $3, $5)
  ON CONFLICT (tenant_id, work) DO UPDATE SET owner = $3, owned_until = $5
    WHERE leases.owner = $3 OR leases.owned_until <= $4
  RETURNING owner`;

/** Takes the lease until a moment, or keeps it. False: another server has it, and has not let it run out. */
export async function takeLease(
  store: Store,
  { tenantId, work, owner }: LeaseOf,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<boolean> {
  return (await sendFixed(store, take, [tenantId, work, owner, now, until])).length > 0;
}

/** Gives up what a server has of this work, or, of one that died, all its leases: another takes them at once. */
export async function releaseLeases(db: Kysely<Tables>, owner: number, work?: string): Promise<void> {
  const all = db.deleteFrom('leases').where('owner', '=', owner);
  await (work === undefined ? all : all.where('work', '=', work)).execute();
}
