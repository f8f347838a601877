import type { CallId, PersonId, QueueId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';

/** A caller who was promised that somebody calls back. */
export interface CallBack {
  readonly callBackId: string;
  readonly callId: CallId;
  readonly queueId: QueueId;
  readonly number: string;
  readonly name?: string;
  readonly promisedAt: Instant;
  readonly state: 'open' | 'taken' | 'done';
  /** Who has taken it, or done it. */
  readonly operatorId?: PersonId;
}
