import type { Presence, PresenceDetails } from '@switchboard/domain/directory/presence';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { toJson } from '../access/to-json.ts';

/** What Microsoft said of somebody, and when it was asked, or told it by itself. */
export interface SaidPresence extends Presence {
  readonly saidAt: Instant;
  /** All of it was said: details that are not there are no more. Else what is not said stays. */
  readonly isWhole: boolean;
}

/** The newest of somebody, as it stands in the database. */
export interface StoredPresence extends Presence {
  readonly details: PresenceDetails;
  readonly saidAt: Instant;
  /** A subscription tells of every change until then. */
  readonly coveredUntil?: Instant;
  readonly change: number;
}

/** A lower number is old news for so long; then Microsoft has begun to count anew. In milliseconds. */
const numbersCountFor = 60_000;

/**
 * The tenant's next number, if there is something to count. It begins with the time: an emptied table never goes back.
 * Held until the commit, so whoever reads up to a number has read all below it.
 */
export const nextChange = (tenantId: TenantId, isWanted: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  INSERT INTO presence_polls AS c (tenant_id, last_change)
  SELECT ${tenantId}, (extract(epoch FROM now()) * 1000)::bigint WHERE ${isWanted}
  ON CONFLICT (tenant_id) DO UPDATE SET last_change = c.last_change + 1 RETURNING last_change`;

/**
 * Writes what is news: who is not known, and whose newer presence differs. Where both have a number the higher is newer,
 * else the later said. Returns how many rows changed, all under one new number of the tenant; nothing is written for
 * what is known already.
 */
export async function writePresences(
  store: Store,
  tenantId: TenantId,
  said: readonly SaidPresence[],
): Promise<number> {
  if (said.length === 0) return 0;
  const { rows } = await sql`
    WITH said AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${toJson(said.map(rowOf))}::jsonb) AS s (person_id text, availability text,
        activity text, sequence text, details jsonb, said_at bigint, is_whole boolean)
    ), met AS (
      SELECT s.person_id, s.availability, s.activity, s.sequence COLLATE "C" AS sequence, s.said_at,
        CASE WHEN s.is_whole THEN s.details ELSE coalesce(p.details, '{}') || s.details END AS details, p.person_id AS known,
        (p.availability, p.activity, p.sequence, p.details) AS before
      FROM said s LEFT JOIN presences p ON p.tenant_id = ${tenantId} AND p.person_id = s.person_id
    ), news AS MATERIALIZED (
      SELECT * FROM met WHERE known IS NULL
        OR (availability, activity, sequence, details) IS DISTINCT FROM before
    ), counted AS (${nextChange(tenantId, sql`EXISTS (SELECT FROM news)`)})
    INSERT INTO presences AS p (tenant_id, person_id, availability, activity, sequence, details, said_at, change)
    SELECT ${tenantId}, person_id, availability, activity, sequence, details, said_at, last_change
    FROM news, counted ORDER BY person_id
    ON CONFLICT (tenant_id, person_id) DO UPDATE
    SET availability = excluded.availability, activity = excluded.activity, sequence = excluded.sequence,
      details = excluded.details, said_at = excluded.said_at, change = excluded.change
    WHERE excluded.said_at >= p.said_at AND (p.sequence IS NULL OR excluded.sequence IS NULL
      OR excluded.sequence >= p.sequence OR excluded.said_at > p.said_at + ${numbersCountFor}::bigint)
    RETURNING p.person_id`.execute(store);
  return rows.length;
}

const rowOf = (said: SaidPresence) => ({
  person_id: said.personId,
  availability: said.availability,
  activity: said.activity,
  sequence: said.sequence ?? null,
  details: said.details ?? {},
  said_at: said.saidAt,
  is_whole: said.isWhole,
});

/** Notes until when a subscription tells of these people, of whom something is known; null: no more. */
export async function coverPresences(
  store: Store,
  tenantId: TenantId,
  personIds: readonly PersonId[],
  until: Instant | null,
): Promise<void> {
  if (personIds.length === 0) return;
  const isOther = sql`tenant_id = ${tenantId} AND person_id = ANY(${[...personIds]}::text[])
    AND covered_until IS DISTINCT FROM ${until}::bigint`;
  await sql`
    WITH counted AS (${nextChange(tenantId, sql`EXISTS (SELECT FROM presences WHERE ${isOther})`)})
    UPDATE presences SET covered_until = ${until}::bigint, change = last_change FROM counted
    WHERE presences.${isOther}`.execute(store);
}

interface Row {
  readonly person_id: PersonId;
  readonly availability: string;
  readonly activity: string;
  readonly sequence: string | null;
  readonly details: PresenceDetails;
  readonly said_at: number;
  readonly covered_until: number | null;
  readonly change: number;
}

const columns = sql.raw(
  'p.person_id, p.availability, p.activity, p.sequence, p.details, p.said_at, p.covered_until, p.change',
);

/** What changed of these people above a number, and the number up to which that is all. */
export async function readPresenceChanges(
  store: Store,
  tenantId: TenantId,
  personIds: readonly PersonId[],
  after: number,
): Promise<{ readonly presences: readonly StoredPresence[]; readonly upTo: number }> {
  const { rows } = await sql<Partial<Row> & { last_change: number }>`
    SELECT c.last_change, ${columns} FROM presence_polls c
    LEFT JOIN presences p ON p.tenant_id = c.tenant_id AND p.change > ${after}::bigint
      AND p.person_id = ANY(${[...personIds]}::text[])
    WHERE c.tenant_id = ${tenantId}`.execute(store);
  const presences = rows.flatMap((row) => (isRow(row) ? [rowToPresence(row)] : []));
  return { presences, upTo: rows[0]?.last_change ?? after };
}

const isRow = (row: Partial<Row>): row is Row => typeof row.person_id === 'string';

const rowToPresence = (row: Row): StoredPresence => ({
  personId: row.person_id,
  availability: row.availability,
  activity: row.activity,
  ...(row.sequence === null ? {} : { sequence: row.sequence }),
  details: row.details,
  saidAt: row.said_at,
  ...(row.covered_until === null ? {} : { coveredUntil: row.covered_until }),
  change: row.change,
});

/** Those who are read with favourites, those whom calls wait for; everybody else. */
export type PresenceRing = 'desk' | 'near' | 'everybody';

/** With when it was last confirmed, and by the ring of which. */
export interface AgedPresence extends StoredPresence {
  readonly confirmedAt: Instant;
  readonly ring: PresenceRing;
}

/** The newest of these people with its age; who was never read is left out. */
export async function readAgedPresences(
  store: Store,
  tenantId: TenantId,
  personIds: readonly PersonId[],
): Promise<readonly AgedPresence[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<
    Row & { round_at: number | null; near_at: number | null; desk_at: number | null }
  >`
    WITH wanted AS MATERIALIZED (SELECT unnest(${[...personIds]}::text[]) AS person_id), listed AS MATERIALIZED (
      SELECT w.person_id, max(l.read_at) FILTER (WHERE l.list = 0) AS near_at,
        max(l.read_at) FILTER (WHERE l.list = -1) AS desk_at
      FROM presence_lists l, unnest(l.person_ids) AS w (person_id)
      WHERE l.tenant_id = ${tenantId} AND l.list <= 0 AND l.read_version = l.version
        AND w.person_id IN (SELECT person_id FROM wanted)
      GROUP BY w.person_id
    )
    SELECT ${columns}, listed.near_at, listed.desk_at,
      CASE WHEN p.person_id <= c.cursor THEN c.began_at ELSE c.began_before END AS round_at
    FROM presences p LEFT JOIN presence_polls c ON c.tenant_id = p.tenant_id
    LEFT JOIN listed ON listed.person_id = p.person_id
    WHERE p.tenant_id = ${tenantId} AND p.person_id = ANY(${[...personIds]}::text[])`.execute(store);
  return rows.map((row) => ({
    ...rowToPresence(row),
    confirmedAt: Math.max(row.said_at, row.round_at ?? 0, row.near_at ?? 0, row.desk_at ?? 0),
    ring: row.desk_at !== null ? 'desk' : row.near_at !== null ? 'near' : 'everybody',
  }));
}
