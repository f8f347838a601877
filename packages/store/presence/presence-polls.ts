import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** Which tenants somebody looks at now: a console is connected, or a call waits for a colleague to be free. */
export async function readTenantsToPoll(store: Store): Promise<readonly TenantId[]> {
  const { rows } = await sql<{ tenant_id: TenantId }>`
    SELECT tenant_id FROM consoles WHERE gone_at IS NULL
    UNION SELECT tenant_id FROM calls WHERE state = 'camped'
    UNION SELECT tenant_id FROM operators
      WHERE follows_presence AND (status = 'available' OR (status = 'break' AND is_break_by_presence))`.execute(
    store,
  );
  return rows.map((row) => row.tenant_id);
}

/** How far the round of everybody is: read up to the cursor since `beganAt`, the others since `beganBefore`. */
export interface PresenceRound {
  readonly cursor: string;
  readonly beganAt: Instant;
  readonly beganBefore: Instant;
}

/** A tenant that this server polls now, and what is known of its round. */
export interface PresencePoll extends PresenceRound {
  readonly tenantId: TenantId;
  /** Requests of the last half minute by whoever polled before. */
  readonly spent: number;
}

interface Row {
  readonly tenant_id: TenantId;
  readonly spent: number;
  readonly cursor: string;
  readonly began_at: number;
  readonly began_before: number;
}

/** Takes those of the tenants that nobody polls, until then. */
export async function takePolls(
  store: Store,
  tenantIds: readonly TenantId[],
  { owner, now, until }: { readonly owner: number; readonly now: Instant; readonly until: Instant },
): Promise<readonly PresencePoll[]> {
  if (tenantIds.length === 0) return [];
  const { rows } = await sql<Row>`
    INSERT INTO presence_polls AS p (tenant_id, owner, owned_until, last_change)
    SELECT t, ${owner}::integer, ${until}::bigint, (extract(epoch FROM clock_timestamp()) * 1000)::bigint
    FROM unnest(${tenantIds.toSorted()}::text[]) AS t
    ON CONFLICT (tenant_id) DO UPDATE SET owner = excluded.owner, owned_until = excluded.owned_until
    WHERE p.owner IS NULL OR p.owner = excluded.owner OR p.owned_until <= ${now}::bigint
    RETURNING tenant_id, spent, cursor, began_at, began_before`.execute(store);
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    spent: row.spent,
    cursor: row.cursor,
    beganAt: row.began_at,
    beganBefore: row.began_before,
  }));
}

/** Keeps a poll, and notes what it has cost and how far it is. False: another server has it now. */
export async function keepPoll(
  store: Store,
  tenantId: TenantId,
  poll: PresenceRound & { readonly owner: number; readonly until: Instant; readonly spent: number },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE presence_polls SET owned_until = ${poll.until}::bigint, spent = ${poll.spent}::integer,
      cursor = ${poll.cursor}, began_at = ${poll.beganAt}::bigint, began_before = ${poll.beganBefore}::bigint
    WHERE tenant_id = ${tenantId} AND owner = ${poll.owner}::integer RETURNING tenant_id`.execute(store);
  return rows.length > 0;
}

/** Gives a poll back, so that another server takes it at once. */
export async function leavePoll(store: Store, tenantId: TenantId, owner: number): Promise<void> {
  await store
    .updateTable('presence_polls')
    .set({ owner: null, owned_until: 0 })
    .where('tenant_id', '=', tenantId)
    .where('owner', '=', owner)
    .execute();
}

/** The next people of the directory by id, those of other sources left out: they have no presence. */
export async function readPeopleAfter(
  store: Store,
  tenantId: TenantId,
  cursor: string,
  limit: number,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    SELECT person_id FROM people WHERE tenant_id = ${tenantId} AND person_id > ${cursor} AND source = 'directory'
      AND gone_at IS NULL
    ORDER BY person_id LIMIT ${limit}`.execute(store);
  return rows.map((row) => row.person_id);
}

/** Calls that are looked at for whom they went to. */
const mostRecent = 500;

/** Favourites of operators who are here, and to whom calls went since. */
export async function readPeopleNear(
  store: Store,
  tenantId: TenantId,
  since: Instant,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    SELECT f.person_id FROM favourites f WHERE f.tenant_id = ${tenantId} AND EXISTS (
      SELECT FROM consoles c WHERE c.tenant_id = f.tenant_id AND c.operator_id = f.operator_id AND c.gone_at IS NULL)
    UNION (SELECT data -> 'target' ->> 'id' FROM calls
      WHERE tenant_id = ${tenantId} AND ended_at IS NULL AND data -> 'target' ->> 'kind' = 'person')
    UNION (SELECT data -> 'target' ->> 'id' FROM calls WHERE tenant_id = ${tenantId} AND ended_at IS NOT NULL
      AND arrived_at > ${since}::bigint AND data -> 'target' ->> 'kind' = 'person'
      ORDER BY arrived_at DESC LIMIT ${mostRecent})`.execute(store);
  return rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]));
}

/** Whom calls are camped on, and the operators whose presence is followed. */
export async function readPeopleOfDesk(store: Store, tenantId: TenantId): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    SELECT data -> 'target' ->> 'id' AS person_id FROM calls WHERE tenant_id = ${tenantId} AND state = 'camped'
    UNION SELECT operator_id FROM operators WHERE tenant_id = ${tenantId} AND follows_presence
      AND (status = 'available' OR (status = 'break' AND is_break_by_presence))`.execute(store);
  return rows.map((row) => row.person_id);
}
