import type { CallEffect } from '@switchboard/domain/call/effect';
import { isSameParty } from '@switchboard/domain/party/party';
import { unreachable } from '@switchboard/kit/assert';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { LegState } from '../wire/leg-state.ts';
import { done, doubtBecause, type EffectOutcome, refusedBecause, retryBecause } from './effect-outcome.ts';
import { type Look, lookAtRoster, lookAtState } from './look-at-leg.ts';
import { describe } from './outcome-from-problem.ts';

export interface Settling {
  readonly look: Look;
  /** Sends an action once. */
  readonly send: (effect: CallEffect) => Promise<EffectOutcome>;
  /** Why there is a doubt. */
  readonly cause: string;
}

/**
 * What became of an effect that Graph may or may not have executed. It looks before anything is sent again; what may
 * be done twice is simply to be sent again. As long as Graph does not say, the doubt remains.
 */
export async function settle(effect: CallEffect, settling: Settling): Promise<EffectOutcome> {
  switch (effect.type) {
    case 'answer':
      return settleByState(settling, answerByState);
    case 'reject':
      return settleByState(settling, rejectByState);
    case 'redirect':
      return settleByState(settling, redirectByState);
    case 'transfer':
      return settleTransfer(effect, settling);
    case 'invite':
      return settleInvite(effect, settling);
    case 'sendTones':
      return refusedBecause('exhausted', `keys are never sent twice: ${settling.cause}`);
    case 'startHoldMusic':
    case 'stopHoldMusic':
      return settleByRepeating(effect, settling);
    case 'playPrompt': // Heard twice at worst; cancelling first would silence the prompts before it.
    case 'stopPrompts':
    case 'removeParticipant':
    case 'keepAlive':
    case 'hangUp':
    case 'observe':
      return retryBecause(`may be done twice: ${settling.cause}`);
    default:
      return unreachable(effect);
  }
}

async function settleByState(
  { look, cause }: Settling,
  decide: (state: LegState, cause: string) => EffectOutcome,
): Promise<EffectOutcome> {
  const state = await lookAtState(look);
  return state.ok ? decide(state.value, cause) : doubtBecause(stillUnknown(state.refusal));
}

function answerByState(state: LegState, cause: string): EffectOutcome {
  switch (state) {
    case 'incoming':
      return retryBecause(`the call still rings: ${cause}`);
    case 'gone':
      return refusedBecause('gone', `the call ended before it was answered: ${cause}`);
    case 'establishing':
    case 'established':
    case 'transferring':
    case 'redirecting':
    case 'other':
      return done;
    default:
      return unreachable(state);
  }
}

function rejectByState(state: LegState, cause: string): EffectOutcome {
  switch (state) {
    case 'incoming':
      return retryBecause(`the call still rings: ${cause}`);
    case 'gone':
      return done;
    case 'establishing':
    case 'established':
    case 'transferring':
    case 'redirecting':
    case 'other':
      return refusedBecause('conflict', `the call is ${state} and cannot be rejected any more`);
    default:
      return unreachable(state);
  }
}

/** A call that is gone may have been taken by whom it was sent on to: how it ended, its last notification says. */
function redirectByState(state: LegState, cause: string): EffectOutcome {
  switch (state) {
    case 'incoming':
      return retryBecause(`the call still rings: ${cause}`);
    case 'redirecting':
    case 'gone':
    case 'other':
      return done;
    case 'establishing':
    case 'established':
    case 'transferring':
      return refusedBecause('conflict', `the call is ${state} and cannot be redirected any more`);
    default:
      return unreachable(state);
  }
}

/**
 * A leg that is established has nobody who rings for it: the transfer was not executed, has failed, or Graph is about
 * to begin it. Sent again in the last case it is refused as a conflict, and the leg is looked at once more.
 */
async function settleTransfer(
  effect: Extract<CallEffect, { readonly type: 'transfer' }>,
  settling: Settling,
): Promise<EffectOutcome> {
  const before = await settleByState(settling, transferByState);
  if (before.type !== 'retry') return before;
  const again = await settling.send(effect);
  if (again.type !== 'refused' || again.problem !== 'conflict') return again;
  const after = await settleByState(settling, transferByState);
  return after.type === 'retry' ? again : after;
}

function transferByState(state: LegState, cause: string): EffectOutcome {
  switch (state) {
    case 'established':
      return retryBecause(`the call is ours and nobody rings: ${cause}`);
    case 'transferring':
    case 'gone': // How the leg ended, its last notification says: given away (7015), or hung up before.
      return done;
    case 'other':
      return doubtBecause(`the call is on its way from one state to another: ${cause}`);
    case 'incoming':
    case 'establishing':
    case 'redirecting':
      return refusedBecause('conflict', `the call is ${state} and cannot be transferred`);
    default:
      return unreachable(state);
  }
}

/**
 * Whoever is in the call has come. Whoever is not may be ringing, which no request of Graph's shows: whether the
 * ringing is ended and somebody rung anew is not decided here.
 */
async function settleInvite(
  effect: Extract<CallEffect, { readonly type: 'invite' }>,
  { look, cause }: Settling,
): Promise<EffectOutcome> {
  const state = await lookAtState(look);
  if (!state.ok) return doubtBecause(stillUnknown(state.refusal));
  if (state.value === 'gone')
    return refusedBecause('gone', `the call ended before anybody was invited: ${cause}`);
  const roster = await lookAtRoster(look);
  if (!roster.ok) return doubtBecause(stillUnknown(roster.refusal));
  const { participantId, party } = effect;
  const isThere = roster.value?.some(
    (member) =>
      !member.removed && (member.participantId === participantId || isSameParty(member.party, party)),
  );
  if (isThere === true) return done;
  return refusedBecause('uncertain', `nobody has come, and somebody may be ringing: ${cause}`);
}

/** A hold that is there already refuses a second one: then the first was executed. */
async function settleByRepeating(effect: CallEffect, { send }: Settling): Promise<EffectOutcome> {
  const again = await send(effect);
  if (again.type === 'refused' && again.problem === 'conflict') return done;
  // Not sent this time; of the time before nobody knows more than before.
  return again.type === 'retry' ? doubtBecause(again.reason) : again;
}

const stillUnknown = (problem: GraphProblem): string =>
  `Graph does not say what became of it: ${describe(problem)}`;
