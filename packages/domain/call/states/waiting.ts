import type { Instant } from '@switchboard/kit/clock';
import type { PersonId } from '../../ids.ts';
import type { CallBase, Recall, Wait } from '../call-base.ts';
import type { MissReason } from '../reasons.ts';

/**
 * The caller hears music and may be taken: by any operator of the queue where its strategy is to pick, else by those
 * to whom it is offered.
 */
export interface Waiting extends CallBase {
  readonly name: 'waiting';
  /** Goes ahead of calls that wait longer: it has been with somebody before. */
  readonly isFront: boolean;
  readonly wait: Wait;
  readonly offer?: Offer;
  readonly missed?: { readonly operatorId: PersonId; readonly why: MissReason };
  readonly recall?: Recall;
}

/** A call shown to operators as theirs to take, until a moment. */
export interface Offer {
  readonly operatorIds: readonly PersonId[];
  readonly until: Instant;
}
