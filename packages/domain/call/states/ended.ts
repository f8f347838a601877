import type { PersonId } from '../../ids.ts';
import type { Party } from '../../party/party.ts';
import type { CallBase } from '../call-base.ts';
import type { EndReason } from '../reasons.ts';

/** Over. Nothing more is decided about it. */
export interface Ended extends CallBase {
  readonly name: 'ended';
  readonly reason: EndReason;
  readonly operatorId?: PersonId;
  readonly target?: Party;
}
