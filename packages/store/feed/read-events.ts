import type { CallEvent } from '@switchboard/domain/call/event';
import type { CallId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Selectable } from 'kysely';
import { sendFixed } from '../access/send-fixed.ts';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import type { DeskEvent } from './desk-event.ts';

/** An event with its number: of a call, or of the desk. */
export type NumberedEvent = NumberedCallEvent | NumberedDeskEvent;

interface NumberedCallEvent {
  readonly subject: 'call';
  readonly seq: number;
  readonly callId: CallId;
  readonly at: Instant;
  readonly event: CallEvent;
}

interface NumberedDeskEvent {
  readonly subject: DeskEvent['subject'];
  readonly seq: number;
  readonly at: Instant;
  readonly event: DeskEvent;
}

type EventRow = Pick<Selectable<Tables['events']>, 'seq' | 'call_id' | 'subject' | 'at' | 'data'>;

const readAfter = `SELECT seq, call_id, subject, at, data FROM events
  WHERE tenant_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`;

/** The events of a tenant after a number, in order, without gaps. */
export async function readEvents(
  store: Store,
  tenantId: TenantId,
  after: number,
  limit: number,
): Promise<readonly NumberedEvent[]> {
  const rows = await sendFixed<EventRow>(store, readAfter, [tenantId, after, limit]);
  return rows.map(({ seq, call_id, subject, at, data }): NumberedEvent => {
    if (subject === 'call') return { subject, seq, callId: call_id as CallId, at, event: data as CallEvent };
    return { subject, seq, at, event: data as DeskEvent };
  });
}
