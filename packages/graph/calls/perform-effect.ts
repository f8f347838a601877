import type { CallEffect } from '@switchboard/domain/call/effect';
import type { LegObserved } from '@switchboard/domain/call/fact';
import type { CallId, EffectId, LegId, TenantId } from '@switchboard/domain/ids';
import type { Logger } from '@switchboard/kit/logger';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import type { LegState } from '../wire/leg-state.ts';
import { type EffectOutcome, refusedBecause, retryBecause } from './effect-outcome.ts';
import { actionRequest, type CallAction } from './effect-request.ts';
import { type Look, lookAtRoster, lookAtState } from './look-at-leg.ts';
import { outcomeFromAnswer } from './outcome-from-answer.ts';
import { describe, outcomeFromProblem } from './outcome-from-problem.ts';
import { settle } from './settle-doubt.ts';

export type { EffectOutcome } from './effect-outcome.ts';

export interface CallActionsOptions {
  readonly client: GraphClient;
  /** Where Graph sends the notifications of a call: https, with our call id in it. */
  readonly callbackUri: (tenantId: TenantId, leg: LegId, callId: CallId) => string;
  /** Answers with `isDeltaRosterEnabled`; false unless given. The reader of notifications must be told the same. */
  readonly deltaRoster?: boolean;
  /** Rings a person's mailbox for invitations `toMailbox`; false unless given, and such an invitation is `invalid`. */
  readonly mailboxes?: boolean;
  readonly log: Logger;
}

export interface CallPlace {
  readonly tenantId: TenantId;
  readonly callId: CallId;
}

export interface CallActions {
  /** Asks Graph for what an effect wants, once. The effect's id goes along as `client-request-id` and `clientContext`. */
  perform(effect: CallEffect, where: CallPlace): Promise<EffectOutcome>;
  /** Finds out what became of an effect whose outcome was `doubt`. May end in `doubt` again while Graph is silent. */
  settleDoubt(effect: CallEffect, where: CallPlace, cause: string): Promise<EffectOutcome>;
}

/** What Graph takes for 15 s only; it waits behind nothing. */
const decidesTheRinging: ReadonlySet<CallAction['type']> = new Set(['answer', 'reject', 'redirect']);

export function createCallActions(options: CallActionsOptions): CallActions {
  const { client, log, deltaRoster = false, mailboxes = false } = options;

  const lookFor = (effect: CallEffect, { tenantId }: CallPlace): EffectLook => ({
    client,
    tenantId,
    leg: effect.leg,
    effectId: effect.effectId,
  });

  async function act(action: CallAction, where: CallPlace): Promise<EffectOutcome> {
    const callbackUri = options.callbackUri(where.tenantId, action.leg, where.callId);
    const request = actionRequest(action, { callbackUri, deltaRoster, mailboxes });
    if (!request.ok) return refusedBecause('invalid', request.refusal);
    const answer = await client.request({
      ...request.value,
      tenantId: where.tenantId,
      clientRequestId: action.effectId,
      kind: 'call',
      retry: 'never',
      urgent: decidesTheRinging.has(action.type),
    });
    return answer.ok
      ? outcomeFromAnswer(action.type, answer.value)
      : outcomeFromProblem(action.type, answer.refusal);
  }

  function perform(effect: CallEffect, where: CallPlace): Promise<EffectOutcome> {
    return effect.type === 'observe' ? observe(lookFor(effect, where)) : act(effect, where);
  }

  async function settleDoubt(effect: CallEffect, where: CallPlace, cause: string): Promise<EffectOutcome> {
    const outcome = await settle(effect, {
      look: lookFor(effect, where),
      send: (again) => perform(again, where),
      cause,
    });
    log.info('doubt about an effect', {
      effect: effect.type,
      callId: where.callId,
      cause,
      outcome: outcome.type,
    });
    return outcome;
  }

  return { perform, settleDoubt };
}

type EffectLook = Look & { readonly effectId: EffectId };

/** How the leg stands: its state, and who is in it while it is established. */
async function observe(look: EffectLook): Promise<EffectOutcome> {
  const { leg, effectId } = look;
  const state = await lookAtState(look);
  if (!state.ok) return notObserved(state.refusal);
  const fact = { type: 'legObserved', leg, effectId, legState: observedState(state.value) } as const;
  if (state.value !== 'established') return { type: 'observed', fact };
  const roster = await lookAtRoster(look);
  if (!roster.ok) return notObserved(roster.refusal);
  return { type: 'observed', fact: roster.value === undefined ? fact : { ...fact, members: roster.value } };
}

const observedState = (state: LegState): LegObserved['legState'] =>
  state === 'transferring' || state === 'redirecting' ? 'other' : state;

/** A question may always be asked again. */
function notObserved(problem: GraphProblem): EffectOutcome {
  if (problem.kind !== 'unavailable') return outcomeFromProblem('observe', problem);
  return retryBecause(describe(problem));
}
