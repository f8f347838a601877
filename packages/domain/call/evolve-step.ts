import { assert, must, unreachable } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import type { CallBase, Guest, Recall } from './call-base.ts';
import type { CallState } from './call-state.ts';
import type { CallHandedOver, CallStep } from './event.ts';
import { baseOf, inState, operatorAsGuest, operatorOf, targetOf, withdrawing } from './evolve-base.ts';
import {
  afterMiss,
  afterOffer,
  afterOfferRefused,
  divertedInVain,
  frontOf,
  moved,
  queued,
  recalled,
  rung,
} from './evolve-waiting.ts';
import type { Merged } from './states/merged.ts';

/** The state after an event that leads to another one, or changes what the state is about. */
export function step(call: CallState, event: CallStep, at: Instant): CallState {
  const base = baseOf(call, at);
  switch (event.type) {
    case 'greetingBegun':
      return { ...base, name: 'greeting' };
    case 'callQueued':
      return queued(call, base, at);
    case 'operatorsOffered':
      return afterOffer(inState(call, 'waiting'), event);
    case 'offerRefused':
      return afterOfferRefused(inState(call, 'waiting'), event, at);
    case 'operatorRung':
      return rung(call, base, event, at);
    case 'operatorMissed':
      return afterMiss(inState(call, 'connecting'), base, event.why, at);
    case 'callRecalled':
      return recalled(call, base, event.recall, at);
    case 'callMoved':
      return moved(call, base, event, at);
    case 'operatorJoined': {
      const { operatorId } = inState(call, 'connecting');
      return { ...base, name: 'connected', operatorId, operatorParticipantId: event.participantId };
    }
    case 'callHeld':
      return { ...base, name: 'held', ...operatorOf(inState(call, 'connected')) };
    case 'callResumed':
      return { ...base, name: 'connected', ...operatorOf(inState(call, 'held')) };
    case 'messageBegun':
      return { ...base, name: 'announcing', why: event.why, then: event.then, ...frontOf(call) };
    case 'divertBegun':
      return {
        ...base,
        isGroup: true,
        name: 'diverting',
        why: event.why,
        invitation: event.invitation,
        ...frontOf(call),
      };
    case 'divertMissed':
      return divertedInVain(call, base);
    case 'callEnded':
      return ended(call, base, event.reason);
    default:
      return withOperator(call, base, event);
  }
}

type HandlingStep = Extract<
  CallStep,
  {
    type:
      | 'transferBegun'
      | 'transferReturned'
      | 'transferTakenBack'
      | 'operatorLeft'
      | 'callHandedOver'
      | 'callParked'
      | 'callCamped'
      | ConsultStep['type'];
  }
>;

function withOperator(call: CallState, base: CallBase, event: HandlingStep): CallState {
  switch (event.type) {
    case 'transferBegun': {
      assert(
        call.name === 'connected' || call.name === 'held' || call.name === 'camped',
        `transfer while ${call.name}`,
      );
      const { invitation, toMailbox } = event;
      const operator = call.name === 'camped' ? { operatorId: call.campedBy } : operatorOf(call);
      const kind = toMailbox === undefined ? {} : { toMailbox };
      return { ...base, isGroup: true, name: 'transferring', ...operator, invitation, ...kind };
    }
    case 'transferReturned':
      return returned(call, base, {
        target: inState(call, 'transferring').invitation.party,
        why: event.why,
      });
    case 'transferTakenBack':
      return returned(call, base, undefined);
    case 'operatorLeft': {
      const { operatorParticipantId: _gone, ...rest } = inState(call, 'transferring');
      return { ...rest, withdrawn: [...call.withdrawn, ...operatorAsGuest(call)] };
    }
    case 'callHandedOver':
      return handedOver(call, base, event);
    case 'callParked': {
      const { slot, until, parkedFor } = event;
      const parkedBy = talking(call).operatorId;
      const forWhom = parkedFor === undefined ? {} : { parkedFor };
      return { ...withoutOperator(call, base), name: 'parked', slot, parkedBy, until, ...forWhom };
    }
    case 'callCamped': {
      const { target, until } = event;
      return {
        ...withoutOperator(call, base),
        name: 'camped',
        target,
        campedBy: talking(call).operatorId,
        until,
      };
    }
    default:
      return consultStep(call, base, event);
  }
}

type ConsultStep = Extract<
  CallStep,
  {
    type:
      | 'consultBegun'
      | 'consultAnswered'
      | 'consultSwapped'
      | 'consultMissed'
      | 'consultEnded'
      | 'consultReleased'
      | 'callMerged'
      | MergeStep['type'];
  }
>;

function consultStep(call: CallState, base: CallBase, event: ConsultStep): CallState {
  switch (event.type) {
    case 'consultBegun': {
      const { operatorId, operatorParticipantId } = talking(call);
      const { invitation } = event;
      return {
        ...base,
        isGroup: true,
        name: 'consulting',
        operatorId,
        operatorParticipantId,
        invitation,
        held: 'caller',
      };
    }
    case 'consultAnswered': {
      const consulting = inState(call, 'consulting');
      const { invitation } = consulting;
      const party = event.party ?? invitation.party;
      const answered = { invitation: { ...invitation, party }, targetParticipantId: event.participantId };
      return { ...consulting, since: base.since, ...answered };
    }
    case 'consultSwapped':
      return { ...inState(call, 'consulting'), held: event.held };
    case 'consultMissed': {
      const { operatorId, operatorParticipantId, invitation } = inState(call, 'consulting');
      const recall = { target: invitation.party, why: event.why };
      return { ...withdrawing(call, base), name: 'held', operatorId, operatorParticipantId, recall };
    }
    case 'consultEnded': {
      const { operatorId, operatorParticipantId } = inState(call, 'consulting');
      return { ...withdrawing(call, base), name: 'connected', operatorId, operatorParticipantId };
    }
    case 'consultReleased': {
      const { operatorId, operatorParticipantId, invitation } = inState(call, 'consulting');
      return { ...base, name: 'transferring', operatorId, operatorParticipantId, invitation };
    }
    case 'callMerged': {
      const { operatorId, operatorParticipantId, invitation, targetParticipantId } = inState(
        call,
        'consulting',
      );
      const participantId = must(targetParticipantId, 'a colleague who has answered');
      const guests = [{ participantId, party: invitation.party }];
      return { ...base, name: 'merged', operatorId, operatorParticipantId, guests };
    }
    default:
      return mergeStep(call, base, event);
  }
}

type MergeStep = Extract<
  CallStep,
  { type: 'guestInvited' | 'guestJoined' | 'guestMissed' | 'guestLeft' | 'mergeEnded' }
>;

function mergeStep(call: CallState, base: CallBase, event: MergeStep): CallState {
  if (event.type === 'guestInvited') {
    const { operatorId, operatorParticipantId } = call.name === 'connected' ? call : inState(call, 'merged');
    const guests = call.name === 'merged' ? call.guests : [];
    const { invitation } = event;
    return { ...base, isGroup: true, name: 'merged', operatorId, operatorParticipantId, guests, invitation };
  }
  const { invitation, ...merged } = inState(call, 'merged');
  const ringing = invitation === undefined ? {} : { invitation };
  switch (event.type) {
    case 'guestJoined': {
      const { participantId, party = must(invitation, 'somebody who rings').party } = event;
      return { ...merged, guests: [...merged.guests, { participantId, party }] };
    }
    case 'guestMissed':
      return { ...merged, withdrawn: withdrawing(call, base).withdrawn };
    case 'guestLeft': {
      const left = merged.guests.filter((guest) => guest.participantId === event.participantId);
      return {
        ...merged,
        ...ringing,
        guests: others(merged, event.participantId),
        withdrawn: [...merged.withdrawn, ...left],
      };
    }
    case 'mergeEnded': {
      const { operatorId, operatorParticipantId } = merged;
      return { ...base, name: 'connected', operatorId, operatorParticipantId };
    }
    default:
      return unreachable(event);
  }
}

const others = ({ guests }: Pick<Merged, 'guests'>, participantId: string): readonly Guest[] =>
  guests.filter((guest) => guest.participantId !== participantId);

/** The states in which an operator is with the caller, whoever is heard. */
function talking(call: CallState) {
  assert(call.name === 'connected' || call.name === 'held', `handled while ${call.name}`);
  return call;
}

const withoutOperator = (call: CallState, base: CallBase): CallBase => ({
  ...base,
  withdrawn: [...base.withdrawn, ...operatorAsGuest(call)],
});

/** A transfer that did not come about: back to the operator who is still there, else to the front of the queue. */
function returned(call: CallState, base: CallBase, recall: Recall | undefined): CallState {
  const { operatorId, operatorParticipantId } = inState(call, 'transferring');
  if (operatorParticipantId === undefined) return recalled(call, base, recall, base.since);
  const known = { ...withdrawing(call, base), ...(recall === undefined ? {} : { recall }) };
  return { ...known, name: 'held', operatorId, operatorParticipantId };
}

/** From a transfer, a consultation, a merged call or a diversion: `participantId` has the caller now. */
function handedOver(
  call: CallState,
  base: CallBase,
  { participantId: targetParticipantId, settleUntil, party }: CallHandedOver,
): CallState {
  const operator =
    'operatorId' in call && call.operatorId !== undefined ? { operatorId: call.operatorId } : {};
  const target = party ?? must(targetOf(call), `a target while ${call.name}`);
  const known = withoutOperator(call, call.name === 'merged' ? withdrawing(call, base) : base);
  const diverted = call.name === 'diverting' ? { why: call.why } : {};
  return { ...known, name: 'handedOver', ...operator, target, targetParticipantId, ...diverted, settleUntil };
}

function ended(
  call: CallState,
  base: CallBase,
  reason: Extract<CallStep, { type: 'callEnded' }>['reason'],
): CallState {
  const operator =
    'operatorId' in call && call.operatorId !== undefined ? { operatorId: call.operatorId } : {};
  const target = targetOf(call);
  return { ...base, name: 'ended', reason, ...operator, ...(target === undefined ? {} : { target }) };
}
