import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from './store.ts';

/** What MSAL knows of a person, as it was sealed; undefined when there is nothing. */
export async function readTokenCache(
  store: Store,
  tenantId: TenantId,
  personId: PersonId,
): Promise<Buffer | undefined> {
  const row = await store
    .selectFrom('token_caches')
    .select('sealed')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.sealed;
}

export async function writeTokenCache(
  store: Store,
  tenantId: TenantId,
  personId: PersonId,
  sealed: Buffer,
  now: Instant,
): Promise<void> {
  await store
    .insertInto('token_caches')
    .values({ tenant_id: tenantId, person_id: personId, sealed, changed_at: now })
    .onConflict((on) => on.columns(['tenant_id', 'person_id']).doUpdateSet({ sealed, changed_at: now }))
    .execute();
}

export async function removeTokenCache(store: Store, tenantId: TenantId, personId: PersonId): Promise<void> {
  await store
    .deleteFrom('token_caches')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute();
}

/** A sign-in writes the tokens first and the session behind them: what is younger is let be. In milliseconds. */
const signInGrace = 10 * 60_000;

/** Forgets what is known of people whose last session has run out. Call it behind the sweep of the sessions. */
export async function sweepTokenCaches(store: Store, now: Instant): Promise<void> {
  await sql`DELETE FROM token_caches c WHERE c.changed_at < ${now - signInGrace}::bigint AND NOT EXISTS (
    SELECT FROM sessions s WHERE s.tenant_id = c.tenant_id AND s.operator_id = c.person_id
      AND s.expires_at > ${now}::bigint)`.execute(store);
}
