import type { ParticipantId, PersonId } from '../../ids.ts';
import type { CallBase, Guest, Invitation } from '../call-base.ts';

/**
 * The caller, the operator and one or more others talk together. `invitation`: somebody more rings. Left when the
 * operator leaves them together, or when only caller and operator are left.
 */
export interface Merged extends CallBase {
  readonly name: 'merged';
  readonly operatorId: PersonId;
  readonly operatorParticipantId: ParticipantId;
  readonly guests: readonly Guest[];
  readonly invitation?: Invitation;
}
