import type { ParticipantId, PersonId } from '../../ids.ts';
import type { CallBase, Invitation } from '../call-base.ts';

/**
 * The caller hears hold music, the target rings, the operator waits for it or has gone. `toMailbox`: the target's
 * mailbox is meant, and its picking up is the success.
 */
export interface Transferring extends CallBase {
  readonly name: 'transferring';
  readonly operatorId: PersonId;
  /** Absent once the operator has left the leg. */
  readonly operatorParticipantId?: ParticipantId;
  readonly invitation: Invitation;
  readonly toMailbox?: true;
}
