import type { EffectId, ParticipantId } from '../ids.ts';
import type { Release } from './call-base.ts';
import type { CallState } from './call-state.ts';
import type { Decision } from './decision.ts';
import type { Prompt } from './effect.ts';
import type { EffectProblem } from './fact.ts';
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
  if (sound.kind === 'hold') stopHold(decision, sound.participantId);
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
  beSilentFor(decision, Math.min(firstPause * failuresWith(decision), longestPause));
}

/** What plays has failed; something follows so many milliseconds later. */
export function beSilentFor(decision: Decision, pause: number): void {
  const [retryAt, failures] = [decision.now + pause, failuresWith(decision)];
  decision.record({ type: 'soundChanged', sound: { kind: 'silence', retryAt, failures } });
}

/** In a row, with the one that is known of now. */
const failuresWith = ({ state: { sound } }: Decision): number =>
  1 + (sound.kind === 'prompt' ? (sound.failures ?? 0) : 0);

/** The caller shall hear something while nobody talks to them. Hold music that plays to them already goes on. */
export function keepCompany(decision: Decision): void {
  const { sound, callerParticipantId } = decision.state;
  if (sound.kind === 'hold' && sound.participantId !== callerParticipantId) beSilent(decision);
  if (decision.state.sound.kind === 'none') playMusic(decision);
}

/** Somebody talks to the caller now: whatever we play ends. Whoever was on hold and has left needs no end of it. */
export function beSilent(decision: Decision): void {
  const { sound } = decision.state;
  if (sound.kind === 'none') return;
  if (sound.kind === 'prompt') decision.ask({ type: 'stopPrompts' });
  if (sound.kind === 'hold' && mayBeThere(decision, sound.participantId))
    stopHold(decision, sound.participantId);
  else noSound(decision);
}

/** A caller may be there though no roster has shown them yet. */
const mayBeThere = ({ state }: Decision, participantId: ParticipantId): boolean =>
  participantId === state.callerParticipantId ||
  state.members.some((member) => member.participantId === participantId);

/** Nothing plays any more, and nothing has to be stopped. */
export function noSound(decision: Decision): void {
  decision.record({ type: 'soundChanged', sound: { kind: 'none' } });
}

/** Until Graph has done it, somebody who is spoken to hears music: it is asked again as long as it takes. */
function stopHold(decision: Decision, participantId: ParticipantId): void {
  const effectId = decision.ask({ type: 'stopHoldMusic', participantId });
  const releases = [...releasesBut(decision, participantId), { effectId, participantId }];
  decision.record({ type: 'soundChanged', sound: { kind: 'none' }, releases });
}

const releasesBut = ({ state }: Decision, participantId: ParticipantId): readonly Release[] =>
  (state.releases ?? []).filter((release) => release.participantId !== participantId);

/** Whether this effect ends somebody's hold music, and that end still counts. */
export const isRelease = ({ state }: Decision, effectId: EffectId): boolean =>
  state.releases?.some((release) => release.effectId === effectId) === true;

/** Graph has ended somebody's hold music, or says that there is nothing to end. */
export function released(decision: Decision, effectId: EffectId): void {
  const { sound, releases = [] } = decision.state;
  const left = releases.filter((release) => release.effectId !== effectId);
  decision.record({ type: 'soundChanged', sound, releases: left });
}

/** Whether somebody's hold music ended is unknown: it is asked for once more, if they are still there. */
export function releaseAgain(decision: Decision, effectId: EffectId): void {
  const { sound, releases = [] } = decision.state;
  const again = releases.find((release) => release.effectId === effectId);
  if (again === undefined) return;
  const { participantId } = again;
  if (!mayBeThere(decision, participantId)) return released(decision, effectId);
  const effect = decision.ask({ type: 'stopHoldMusic', participantId });
  const left = [...releasesBut(decision, participantId), { effectId: effect, participantId }];
  decision.record({ type: 'soundChanged', sound, releases: left });
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
  beSilent(decision);
  askForHold(decision, participantId, 0, false);
}

/** Operator and colleague talk: the caller is not to hear them, nor they what plays to all. */
export function keepApart(decision: Decision): void {
  const { sound, callerParticipantId } = decision.state;
  if (sound.kind === 'hold') return;
  if (callerParticipantId === undefined) beSilent(decision);
  else holdAlone(decision, callerParticipantId);
}

function askForHold(
  decision: Decision,
  participantId: ParticipantId,
  failures: number,
  isDoubted: boolean,
): void {
  const effectId = decision.ask({ type: 'startHoldMusic', participantId, prompt: decision.settings.music });
  const counted = failures === 0 ? {} : { failures };
  const doubted = isDoubted ? ({ isDoubted } as const) : {};
  decision.record({
    type: 'soundChanged',
    sound: { kind: 'hold', effectId, isOn: false, participantId, ...counted, ...doubted },
    releases: releasesBut(decision, participantId),
  });
}

/** What Graph said to a request for hold music means that it plays. */
export function isHeldAllTheSame({ sound }: CallState, problem: EffectProblem): boolean {
  if (sound.kind !== 'hold') return false;
  return sound.isOn || (problem === 'conflict' && sound.isDoubted === true);
}

/**
 * Hold music failed. Music for all serves where nobody talks, and where somebody is with the caller they are heard.
 * During a consultation one is not to hear the other: there it is asked for again. `mayPlay`: Graph did not say that
 * it failed, so somebody who is spoken to now may be on hold.
 */
export function holdFailed(decision: Decision, mayPlay: boolean): void {
  const { state } = decision;
  const { sound } = state;
  if (sound.kind !== 'hold') return;
  const failures = (sound.failures ?? 0) + 1;
  const isThere = mayBeThere(decision, sound.participantId);
  const mustNotHear = state.name === 'consulting' && isThere;
  if (failures <= mostHoldFailures && mustNotHear)
    return askForHold(decision, sound.participantId, failures, mayPlay);
  if (mayPlay && isThere) stopHold(decision, sound.participantId);
  else noSound(decision);
  if (state.name === 'held' && state.recall === undefined) decision.record({ type: 'callResumed' });
  else if (state.name !== 'consulting' || state.targetParticipantId === undefined) keepCompany(decision);
}
