import type { PersonId } from '../ids.ts';
import type { CallState } from './call-state.ts';

/** The operator who is in the leg, as far as is known: talking, or with the caller on hold. */
export const operatorInLeg = (call: CallState): PersonId | undefined =>
  'operatorParticipantId' in call && call.operatorParticipantId !== undefined ? call.operatorId : undefined;
