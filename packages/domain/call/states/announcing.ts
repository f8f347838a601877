import type { DivertReason } from '../../queue/queue.ts';
import type { CallBase } from '../call-base.ts';
import type { AfterMessage } from '../diversion.ts';

/**
 * A message is played to a caller whom nobody will answer here: closed, emergency, full, a call-back promise. Left
 * when it has been heard, or when it cannot be played: the call then goes where `then` says. Where that is its end, a message
 * that breaks off is followed by a moment for word that the caller hung up.
 */
export interface Announcing extends CallBase {
  readonly name: 'announcing';
  readonly why: DivertReason;
  readonly then: AfterMessage;
  /** The caller went ahead of others when they waited, and will again. */
  readonly isFront?: true;
}
