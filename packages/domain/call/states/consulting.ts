import type { ParticipantId, PersonId } from '../../ids.ts';
import type { CallBase, Invitation } from '../call-base.ts';

/**
 * The operator asks a colleague while the caller waits on hold. First the colleague rings (`targetParticipantId` is
 * absent); then operator and colleague talk. `held` says who hears hold music: after a swap it is the colleague, and
 * operator and caller talk. Left by complete, merge, back, or when somebody hangs up; the caller is never the one
 * dropped.
 */
export interface Consulting extends CallBase {
  readonly name: 'consulting';
  readonly operatorId: PersonId;
  readonly operatorParticipantId: ParticipantId;
  readonly invitation: Invitation;
  readonly targetParticipantId?: ParticipantId;
  readonly held: 'caller' | 'target';
}
