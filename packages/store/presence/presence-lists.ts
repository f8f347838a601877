import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** The list of favourites and of those lately called. A server's list of its screens has the server's number. */
export const nearList = 0;
/** The list of those whom calls and operators of the tenant wait for. */
export const deskList = -1;
/** The list of those of whom a subscription may have said too little: to be asked about once. */
export const doubtedList = -2;

export interface PresenceList {
  readonly list: number;
  readonly version: number;
  readonly personIds: readonly PersonId[];
}

/** Puts a list in the place of the one before, for as long as it is kept. Returns its version, another one if it differs. */
export async function putPresenceList(
  store: Store,
  tenantId: TenantId,
  { list, personIds }: Pick<PresenceList, 'list' | 'personIds'>,
  keptUntil: Instant,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    INSERT INTO presence_lists AS l (tenant_id, list, person_ids, kept_until)
    VALUES (${tenantId}, ${list}::integer, ${personIds.toSorted()}::text[], ${keptUntil}::bigint)
    ON CONFLICT (tenant_id, list) DO UPDATE SET kept_until = excluded.kept_until, person_ids = excluded.person_ids,
      version = l.version + CASE WHEN l.person_ids = excluded.person_ids THEN 0 ELSE 1 END
    RETURNING version`.execute(store);
  return rows[0]?.version ?? 1;
}

/** A server keeps its lists so long; what it does not keep is gone. Returns when each was last read, of which version. */
export async function keepPresenceList(
  store: Store,
  tenantId: TenantId,
  list: number,
  keptUntil: Instant,
): Promise<{ readonly readVersion: number; readonly readAt: Instant } | undefined> {
  const { rows } = await sql<{ read_version: number; read_at: number }>`
    UPDATE presence_lists SET kept_until = ${keptUntil}::bigint
    WHERE tenant_id = ${tenantId} AND list = ${list}::integer RETURNING read_version, read_at`.execute(store);
  const row = rows[0];
  return row && { readVersion: row.read_version, readAt: row.read_at };
}

export async function dropPresenceList(store: Store, tenantId: TenantId, list: number): Promise<void> {
  await store
    .deleteFrom('presence_lists')
    .where('tenant_id', '=', tenantId)
    .where('list', '=', list)
    .execute();
}

/** The lists of a tenant that are kept; those whose version is known already come without their people. */
export async function readPresenceLists(
  store: Store,
  tenantId: TenantId,
  known: ReadonlyMap<number, number>,
  now: Instant,
): Promise<readonly (Omit<PresenceList, 'personIds'> & { readonly personIds?: readonly PersonId[] })[]> {
  const { rows } = await sql<{ list: number; version: number; person_ids: PersonId[] | null }>`
    SELECT l.list, l.version, CASE WHEN k.list IS NULL THEN l.person_ids END AS person_ids
    FROM presence_lists l LEFT JOIN unnest(${[...known.keys()]}::integer[], ${[...known.values()]}::integer[])
      AS k (list, version) ON k.list = l.list AND k.version = l.version
    WHERE l.tenant_id = ${tenantId} AND l.kept_until > ${now}::bigint`.execute(store);
  return rows.map(({ list, version, person_ids }) => ({
    list,
    version,
    ...(person_ids === null ? {} : { personIds: person_ids }),
  }));
}

/** Everybody of these lists, in these versions, was asked about at that time. */
export async function noteListsRead(
  store: Store,
  tenantId: TenantId,
  lists: readonly Pick<PresenceList, 'list' | 'version'>[],
  readAt: Instant,
): Promise<void> {
  await sql`
    UPDATE presence_lists l SET read_version = r.version, read_at = ${readAt}::bigint
    FROM unnest(${lists.map(({ list }) => list)}::integer[], ${lists.map(({ version }) => version)}::integer[])
      AS r (list, version)
    WHERE l.tenant_id = ${tenantId} AND l.list = r.list
      AND (l.read_version, l.read_at) IS DISTINCT FROM (r.version, ${readAt}::bigint)`.execute(store);
}
