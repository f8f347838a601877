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
  decision.record({ type: 'soundChanged', sound: { kind: 'prompt', role, effectId, endsBy } });
}

/** After a failure: soon again, but not at once and not for ever faster. */
export function retryMusic(decision: Decision): void {
  const { sound } = decision.state;
  const failures = sound.kind === 'silence' ? sound.failures + 1 : 1;
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
  const { sound, callerParticipantId } = decision.state;
  if (sound.kind === 'prompt') decision.ask({ type: 'stopPrompts' });
  if (sound.kind === 'hold' && callerParticipantId !== undefined) {
    decision.ask({ type: 'stopHoldMusic', participantId: callerParticipantId });
  }
  if (sound.kind !== 'none') decision.record({ type: 'soundChanged', sound: { kind: 'none' } });
}

/** Hold music for the caller alone. Without knowing the caller's place in the roster, music for all serves instead. */
export function startHold(decision: Decision): void {
  const { sound, callerParticipantId } = decision.state;
  if (sound.kind === 'hold') return;
  if (callerParticipantId === undefined) {
    keepCompany(decision);
    return;
  }
  const prompt = decision.settings.music;
  const effectId = decision.ask({ type: 'startHoldMusic', participantId: callerParticipantId, prompt });
  decision.record({ type: 'soundChanged', sound: { kind: 'hold', effectId, isOn: false } });
}
