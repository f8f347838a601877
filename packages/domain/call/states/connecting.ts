import type { PersonId } from '../../ids.ts';
import type { CallBase, Invitation, Recall, Wait } from '../call-base.ts';

/**
 * An operator has taken the call and their Teams rings; the caller still hears music. On the direct bridge the leg
 * itself is on its way to the operator; `invitation` then stands for that transfer.
 */
export interface Connecting extends CallBase {
  readonly name: 'connecting';
  readonly operatorId: PersonId;
  readonly invitation: Invitation;
  readonly isFront: boolean;
  readonly wait: Wait;
  readonly recall?: Recall;
}
