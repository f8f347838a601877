import { assert, must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import type { PersonId } from '../ids.ts';
import type { CallBase, Recall, Refusal, Wait } from './call-base.ts';
import type { CallState } from './call-state.ts';
import type { CallMoved, CallStep, OperatorRung, OperatorsOffered } from './event.ts';
import { operatorAsGuest, withdrawing } from './evolve-base.ts';
import type { MissReason } from './reasons.ts';
import type { Announcing } from './states/announcing.ts';
import type { Connecting } from './states/connecting.ts';
import type { Waiting } from './states/waiting.ts';

const newWait = (since: Instant): Wait => ({ since, isNew: true, refusals: [] });

/** New in line, or back from a diversion that was in vain. */
export const queued = (call: CallState, base: CallBase, at: Instant): Waiting => ({
  ...base,
  name: 'waiting',
  isFront: frontOf(call).isFront === true,
  wait: newWait(at),
});

/** A caller who goes ahead keeps that while they are diverted. */
export const frontOf = (call: CallState): { readonly isFront?: true } =>
  'isFront' in call && call.isFront === true ? { isFront: true } : {};

export function afterOffer(call: Waiting, { operatorIds, until }: OperatorsOffered): Waiting {
  return { ...call, offer: { operatorIds, until } };
}

export function afterOfferRefused(
  { offer, ...call }: Waiting,
  { operatorId }: Extract<CallStep, { type: 'offerRefused' }>,
  at: Instant,
): Waiting {
  const wait = refusing(call.wait, operatorId, at);
  const left = (offer?.operatorIds ?? []).filter((id) => id !== operatorId);
  if (offer === undefined || left.length === 0) return { ...call, wait };
  return { ...call, wait, offer: { ...offer, operatorIds: left } };
}

function refusing(wait: Wait, operatorId: PersonId, at: Instant): Wait {
  const before = wait.refusals.find((refusal) => refusal.operatorId === operatorId)?.times ?? 0;
  const others = wait.refusals.filter((refusal) => refusal.operatorId !== operatorId);
  const refusal: Refusal = { operatorId, times: before + 1, lastAt: at };
  return { ...wait, refusals: [...others, refusal] };
}

/** An operator has the call now, and their Teams rings. Whoever had it before is out. */
export function rung(call: CallState, base: CallBase, event: OperatorRung, at: Instant): Connecting {
  const { operatorId, invitation, by } = event;
  const mayBeRung = call.name === 'waiting' || by === 'retrieve' || by === 'takeOver';
  assert(mayBeRung, `an operator is rung while ${call.name}`);
  const wait = call.name === 'waiting' ? call.wait : newWait(at);
  const isFront = call.name === 'waiting' ? call.isFront : true;
  const recall = 'recall' in call && call.recall !== undefined ? { recall: call.recall } : {};
  const known = call.name === 'waiting' ? base : parting(call, base);
  const isGroup = base.isGroup || call.bridge === 'anchor';
  return { ...known, isGroup, name: 'connecting', operatorId, invitation, isFront, wait, ...recall };
}

export function afterMiss(call: Connecting, base: CallBase, why: MissReason, at: Instant): Waiting {
  const recall = call.recall === undefined ? {} : { recall: call.recall };
  const missed = { operatorId: call.operatorId, why };
  // The queue may have turned while the operator's Teams rang.
  const wait: Wait = { ...refusing(call.wait, call.operatorId, at), isNew: true };
  return { ...withdrawing(call, base), name: 'waiting', isFront: true, wait, missed, ...recall };
}

/** To the front of the queue: nobody is left to talk to the caller. */
export function recalled(call: CallState, base: CallBase, recall: Recall | undefined, at: Instant): Waiting {
  const why = recall === undefined ? {} : { recall };
  return { ...parting(call, base), name: 'waiting', isFront: true, wait: newWait(at), ...why };
}

export function moved(call: CallState, base: CallBase, { queueId, why }: CallMoved, at: Instant): Waiting {
  const formerQueues = [...call.formerQueues, call.queueId];
  const known = { ...parting(call, base), queueId, formerQueues };
  return { ...known, name: 'waiting', isFront: why === 'moved', wait: newWait(at) };
}

/** Whoever was rung for the caller did not come, or left at once. */
export function divertedInVain(call: CallState, base: CallBase): Announcing {
  const why = must('why' in call ? call.why : undefined, `the reason of a diversion while ${call.name}`);
  return { ...parting(call, base), name: 'announcing', why, then: { to: 'end' }, ...frontOf(call) };
}

/** The base with whoever talked to the caller, or rang for them, counted as gone. */
function parting(call: CallState, base: CallBase): CallBase {
  const known = withdrawing(call, base);
  const came =
    call.name === 'handedOver'
      ? [{ participantId: call.targetParticipantId, party: call.target }]
      : call.name === 'merged'
        ? call.guests
        : [];
  return { ...known, withdrawn: [...known.withdrawn, ...operatorAsGuest(call), ...came] };
}
