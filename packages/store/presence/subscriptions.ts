import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { type Selectable, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { doubtedList, nearList } from './presence-lists.ts';

/** The host of a tenant's subscription to its directory; those to presence have their operator's id. */
export const directoryHost = 'directory';

/** A promise of Graph's to tell of changes, or what keeps us from having one. */
export interface StoredSubscription {
  /** Whose rights it goes by: an operator's id, or {@link directoryHost}. */
  readonly host: string;
  /** Graph's id; absent while there is none. */
  readonly subscriptionId?: string;
  /** By what its notices are known, sealed. */
  readonly clientState?: Buffer;
  readonly personIds: readonly PersonId[];
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** When something is to be done about it. */
  readonly dueAt: Instant;
  /** Notices were lost: its people are to be asked about. */
  readonly isDoubted: boolean;
  readonly problem?: string;
}

type Row = Selectable<Tables['subscriptions']>;

const rowToSubscription = (row: Row): StoredSubscription => ({
  host: row.host,
  ...(row.subscription_id === null ? {} : { subscriptionId: row.subscription_id }),
  ...(row.client_state === null ? {} : { clientState: row.client_state }),
  personIds: row.person_ids,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  dueAt: row.due_at,
  isDoubted: row.is_doubted,
  ...(row.problem === null ? {} : { problem: row.problem }),
});

export async function readSubscriptions(
  store: Store,
  tenantId: TenantId,
): Promise<readonly StoredSubscription[]> {
  const rows = await store
    .selectFrom('subscriptions')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('host')
    .execute();
  return rows.map(rowToSubscription);
}

/** Those of these ids that are ours, of whichever tenant: a notice names no other key. */
export async function findSubscriptions(
  store: Store,
  subscriptionIds: readonly string[],
): Promise<readonly (StoredSubscription & { readonly tenantId: TenantId })[]> {
  if (subscriptionIds.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT s.* FROM subscriptions s WHERE s.subscription_id = ANY(${[...subscriptionIds]}::text[])`.execute(
    store,
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, ...rowToSubscription(row) }));
}

/** Puts what is known of a host's subscription in the place of what was. */
export async function putSubscription(
  store: Store,
  tenantId: TenantId,
  given: StoredSubscription,
): Promise<void> {
  const row = {
    subscription_id: given.subscriptionId ?? null,
    client_state: given.clientState ?? null,
    person_ids: [...given.personIds],
    made_at: given.madeAt,
    expires_at: given.expiresAt,
    due_at: given.dueAt,
    is_doubted: given.isDoubted,
    problem: given.problem ?? null,
  };
  await store
    .insertInto('subscriptions')
    .values({ tenant_id: tenantId, host: given.host, ...row })
    .onConflict((on) => on.columns(['tenant_id', 'host']).doUpdateSet(row))
    .execute();
}

/** Graph has renewed it. What Graph said of it meanwhile stands: one that is over stays over, a doubt is a doubt. */
export async function prolongSubscription(
  store: Store,
  tenantId: TenantId,
  { host, subscriptionId, expiresAt, dueAt }: StoredSubscription,
): Promise<void> {
  await store
    .updateTable('subscriptions')
    .set({ expires_at: expiresAt, due_at: dueAt, problem: null })
    .where('tenant_id', '=', tenantId)
    .where('host', '=', host)
    .where('subscription_id', '=', subscriptionId ?? null)
    .execute();
}

export async function dropSubscription(store: Store, tenantId: TenantId, host: string): Promise<void> {
  await store
    .deleteFrom('subscriptions')
    .where('tenant_id', '=', tenantId)
    .where('host', '=', host)
    .execute();
}

/** What Graph said of a subscription itself: it wants to be asked again, it is over, or notices were lost. */
export async function noteSubscriptionEvent(
  store: Store,
  tenantId: TenantId,
  subscriptionId: string,
  event: 'renewalAsked' | 'removed' | 'missed',
  now: Instant,
): Promise<void> {
  const isOver = event === 'removed';
  await sql`
    UPDATE subscriptions SET due_at = least(due_at, ${now}::bigint), is_doubted = is_doubted OR ${event !== 'renewalAsked'},
      subscription_id = CASE WHEN ${isOver} THEN NULL ELSE subscription_id END
    WHERE tenant_id = ${tenantId} AND subscription_id = ${subscriptionId}`.execute(store);
}

/** Its people were asked about. */
export async function settleSubscription(
  store: Store,
  tenantId: TenantId,
  host: string,
  subscriptionId: string,
): Promise<void> {
  await sql`UPDATE subscriptions SET is_doubted = false WHERE tenant_id = ${tenantId} AND host = ${host}
    AND subscription_id = ${subscriptionId}`.execute(store);
}

/** Operators whose tokens are kept and whose sessions are open. */
export async function readHosts(
  store: Store,
  tenantId: TenantId,
  now: Instant,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    SELECT c.person_id FROM token_caches c WHERE c.tenant_id = ${tenantId} AND EXISTS (
      SELECT FROM sessions s WHERE s.tenant_id = c.tenant_id AND s.operator_id = c.person_id
        AND s.expires_at > ${now}::bigint)
    ORDER BY c.person_id`.execute(store);
  return rows.map((row) => row.person_id);
}

/** Whom the screens of all servers show, and who is near: favourites and those lately called. */
export async function readShown(
  store: Store,
  tenantId: TenantId,
  now: Instant,
): Promise<{ readonly onScreens: readonly PersonId[]; readonly near: readonly PersonId[] }> {
  const { rows } = await sql<{ person_id: PersonId; is_near: boolean }>`
    SELECT p.person_id, bool_or(l.list = ${nearList}::integer) AS is_near
    FROM presence_lists l, unnest(l.person_ids) AS p (person_id)
    WHERE l.tenant_id = ${tenantId} AND l.kept_until > ${now}::bigint AND l.list <> ${doubtedList}::integer
    GROUP BY p.person_id ORDER BY p.person_id`.execute(store);
  const of = (isNear: boolean): PersonId[] =>
    rows.filter(({ is_near }) => is_near === isNear).map(({ person_id }) => person_id);
  return { onScreens: of(false), near: of(true) };
}
