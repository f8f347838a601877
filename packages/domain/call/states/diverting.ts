import type { DivertReason } from '../../queue/queue.ts';
import type { CallBase, Invitation } from '../call-base.ts';

/**
 * A person or number rings for a caller whom the queue does not keep; the caller hears music. Left when they answer
 * (handed over), or in vain: then a message is played, or the caller waits in the queue after all.
 */
export interface Diverting extends CallBase {
  readonly name: 'diverting';
  readonly why: DivertReason;
  readonly invitation: Invitation;
  /** The caller went ahead of others when they waited, and will again. */
  readonly isFront?: true;
}
