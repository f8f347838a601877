import type { ParticipantId, PersonId } from '../../ids.ts';
import type { CallBase, Recall } from '../call-base.ts';

/** The caller hears hold music, the operator is in the leg. `recall` says why, when the call came back. */
export interface Held extends CallBase {
  readonly name: 'held';
  readonly operatorId: PersonId;
  readonly operatorParticipantId: ParticipantId;
  readonly recall?: Recall;
}
