import type { CallBase } from '../call-base.ts';

/** The greeting plays. Left when it ends. */
export interface Greeting extends CallBase {
  readonly name: 'greeting';
}
