import type { ParticipantId } from '../ids.ts';
import type { Decision } from './decision.ts';
import type { Prompt } from './effect.ts';
import type { PromptRole } from './sound-state.ts';

/** How much longer than its own length a prompt may take before we believe that its end was lost on the way. */
const promptSlack = 4_000;

/** Pause before music is tried again, times the number of failures in a row; at most {@link longestPause}. */
const firstPause = 1_000;
const longestPause = 10_000;

/** As often is hold music asked for again; then the caller hears the others, or music for all. */
const mostHoldFailures = 2;

/** Plays the queue's music once; its end, or the end of patience with it, plays it again. */
export function playMusic(decision: Decision): void {
  play(decision, 'music', decision.settings.music);
}

export function playGreeting(decision: Decision, greeting: Prompt): void {
  play(decision, 'greeting', greeting);
}

/** Plays at once: what else plays ends. */
export function playInstead(decision: Decision, role: PromptRole, prompt: Prompt): void {
  const { sound } = decision.state;
  if (sound.kind === 'hold') stopHold(decision);
  if (sound.kind === 'prompt') decision.ask({ type: 'stopPrompts' });
  play(decision, role, prompt);
}

function play(decision: Decision, role: PromptRole, prompt: Prompt): void {
  const effectId = decision.ask({ type: 'playPrompt', prompt });
  const endsBy = decision.now + prompt.milliseconds + promptSlack;
  const { sound } = decision.state;
  const failures = sound.kind === 'silence' ? { failures: sound.failures } : {};
  decision.record({ type: 'soundChanged', sound: { kind: 'prompt', role, effectId, endsBy, ...failures } });
}

/** After a failure: soon again, but not at once and not for ever faster. */
export function retryMusic(decision: Decision): void {
  const { sound } = decision.state;
  const failures = 1 + (sound.kind === 'prompt' ? (sound.failures ?? 0) : 0);
  const pause = Math.min(firstPause * failures, longestPause);
  const retryAt = decision.now + pause;
  decision.record({ type: 'soundChanged', sound: { kind: 'silence', retryAt, failures } });
}

/** The caller shall hear something while nobody talks to them. Hold music that plays already goes on. */
export function keepCompany(decision: Decision): void {
  const { sound, callerParticipantId } = decision.state;
  if (sound.kind === 'hold' && sound.participantId !== callerParticipantId) beSilent(decision);
  if (decision.state.sound.kind === 'none') playMusic(decision);
}

/** Somebody talks to the caller now: whatever we play ends. */
export function beSilent(decision: Decision): void {
  const { sound } = decision.state;
  if (sound.kind === 'none') return;
  if (sound.kind === 'prompt') decision.ask({ type: 'stopPrompts' });
  if (sound.kind === 'hold') stopHold(decision);
  else noSound(decision);
}

/** Nothing plays any more, and nothing has to be stopped: whoever was on hold has left. */
export function noSound(decision: Decision): void {
  decision.record({ type: 'soundChanged', sound: { kind: 'none' } });
}

/** Until Graph has done it, somebody who is spoken to hears music: it is asked again as long as it takes. */
export function stopHold(decision: Decision): void {
  const { sound } = decision.state;
  const stoppingFor =
    sound.kind === 'hold' ? sound.participantId : sound.kind === 'none' ? sound.stoppingFor : undefined;
  if (stoppingFor === undefined) return noSound(decision);
  const stopping = decision.ask({ type: 'stopHoldMusic', participantId: stoppingFor });
  decision.record({ type: 'soundChanged', sound: { kind: 'none', stopping, stoppingFor } });
}

/** Hold music for the caller alone. Without knowing the caller's place in the roster, music for all serves instead. */
export function startHold(decision: Decision): void {
  const { callerParticipantId } = decision.state;
  if (callerParticipantId === undefined) keepCompany(decision);
  else holdAlone(decision, callerParticipantId);
}

/** Hold music for one participant; Graph holds one at a time, so another's ends first. */
export function holdAlone(decision: Decision, participantId: ParticipantId): void {
  const { sound } = decision.state;
  if (sound.kind === 'hold' && sound.participantId === participantId) return;
  if (sound.kind === 'hold') stopHold(decision);
  if (sound.kind === 'prompt') decision.ask({ type: 'stopPrompts' });
  askForHold(decision, participantId, 0);
}

function askForHold(decision: Decision, participantId: ParticipantId, failures: number): void {
  const effectId = decision.ask({ type: 'startHoldMusic', participantId, prompt: decision.settings.music });
  const counted = failures === 0 ? {} : { failures };
  decision.record({
    type: 'soundChanged',
    sound: { kind: 'hold', effectId, isOn: false, participantId, ...counted },
  });
}

/**
 * Hold music failed. Music for all serves where nobody talks, and where somebody is with the caller they are heard.
 * During a consultation one is not to hear the other: there it is asked for again.
 */
export function holdFailed(decision: Decision): void {
  const { state } = decision;
  const { sound } = state;
  if (sound.kind !== 'hold') return;
  const failures = (sound.failures ?? 0) + 1;
  const isThere = state.members.some((member) => member.participantId === sound.participantId);
  const mustNotHear = state.name === 'consulting' && isThere;
  if (failures <= mostHoldFailures && mustNotHear) return askForHold(decision, sound.participantId, failures);
  noSound(decision);
  if (state.name === 'held' && state.recall === undefined) decision.record({ type: 'callResumed' });
  else if (state.name !== 'consulting' || state.targetParticipantId === undefined) keepCompany(decision);
}
