import type { EffectId } from '../../ids.ts';
import type { CallBase } from '../call-base.ts';
import type { Diversion } from '../diversion.ts';

/**
 * Entered when a caller dials; our `answer` is on its way. Left when the leg carries sound, or ends. `diversion`: the
 * queue does not take the call; what happens to it instead once it is answered.
 */
export interface Answering extends CallBase {
  readonly name: 'answering';
  readonly effectId: EffectId;
  readonly diversion?: Diversion;
  /** It is sent on unanswered; should that fail, it is answered. */
  readonly isRedirected?: true;
}
