import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** A place in the list: the calls behind it arrived earlier. */
export interface CallPlace {
  readonly arrivedAt: Instant;
  readonly callId: string;
}

/** Which calls; what is not said does not matter. */
export interface CallFilter {
  readonly queueId?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly state?: 'live' | CallState['name'];
  readonly reason?: string;
  readonly before?: CallPlace;
  readonly limit: number;
}

export interface CallRecord {
  readonly call: CallState;
  readonly arrivedAt: Instant;
  readonly answeredAt?: Instant;
  readonly endedAt?: Instant;
}

/**
 * Calls of a tenant by their arrival, newest first, ended ones included. Those that are over have an index of their own,
 * so the two kinds are read one after the other; who ends in between is over.
 */
export async function listCalls(
  store: Store,
  tenantId: TenantId,
  filter: CallFilter,
): Promise<readonly CallRecord[]> {
  const { state, reason, limit } = filter;
  const wantsLive = state !== 'ended' && reason === undefined;
  const wantsPast = state === undefined || state === 'ended';
  const live = wantsLive ? await readCalls(store, tenantId, filter, false) : [];
  const past = wantsPast ? await readCalls(store, tenantId, filter, true) : [];
  const over = new Set(past.map(({ call }) => call.callId));
  return [...live.filter(({ call }) => !over.has(call.callId)), ...past]
    .toSorted(newestFirst)
    .slice(0, limit);
}

const newestFirst = (a: CallRecord, b: CallRecord): number =>
  b.arrivedAt - a.arrivedAt || (a.call.callId < b.call.callId ? 1 : -1);

async function readCalls(
  store: Store,
  tenantId: TenantId,
  filter: CallFilter,
  isOver: boolean,
): Promise<readonly CallRecord[]> {
  const { queueId, from, to, state, reason, before, limit } = filter;
  let calls = store
    .selectFrom('calls')
    .select(['data', 'arrived_at', 'answered_at', 'ended_at'])
    .where('tenant_id', '=', tenantId)
    .where('ended_at', isOver ? 'is not' : 'is', null);
  if (queueId !== undefined) calls = calls.where('queue_id', '=', queueId as CallState['queueId']);
  if (from !== undefined) calls = calls.where('arrived_at', '>=', from);
  if (to !== undefined) calls = calls.where('arrived_at', '<', to);
  if (state !== undefined && state !== 'live') calls = calls.where('state', '=', state);
  if (reason !== undefined) calls = calls.where(sql<string>`data ->> 'reason'`, '=', reason);
  if (before !== undefined)
    calls = calls.where(sql<boolean>`(arrived_at, call_id COLLATE "C")
      < (${before.arrivedAt}::bigint, ${before.callId})`);
  const rows = await calls
    .orderBy('arrived_at', 'desc')
    .orderBy(sql`call_id COLLATE "C"`, 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

export async function findCall(
  store: Store,
  tenantId: TenantId,
  callId: CallId,
): Promise<CallRecord | undefined> {
  const row = await store
    .selectFrom('calls')
    .select(['data', 'arrived_at', 'answered_at', 'ended_at'])
    .where('tenant_id', '=', tenantId)
    .where('call_id', '=', callId)
    .executeTakeFirst();
  return row === undefined ? undefined : recordOf(row);
}

interface Row {
  readonly data: CallState;
  readonly arrived_at: number;
  readonly answered_at: number | null;
  readonly ended_at: number | null;
}

const recordOf = ({ data, arrived_at, answered_at, ended_at }: Row): CallRecord => ({
  call: data,
  arrivedAt: arrived_at,
  ...(answered_at === null ? {} : { answeredAt: answered_at }),
  ...(ended_at === null ? {} : { endedAt: ended_at }),
});
