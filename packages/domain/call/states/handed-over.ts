import type { Instant } from '@switchboard/kit/clock';
import type { ParticipantId, PersonId } from '../../ids.ts';
import type { Party } from '../../party/party.ts';
import type { DivertReason } from '../../queue/queue.ts';
import type { CallBase } from '../call-base.ts';

/** Caller and target talk; we stay until it is certain that the target has taken the call. */
export interface HandedOver extends CallBase {
  readonly name: 'handedOver';
  /** Absent when no operator was in it: a diverted call. */
  readonly operatorId?: PersonId;
  readonly target: Party;
  readonly targetParticipantId: ParticipantId;
  /** Of a diverted call: why its queue did not keep it. */
  readonly why?: DivertReason;
  readonly settleUntil: Instant;
  /** It has settled, and Graph was asked who is in it; without an answer we go then. */
  readonly leaveBy?: Instant;
}
