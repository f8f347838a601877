import type { CallState } from './call-state.ts';
import type { CallStory } from './call-story.testing.ts';
import { nextDeadline } from './deadlines.ts';
import { inLegByUs } from './roster.ts';

/** What must be true after every input, whatever it was. Keeps in mind who was an operator of the call before. */
export class Promises {
  readonly #operators = new Set<string>();

  /** The promises that the newest input broke, in words. None: all is well. */
  brokenBy(told: CallStory, before: CallState): readonly string[] {
    const { state, last, refusal } = told;
    if (refusal !== undefined) return state === before ? [] : ['a refused command changes nothing'];
    const kept: Readonly<Record<string, boolean>> = {
      'the state is what the events fold to': JSON.stringify(state) === JSON.stringify(last.state),
      'the deadline is that of the state': last.nextDue === nextDeadline(state),
      'what has no consequence says why': hasConsequence(told) || last.ignored !== undefined,
      'an ended call stays as it is': before.name !== 'ended' || (state === before && !hasConsequence(told)),
      'a live call is looked at again': (state.name === 'ended') === (last.nextDue === undefined),
      'every end has a reason': state.name !== 'ended' || state.reason.length > 0,
      'whatever is asked is asked of the leg of today': last.effects.every(({ leg }) => leg === state.leg),
      'no caller waits in silence, and none is talked over': hearsWhatTheyShould(state),
      'silence ends within ten seconds':
        state.sound.kind !== 'silence' || state.sound.retryAt <= told.now + 10_000,
      'nobody talks with two operators': this.#hasOneOperator(told),
    };
    return Object.keys(kept).filter((promise) => kept[promise] !== true);
  }

  /** Whoever was an operator of the call and is not now is shown out by the very roster that shows them. */
  #hasOneOperator({ state, last }: CallStory): boolean {
    if ('operatorParticipantId' in state && state.operatorParticipantId !== undefined) {
      this.#operators.add(state.operatorParticipantId);
    }
    if (state.name === 'ended' || last.events.every((event) => event.type !== 'rosterRead')) return true;
    const shownOut = new Set(last.effects.map((e) => ('participantId' in e ? e.participantId : '')));
    return state.members
      .filter((member) => this.#operators.has(member.participantId) && !hasPart(state, member))
      .every((member) => shownOut.has(member.participantId));
  }
}

const hasConsequence = ({ last }: CallStory): boolean => last.events.length + last.effects.length > 0;

const waiting: ReadonlySet<CallState['name']> = new Set([
  ...(['greeting', 'announcing', 'diverting', 'waiting', 'connecting'] as const),
  ...(['held', 'transferring', 'parked', 'camped'] as const),
]);

/** Whoever waits for somebody hears music, hold music, or silence that is about to end. Talk is not disturbed. */
function hearsWhatTheyShould({ name, sound }: CallState): boolean {
  const isHeard = sound.kind !== 'none';
  // A call that is answered only to be ended hears nothing; a colleague asked may be the one on hold.
  if (name === 'ended' || name === 'consulting') return true;
  return waiting.has(name) === isHeard;
}

/** The caller, the operator of now, and whoever is or was just invited, by whatever participant id. */
function hasPart(state: CallState, { participantId, party }: CallState['members'][number]): boolean {
  if (participantId === state.callerParticipantId) return true;
  if ('operatorParticipantId' in state && state.operatorParticipantId === participantId) return true;
  if (inLegByUs(state).some((guest) => guest.participantId === participantId)) return true;
  if (!('invitation' in state) || state.invitation === undefined) return false;
  const { invitation } = state;
  if (invitation.participantId === participantId) return true;
  return party.kind === 'person' && invitation.party.kind === 'person' && invitation.party.id === party.id;
}
