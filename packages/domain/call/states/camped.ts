import type { Instant } from '@switchboard/kit/clock';
import type { PersonId } from '../../ids.ts';
import type { Party } from '../../party/party.ts';
import type { CallBase } from '../call-base.ts';

/**
 * The caller hears music and waits for one busy contact. Left when that contact's presence frees (they are rung), when
 * an operator retrieves the call, or at `until`: then it is recalled.
 */
export interface Camped extends CallBase {
  readonly name: 'camped';
  readonly target: Extract<Party, { readonly kind: 'person' }>;
  readonly campedBy: PersonId;
  readonly until: Instant;
}
