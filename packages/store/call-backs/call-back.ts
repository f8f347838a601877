import type { EndReason } from '@switchboard/domain/call/reasons';
import type { CallId, PersonId, QueueId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';

/** A caller whom somebody is to call back: promised so, or nobody reached them. */
export interface CallBack {
  readonly callBackId: string;
  /** Their newest call. */
  readonly callId: CallId;
  readonly queueId: QueueId;
  readonly why: 'promised' | 'lost';
  /** E.164; absent for a caller in Teams. */
  readonly number?: string;
  readonly personId?: PersonId;
  readonly name?: string;
  /** When it was promised; when they last called in vain. */
  readonly promisedAt: Instant;
  /** How often they called in vain. */
  readonly calls: number;
  /** How the last of these calls ended; absent for a promise. */
  readonly reason?: EndReason;
  /** How often somebody called back and did not reach them, and when last. */
  readonly tries: number;
  readonly triedAt?: Instant;
  readonly state: 'open' | 'taken' | 'done';
  /** Who has taken it, or done it. */
  readonly operatorId?: PersonId;
}
