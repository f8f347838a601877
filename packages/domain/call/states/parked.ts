import type { Instant } from '@switchboard/kit/clock';
import type { PersonId } from '../../ids.ts';
import type { Party } from '../../party/party.ts';
import type { CallBase } from '../call-base.ts';

/** The caller hears music in a numbered slot until somebody retrieves them, or `until`: then they are recalled. */
export interface Parked extends CallBase {
  readonly name: 'parked';
  /** 1 and up; unique among the tenant's parked calls. */
  readonly slot: number;
  readonly parkedBy: PersonId;
  /** For whom, if it is for one person. */
  readonly parkedFor?: Party;
  readonly until: Instant;
}
