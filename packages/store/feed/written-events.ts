import type { CallEvent } from '@switchboard/domain/call/event';
import type { CallId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { NumberedEvent } from './read-events.ts';

/** The events of one commit, as they were sent to the database: who made it need not read them. */
export interface WrittenEvents {
  readonly callId: CallId;
  readonly at: Instant;
  /** Their numbers, without gaps. */
  readonly first: number;
  readonly last: number;
  /** An array of rows with `data`. */
  readonly rows: string;
}

/** The same as reading them would give. */
export function eventsWritten({ callId, at, first, rows }: WrittenEvents): readonly NumberedEvent[] {
  const written = JSON.parse(rows) as readonly { readonly data: CallEvent }[];
  return written.map(({ data }, n) => ({ subject: 'call', seq: first + n, callId, at, event: data }));
}
