import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallEvent } from '@switchboard/domain/call/event';
import type { CallId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';

/** Something asked of Graph, and what became of it. */
export interface TimelineEffect {
  readonly effect: CallEffect;
  readonly askedAt: Instant;
  readonly status: 'pending' | 'done' | 'refused';
  readonly attempts: number;
  readonly closedAt?: Instant;
  /** What Graph said. */
  readonly outcome?: string;
}

/** Everything that is kept of a call. */
export interface CallHistory {
  readonly call: CallState;
  readonly events: readonly { readonly at: Instant; readonly event: CallEvent }[];
  readonly effects: readonly TimelineEffect[];
}

/** Events in the order in which they happened, effects in the order in which they were asked. Undefined: no such call. */
export async function readCallHistory(
  store: Store,
  tenantId: TenantId,
  callId: CallId,
): Promise<CallHistory | undefined> {
  const row = await store
    .selectFrom('calls')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('call_id', '=', callId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const events = await store
    .selectFrom('events')
    .select(['at', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('call_id', '=', callId)
    .orderBy('seq')
    .execute();
  const effects = await store
    .selectFrom('effects')
    .select(['data', 'asked_at', 'status', 'attempts', 'closed_at', 'outcome'])
    .where('tenant_id', '=', tenantId)
    .where('call_id', '=', callId)
    .orderBy('position')
    .execute();
  return {
    call: row.data,
    events: events.map(({ at, data }) => ({ at, event: data as CallEvent })),
    effects: effects.map(({ data, asked_at, status, attempts, closed_at, outcome }) => ({
      effect: data,
      askedAt: asked_at,
      status,
      attempts,
      ...(closed_at === null ? {} : { closedAt: closed_at }),
      ...(outcome === null ? {} : { outcome }),
    })),
  };
}
