import type { ParticipantId, PersonId } from '../../ids.ts';
import type { CallBase } from '../call-base.ts';

/** Caller and operator talk. */
export interface Connected extends CallBase {
  readonly name: 'connected';
  readonly operatorId: PersonId;
  readonly operatorParticipantId: ParticipantId;
}
