import type { CallOutcome } from '@switchboard/domain/call/outcome';
import type { CallId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import type { CallPlace } from '../reads/call-list.ts';
import type { PastCall, PastKey } from './past-call.ts';
import { patternsOf } from './past-words.ts';

/** Which calls of the past. All that is given must fit. */
export interface PastFilter {
  /** Under any of these. */
  readonly foundBy: readonly PastKey[];
  /** And under any of these, too: whose calls the reader may see. */
  readonly seenBy?: readonly PastKey[];
  readonly outcomes?: readonly CallOutcome[];
  readonly cameBack?: true;
  /** Calls that arrived then or later. */
  readonly from?: Instant;
  /** Calls that arrived before. */
  readonly to?: Instant;
  /** Names and numbers, as typed. */
  readonly text?: string;
  /** Or, whatever the text: calls of these callers. */
  readonly callers?: readonly PastKey[];
  /** No others than these. */
  readonly callIds?: readonly CallId[];
}

export interface PastPage {
  /** By their arrival, newest first. */
  readonly calls: readonly PastCall[];
  /** There may be older ones: that is where reading goes on. It may stand far behind the last call of the page. */
  readonly next?: CallPlace;
}

/**
 * Calls that one reading looks at, where not every call fits: a search for somebody who never called ends there too, and
 * goes on from there if its reader wants. Of a million calls one takes at most 0.2 s on a busy machine.
 */
const lookedAt = 3_000;

type Row = Selectable<Tables['past_calls']>;
type ReadRow = Row & { readonly fits: boolean; readonly is_last: boolean };

/** A page of the calls that are over. `before`: where the page before said that reading goes on. */
export async function listPastCalls(
  store: Store,
  tenantId: TenantId,
  filter: PastFilter,
  page: { readonly before?: CallPlace | undefined; readonly limit: number },
): Promise<PastPage> {
  const { foundBy, seenBy, outcomes, cameBack, from, to, text, callers, callIds } = filter;
  const { before, limit } = page;
  const patterns = patternsOf(text ?? '');
  const fitsAll = [outcomes, cameBack, text, callers, seenBy, callIds].every((each) => each === undefined);
  const most = fitsAll ? limit : lookedAt;
  // Behind everything that arrived before the end of the span, and behind the page before.
  const end = before ?? { arrivedAt: to ?? Number.MAX_SAFE_INTEGER, callId: '' };
  const { rows } = await sql<ReadRow>`
    WITH places AS (
      ${callIds === undefined ? inOrder(tenantId, foundBy, { end, from, most }) : named(tenantId, foundBy, callIds)}
    ), numbered AS (
      SELECT call_id, row_number() OVER (ORDER BY arrived_at DESC, call_id DESC) AS n, count(*) OVER () AS of FROM places
    ), looked_at AS (
      SELECT p.*, n, n = ${most}::integer AND of > ${most}::integer AS is_last,
        (${outcomes === undefined}::boolean OR p.outcome = ANY(${[...(outcomes ?? [])]}::text[]))
          AND (${cameBack === undefined}::boolean OR p.came_back)
          AND (${seenBy === undefined}::boolean OR p.found_by && ${[...(seenBy ?? [])]}::text[])
          AND (${text === undefined}::boolean OR p.words LIKE ALL(${[...patterns]}::text[])
            OR p.found_by && ${[...(callers ?? [])]}::text[]) AS fits
      FROM numbered JOIN past_calls p ON p.tenant_id = ${tenantId} AND p.call_id = numbered.call_id
      WHERE n <= ${most}::integer
    )
    SELECT * FROM looked_at WHERE fits OR is_last ORDER BY n LIMIT ${limit + 1}::integer`.execute(store);
  return pageOf(rows, limit);
}

/** The newest under any of the keys; a call in two queues is one. */
const inOrder = (
  tenantId: TenantId,
  foundBy: readonly PastKey[],
  { end, from, most }: { readonly end: CallPlace; readonly from: Instant | undefined; readonly most: number },
): RawBuilder<unknown> => sql`
  SELECT e.arrived_at, e.call_id FROM unnest(${[...foundBy]}::text[]) AS f (found_by)
  CROSS JOIN LATERAL (
    SELECT arrived_at, call_id FROM past_call_entries
    WHERE tenant_id = ${tenantId} AND found_by = f.found_by
      AND (arrived_at, call_id) < (${end.arrivedAt}::bigint, ${end.callId}) AND arrived_at >= ${from ?? 0}::bigint
    ORDER BY arrived_at DESC, call_id DESC LIMIT ${most + 1}::integer) e
  GROUP BY e.arrived_at, e.call_id
  ORDER BY e.arrived_at DESC, e.call_id DESC LIMIT ${most + 1}::integer`;

const named = (
  tenantId: TenantId,
  foundBy: readonly PastKey[],
  callIds: readonly CallId[],
): RawBuilder<unknown> => sql`
  SELECT arrived_at, call_id FROM past_calls
  WHERE tenant_id = ${tenantId} AND call_id = ANY(${[...callIds]}::text[]) AND found_by && ${[...foundBy]}::text[]`;

/** Of one row more than a page has, or one row that only says how far was looked. */
function pageOf(rows: readonly ReadRow[], limit: number): PastPage {
  const fitting = rows.filter(({ fits }) => fits);
  const calls = fitting.slice(0, limit).map(rowToPastCall);
  const last = fitting.length > limit ? fitting[limit - 1] : rows.find((row) => row.is_last);
  if (last === undefined) return { calls };
  return { calls, next: { arrivedAt: last.arrived_at, callId: last.call_id } };
}

/** A call, if it is over. */
export async function findPastCall(
  store: Store,
  tenantId: TenantId,
  callId: CallId,
): Promise<PastCall | undefined> {
  const row = await store
    .selectFrom('past_calls')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('call_id', '=', callId)
    .executeTakeFirst();
  return row === undefined ? undefined : rowToPastCall(row);
}

const rowToPastCall = (row: Row): PastCall => ({
  callId: row.call_id,
  queueId: row.queue_id,
  caller: row.caller,
  ...(row.target === null ? {} : { target: row.target }),
  arrivedAt: row.arrived_at,
  ...(row.answered_at === null ? {} : { answeredAt: row.answered_at }),
  endedAt: row.ended_at,
  reason: row.reason,
  outcome: row.outcome,
  cameBack: row.came_back,
  takenBy: [...new Set(row.taken_by)],
  foundBy: row.found_by as PastKey[],
});
