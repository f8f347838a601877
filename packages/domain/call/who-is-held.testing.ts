import type { CallState } from './call-state.ts';
import type { CallStory } from './call-story.testing.ts';
import { isInDoubt } from './reasons.ts';

/**
 * Whom Graph holds, as far as one can know who sees only what is asked of it and what it answers: what is asked counts
 * as done until Graph says otherwise, and what is in doubt as what is worse.
 */
export class WhoIsHeld {
  readonly #held = new Set<string>();
  /** The newest that was asked about somebody's hold. */
  readonly #newest = new Map<string, string>();
  readonly #asked = new Map<string, { readonly participantId: string; readonly starts: boolean }>();

  readonly #settled = new Set<string>();

  take({ state, last, lastInput }: CallStory): void {
    // Whoever leaves is not on hold if they come again.
    const there = new Set<string>(state.members.map((member) => member.participantId));
    for (const id of this.#held) if (id !== state.callerParticipantId && !there.has(id)) this.#forget(id);
    if (lastInput?.type === 'effectRefused' && !this.#settled.has(lastInput.effectId))
      this.#refused(lastInput.effectId, isInDoubt(lastInput.problem));
    // What became of an effect is told once.
    if (lastInput?.type === 'effectRefused' || lastInput?.type === 'effectDone')
      this.#settled.add(lastInput.effectId);
    if (lastInput?.type === 'operationEnded' && !lastInput.completed && lastInput.effectId !== undefined) {
      this.#refused(lastInput.effectId, false);
      this.#settled.add(lastInput.effectId);
    }
    for (const effect of last.effects) {
      if (effect.type === 'removeParticipant') this.#forget(effect.participantId);
      if (effect.type !== 'startHoldMusic' && effect.type !== 'stopHoldMusic') continue;
      const { participantId, effectId } = effect;
      const starts = effect.type === 'startHoldMusic';
      this.#asked.set(effectId, { participantId, starts });
      this.#newest.set(participantId, effectId);
      if (starts) this.#held.add(participantId);
      else this.#held.delete(participantId);
    }
  }

  #forget(participantId: string): void {
    this.#held.delete(participantId);
    this.#newest.delete(participantId);
  }

  #refused(effectId: string, isUnknown: boolean): void {
    const asked = this.#asked.get(effectId);
    if (asked === undefined || this.#newest.get(asked.participantId) !== effectId) return;
    if (isUnknown) this.#held.add(asked.participantId);
    else this.#held.delete(asked.participantId);
  }

  /** Whether nobody who is there is held but whom the call means to be. */
  agreesWith({ name, sound, members, callerParticipantId }: CallState): boolean {
    if (name === 'ended') return true;
    const meant = sound.kind === 'hold' ? sound.participantId : undefined;
    const present = [callerParticipantId, ...members.map((member) => member.participantId)];
    return [...this.#held].every((id) => id === meant || !present.some((one) => one === id));
  }
}
