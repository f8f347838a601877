import { isSameParty } from '../party/party.ts';
import type { CallState } from './call-state.ts';
import type { CallStory, Input } from './call-story.testing.ts';
import { nextDeadline } from './deadlines.ts';
import { openInvitation } from './invite.ts';
import { isInDoubt } from './reasons.ts';
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
      'nobody rings whom the call does not wait for': this.#isWaitedFor(told, before),
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
    // Whoever has answered may be there by another id than the one that we chose.
    const rang = openInvitation(before)?.participantId;
    if (rang !== undefined && last.events.some((event) => isAnswer(event.type, before)))
      this.#over.delete(rang);
    for (const id of partsIn(state)) this.#over.delete(id);
  }

  /** Whether everybody who was rung is waited for, has come, does not ring any more, or is rung no longer by our asking. */
  #isWaitedFor({ state, last, lastInput }: CallStory, before: CallState): boolean {
    const rangBefore = openInvitation(before);
    const isLegGone = state.name === 'ended' && !last.effects.some(({ type }) => type === 'hangUp');
    const isOver =
      last.events.some((event) => isAnswer(event.type, before)) || isFailure(lastInput, rangBefore?.effectId);
    for (const id of this.#ringing) {
      const isWithdrawn = last.effects.some((e) => e.type === 'removeParticipant' && e.participantId === id);
      if (isLegGone || isWithdrawn || (isOver && id === rangBefore?.participantId)) this.#ringing.delete(id);
    }
    const now = openInvitation(state)?.participantId;
    return [...this.#ringing].every((id) => id === now);
  }

  #asksOfKnown({ state, last }: CallStory, before: CallState): boolean {
    const known = new Set<string>([...state.members, ...before.members].map((one) => one.participantId));
    for (const id of [...this.#invited, state.callerParticipantId ?? '']) known.add(id);
    return last.effects.every((effect) => !('participantId' in effect) || known.has(effect.participantId));
  }

  #showsOut({ state, last }: CallStory): boolean {
    if (state.name === 'ended' || last.events.every((event) => event.type !== 'rosterRead')) return true;
    const shownOut = new Set(last.effects.map((e) => ('participantId' in e ? e.participantId : '')));
    return (
      state.members
        .filter((member) => this.#over.has(member.participantId) && !isExpected(state, member))
        // Somebody who belongs there may be there twice.
        .filter((member) => !inLegByUs(state).some((guest) => isSameParty(guest.party, member.party)))
        .every((member) => shownOut.has(member.participantId))
    );
  }
}

const hasConsequence = ({ last }: CallStory): boolean => last.events.length + last.effects.length > 0;

/** Whoever is in the leg by us as the call stands, or rings. */
function partsIn(call: CallState): readonly string[] {
  const rings = openInvitation(call);
  const inLeg = inLegByUs(call).map((guest) => guest.participantId);
  return rings === undefined ? inLeg : [...inLeg, rings.participantId];
}

/** The invitation that rang has been answered. In a merged call the one who keeps the caller was there already. */
const isAnswer = (event: string, before: CallState): boolean =>
  event === 'operatorJoined' ||
  event === 'consultAnswered' ||
  event === 'guestJoined' ||
  (event === 'callHandedOver' && before.name !== 'merged');

/** Graph says that this was not done, or has failed. */
function isFailure(input: Input | undefined, effectId: string | undefined): boolean {
  if (input?.type === 'operationEnded') return !input.completed && input.effectId === effectId;
  return input?.type === 'effectRefused' && input.effectId === effectId && !isInDoubt(input.problem);
}

const waiting: ReadonlySet<CallState['name']> = new Set([
  ...(['greeting', 'announcing', 'diverting', 'waiting', 'connecting'] as const),
  ...(['held', 'transferring', 'parked', 'camped'] as const),
]);

/** Whoever waits for somebody hears music, hold music, or silence that is about to end. Talk is not disturbed. */
function hearsWhatTheyShould(call: CallState): boolean {
  const isHeard = call.sound.kind !== 'none';
  // A call that is answered only to be ended hears nothing.
  if (call.name === 'ended') return true;
  if (call.name === 'consulting') return isHeard || call.targetParticipantId !== undefined;
  return waiting.has(call.name) === isHeard;
}

/** Operator and colleague hear no music for all; the one on hold is the one who is said to be. */
function isKeptApart(call: CallState): boolean {
  if (call.name !== 'consulting') return true;
  const { sound, held, targetParticipantId, callerParticipantId } = call;
  if (sound.kind === 'hold')
    return sound.participantId === (held === 'target' ? targetParticipantId : callerParticipantId);
  return targetParticipantId === undefined || sound.kind === 'none';
}

/** Whoever leaves others together knows that none of them is on hold. */
function hangUpIsFree({ state, last }: CallStory, before: CallState): boolean {
  const goes = state.name === 'ended' && before.name === 'handedOver' && state.reason === 'handedOver';
  const isOurDoing = last.effects.some(({ type }) => type === 'hangUp');
  const isCallerThere = state.members.some((member) => member.participantId === state.callerParticipantId);
  return !goes || !isOurDoing || !isCallerThere || before.releases === undefined;
}

function overflowsOnwards({ last }: CallStory, before: CallState): boolean {
  const been = new Set([...before.formerQueues, before.queueId]);
  return last.events.every((event) => {
    if (event.type !== 'callMoved') return true;
    const isNewThere = !been.has(event.queueId);
    been.add(event.queueId);
    return event.why === 'moved' || isNewThere;
  });
}
