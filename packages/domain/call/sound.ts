import type { Decision } from './decision.ts';
import type { Prompt } from './effect.ts';

/** How much longer than its own length a prompt may take before we believe that its end was lost on the way. */
const promptSlack = 4_000;

/** Pause before music is tried again, times the number of failures in a row; at most {@link longestPause}. */
const firstPause = 1_000;
const longestPause = 10_000;

/** Plays the queue's music once; its end, or the end of patience with it, plays it again. */
export function playMusic(decision: Decision): void {
  play(decision, 'music', decision.settings.music);
}

export function playGreeting(decision: Decision, greeting: Prompt): void {
  play(decision, 'greeting', greeting);
}

function play(decision: Decision, role: 'greeting' | 'music', prompt: Prompt): void {
  const effectId = decision.ask({ type: 'playPrompt', prompt });
  const endsBy = decision.now + prompt.milliseconds + promptSlack;
  const { sound } = decision.state;
  const failures = sound.kind === 'silence' ? { failures: sound.failures } : {};
  decision.record({ type: 'soundChanged', sound: { kind: 'prompt', role, effectId, endsBy, ...failures } });
}

/** The greeting is followed by the queue, music by more music. */
export function promptEnded(decision: Decision, completed: boolean): void {
  if (decision.state.name === 'greeting') decision.record({ type: 'callQueued' });
  if (completed) playMusic(decision);
  else retryMusic(decision);
}

/** After a failure: soon again, but not at once and not for ever faster. */
function retryMusic(decision: Decision): void {
  const { sound } = decision.state;
  const failures = 1 + (sound.kind === 'prompt' ? (sound.failures ?? 0) : 0);
  const pause = Math.min(firstPause * failures, longestPause);
  decision.record({
    type: 'soundChanged',
    sound: { kind: 'silence', retryAt: decision.now + pause, failures },
  });
}

/** The caller shall hear something while nobody talks to them. Hold music that plays already goes on. */
export function keepCompany(decision: Decision): void {
  const { kind } = decision.state.sound;
  if (kind === 'none') playMusic(decision);
}

/** Somebody talks to the caller now: whatever we play ends. */
export function beSilent(decision: Decision): void {
  const { sound } = decision.state;
  if (sound.kind === 'none') return;
  if (sound.kind === 'prompt') decision.ask({ type: 'stopPrompts' });
  if (sound.kind === 'hold') stopHold(decision);
  else decision.record({ type: 'soundChanged', sound: { kind: 'none' } });
}

/** Until Graph has done it, a caller who is spoken to hears music: it is asked again as long as it takes. */
export function stopHold(decision: Decision): void {
  const { callerParticipantId } = decision.state;
  const stopping =
    callerParticipantId === undefined
      ? {}
      : { stopping: decision.ask({ type: 'stopHoldMusic', participantId: callerParticipantId }) };
  decision.record({ type: 'soundChanged', sound: { kind: 'none', ...stopping } });
}

/** Hold music for the caller alone. Without knowing the caller's place in the roster, music for all serves instead. */
export function startHold(decision: Decision): void {
  const { sound, callerParticipantId } = decision.state;
  if (sound.kind === 'hold') return;
  if (callerParticipantId === undefined) {
    keepCompany(decision);
    return;
  }
  if (sound.kind === 'prompt') decision.ask({ type: 'stopPrompts' });
  const prompt = decision.settings.music;
  const effectId = decision.ask({ type: 'startHoldMusic', participantId: callerParticipantId, prompt });
  decision.record({ type: 'soundChanged', sound: { kind: 'hold', effectId, isOn: false } });
}

/** Hold music that cannot be had is replaced by music for all where nobody talks, and by the operator where one is. */
export function soundFailed(decision: Decision): void {
  const { state } = decision;
  if (state.sound.kind === 'prompt') {
    promptEnded(decision, false);
    return;
  }
  decision.record({ type: 'soundChanged', sound: { kind: 'none' } });
  if (state.name === 'held' && state.recall === undefined) decision.record({ type: 'callResumed' });
  else keepCompany(decision);
}
