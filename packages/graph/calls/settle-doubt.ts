import type { CallEffect } from '@switchboard/domain/call/effect';
import { isSameParty } from '@switchboard/domain/party/party';
import { unreachable } from '@switchboard/kit/assert';
import type { GraphProblem } from '../client/graph-problem.ts';
import { done, doubtBecause, type EffectOutcome, refusedBecause, retryBecause } from './effect-outcome.ts';
import { type LegState, type Look, lookAtRoster, lookAtState } from './look-at-leg.ts';
import { describe, outcomeFromProblem } from './outcome-from-problem.ts';

export interface Settling {
  readonly look: Look;
  /** Sends an action once. */
  readonly send: (effect: CallEffect) => Promise<EffectOutcome>;
  /** Takes out whoever has, or is being rung as, a participant id. */
  readonly withdraw: (participantId: string) => Promise<GraphProblem | undefined>;
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
    case 'invite':
      return settleInvite(effect, settling);
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
    case 'other':
      return refusedBecause('conflict', `the call is ${state} and cannot be rejected any more`);
    default:
      return unreachable(state);
  }
}

/** Whoever is in the call has come. Whoever is not may be ringing: that ringing ends before there is another. */
async function settleInvite(
  effect: Extract<CallEffect, { readonly type: 'invite' }>,
  { look, withdraw, cause }: Settling,
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
  const problem = await withdraw(participantId);
  if (problem === undefined) return retryBecause(`nobody has come and no ringing is left: ${cause}`);
  // Without the right to withdraw, a second invitation could ring beside the first.
  if (problem.kind === 'forbidden') return outcomeFromProblem('invite', problem);
  return doubtBecause(stillUnknown(problem));
}

/** A hold that is there already refuses a second one: then the first was executed. */
async function settleByRepeating(effect: CallEffect, { send }: Settling): Promise<EffectOutcome> {
  const again = await send(effect);
  return again.type === 'refused' && again.problem === 'conflict' ? done : again;
}

const stillUnknown = (problem: GraphProblem): string =>
  `Graph does not say what became of it: ${describe(problem)}`;
