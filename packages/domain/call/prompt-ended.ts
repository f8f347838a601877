import type { Decision } from './decision.ts';
import { afterMessage } from './divert.ts';
import { beSilentFor, holdFailed, noSound, playMusic, retryMusic } from './sound.ts';
import { queueUp } from './waiting-line.ts';

/**
 * A message that breaks off may do so since the caller hung up, which is told a moment later: the call ends for that reason
 * then, and not for ours. In milliseconds; a caller who is there hears nothing for so long.
 */
const wordOfTheCaller = 700;

/** The greeting is followed by the queue, a message by what it leads to, anything else by music. */
export function promptEnded(decision: Decision, completed: boolean): void {
  const { state } = decision;
  if (state.name === 'announcing') {
    const isLast = state.then.to === 'end' || state.then.to === 'callBack';
    if (!completed && isLast) return beSilentFor(decision, wordOfTheCaller);
    noSound(decision);
    return afterMessage(decision);
  }
  if (state.name === 'greeting') queueUp(decision);
  if (completed) playMusic(decision);
  else retryMusic(decision);
}

/** The pause after a sound that failed is over: a caller who heard a message break off is still there. */
export function silenceEnded(decision: Decision): void {
  if (decision.state.name === 'announcing') promptEnded(decision, true);
  else playMusic(decision);
}

/** What was to be heard cannot be; or, if it `mayPlay`, nobody knows. */
export function soundFailed(decision: Decision, mayPlay: boolean): void {
  if (decision.state.sound.kind === 'prompt') promptEnded(decision, false);
  else holdFailed(decision, mayPlay);
}
