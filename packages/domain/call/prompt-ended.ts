import type { Decision } from './decision.ts';
import { afterMessage } from './divert.ts';
import { holdFailed, playMusic, retryMusic } from './sound.ts';
import { queueUp } from './waiting-line.ts';

/** The greeting is followed by the queue, a message by what it leads to, anything else by music. */
export function promptEnded(decision: Decision, completed: boolean): void {
  const { state } = decision;
  if (state.name === 'announcing') {
    decision.record({ type: 'soundChanged', sound: { kind: 'none' } });
    return afterMessage(decision);
  }
  if (state.name === 'greeting') queueUp(decision);
  if (completed) playMusic(decision);
  else retryMusic(decision);
}

/** What was to be heard cannot be; or, if it `mayPlay`, nobody knows. */
export function soundFailed(decision: Decision, mayPlay: boolean): void {
  if (decision.state.sound.kind === 'prompt') promptEnded(decision, false);
  else holdFailed(decision, mayPlay);
}
