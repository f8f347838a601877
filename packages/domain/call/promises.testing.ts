import type { CallState } from './call-state.ts';
import type { CallStory } from './call-story.testing.ts';
import { nextDeadline } from './deadlines.ts';
import { openInvitation } from './invite.ts';
import { inLegByUs, isExpected } from './roster.ts';
import { WhoIsHeld } from './who-is-held.testing.ts';

/**
 * What must be true after every input, whatever it was. Keeps in mind what the call has forgotten by then: whose part in
 * it is over, who may be ringing, whom Graph was told to hold.
 */
export class Promises {
  /** Who was in the leg by us, or rang, and is not to be there any more. */
  readonly #over = new Set<string>();
  readonly #ringing = new Set<string>();
  readonly #invited = new Set<string>();
  readonly #held = new WhoIsHeld();

  /** The promises that the newest input broke, in words. None: all is well. */
  brokenBy(told: CallStory, before: CallState): readonly string[] {
    const { state, last, refusal } = told;
    if (refusal !== undefined) return state === before ? [] : ['a refused command changes nothing'];
    this.#remember(told, before);
    const kept: Readonly<Record<string, boolean>> = {
      'the state is what the events fold to': JSON.stringify(state) === JSON.stringify(last.state),
      'the deadline is that of the state': last.nextDue === nextDeadline(state),
      'what has no consequence says why': hasConsequence(told) || last.ignored !== undefined,
      'an ended call stays as it is': before.name !== 'ended' || (state === before && !hasConsequence(told)),
      'a live call is looked at again': (state.name === 'ended') === (last.nextDue === undefined),
      'every end has a reason': state.name !== 'ended' || state.reason.length > 0,
      'whatever is asked is asked of the leg of today': last.effects.every(({ leg }) => leg === state.leg),
      'what is asked about somebody is asked of who is or may be there': this.#asksOfKnown(told, before),
      'a state does not begin before the call, nor later than now':
        state.arrivedAt <= state.since && state.since <= told.now,
      'no caller waits in silence, and none is talked over': hearsWhatTheyShould(state),
      'silence ends within ten seconds':
        state.sound.kind !== 'silence' || state.sound.retryAt <= told.now + 10_000,
      'of a consultation those two hear each other who shall': isKeptApart(state),
      'whoever talks is not on hold': this.#held.agreesWith(state),
      'nobody is left on hold by those who go': hangUpIsFree(told, before),
      'whoever had their part is shown out by the roster that shows them': this.#showsOut(told),
      'nobody rings whom the call does not wait for': this.#ringing.size === 0,
      'an overflow never leads back': overflowsOnwards(told, before),
    };
    return Object.keys(kept).filter((promise) => kept[promise] !== true);
  }

  #remember(told: CallStory, before: CallState): void {
    const { state, last } = told;
    this.#held.take(told);
    for (const effect of last.effects) {
      if (effect.type !== 'invite') continue;
      this.#invited.add(effect.participantId);
      this.#ringing.add(effect.participantId);
    }
    for (const id of partsIn(before)) this.#over.add(id);
    // Those of a merged call whom the operator leaves stay with the caller.
    if (state.name === 'handedOver' && before.name === 'merged') {
      for (const guest of before.guests) this.#over.delete(guest.participantId);
    }
    for (const id of partsIn(state)) this.#over.delete(id);
    this.#stopRinging(told, before);
  }

  /** Leaves in `#ringing` those whose ringing neither ended nor was ended, though the call does not wait for them. */
  #stopRinging({ state, last, lastInput }: CallStory, before: CallState): void {
    const isTold = lastInput?.type === 'operationEnded' || lastInput?.type === 'effectRefused';
    const ended = state.name === 'ended' && !last.effects.some(({ type }) => type === 'hangUp');
    const answered = last.events.some((event) => answers.has(event.type));
    const rangBefore = openInvitation(before);
    for (const id of this.#ringing) {
      const isWithdrawn = last.effects.some((e) => e.type === 'removeParticipant' && e.participantId === id);
      const isOver = id === rangBefore?.participantId && (isTold || answered);
      if (ended || isWithdrawn || isOver) this.#ringing.delete(id);
    }
    const rings = openInvitation(state);
    // It is asked about again after the next input.
    if (rings !== undefined) this.#ringing.delete(rings.participantId);
    this.#awaited(rings?.participantId);
  }

  #last: string | undefined;
  /** Whoever rang until the newest input is looked at again by the next one. */
  #awaited(participantId: string | undefined): void {
    this.#last = participantId;
  }

  #asksOfKnown({ state, last }: CallStory, before: CallState): boolean {
    const known = new Set<string>([...state.members, ...before.members].map((one) => one.participantId));
    for (const id of [...this.#invited, state.callerParticipantId ?? '']) known.add(id);
    return last.effects.every((effect) => !('participantId' in effect) || known.has(effect.participantId));
  }

  #showsOut({ state, last }: CallStory): boolean {
    if (state.name === 'ended' || last.events.every((event) => event.type !== 'rosterRead')) return true;
    const shownOut = new Set(last.effects.map((e) => ('participantId' in e ? e.participantId : '')));
    return state.members
      .filter((member) => this.#over.has(member.participantId) && !isExpected(state, member))
      .every((member) => shownOut.has(member.participantId));
  }
}
