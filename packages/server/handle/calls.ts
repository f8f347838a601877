import type { CallCommand } from '@switchboard/domain/call/command';
import { decideOnCommand, decideOnFact, decideOnIncoming } from '@switchboard/domain/call/decide';
import type { CallContext } from '@switchboard/domain/call/decision';
import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallFact, CallIncoming } from '@switchboard/domain/call/fact';
import type { CallId, EffectId, TenantId } from '@switchboard/domain/ids';
import { consoleGrace, type Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Logger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { beginCall } from '@switchboard/store/commit/begin-call';
import {
  type CallAtHand,
  type CallChanged,
  changeCall,
  lockOperator,
} from '@switchboard/store/commit/change-call';
import { findCallByLeg } from '@switchboard/store/reads/calls';
import { findQueueByInstance } from '@switchboard/store/tenants/tenants';
import { canSeeCall } from '../policies/call-rights.ts';
import type { CommandRefusal } from './command-refusal.ts';

export interface CallHandlerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly owner: number;
  readonly log: Logger;
  /** Told after each commit that left work for the outbox; `claimed` is this server's to do at once. */
  readonly onEffects: (tenantId: TenantId, callId: CallId, claimed: CallEffect | undefined) => void;
}

export type FactRefusal = 'unknownQueue' | 'unknownCall';

/** Where facts and commands become decisions, and decisions are committed. */
export interface CallHandler {
  takeIncoming(incoming: CallIncoming): Promise<Result<'begun' | 'known', FactRefusal>>;
  takeFact(tenantId: TenantId, fact: CallFact, about: FactTarget): Promise<Result<'taken', FactRefusal>>;
  command(operator: Operator, callId: CallId, command: CallCommand): Promise<Result<'taken', CommandRefusal>>;
}

/** The call that a fact is about: named by us, or found by the leg. `closes` is the effect that it answers. */
export interface FactTarget {
  readonly callId?: CallId;
  readonly closes?: { readonly effectId: EffectId; readonly status: 'done' | 'refused' };
}

export function createCallHandler(parts: CallHandlerParts): CallHandler {
  const { store, clock, newId, owner, log } = parts;

  const contextOf = (hand: CallAtHand): CallContext => ({
    queue: hand.queue,
    newId,
    isOperatorHere: () => hand.isOperatorHere,
  });

  const passOn = (changed: CallChanged): void => {
    const { decided, claimed } = changed;
    if (decided.effects.length === 0) return;
    parts.onEffects(decided.state.tenantId, decided.state.callId, claimed);
  };

  const times = () => {
    const now = clock.now();
    return { now, consolesSince: now - consoleGrace, owner };
  };

  async function takeIncoming(incoming: CallIncoming): Promise<Result<'begun' | 'known', FactRefusal>> {
    const queue = await findQueueByInstance(store, incoming.tenantId, incoming.instanceId);
    if (queue === undefined) {
      log.warn('a call for a resource account that is no queue', { instance: incoming.instanceId });
      return refused('unknownQueue');
    }
    const context: CallContext = { queue, newId, isOperatorHere: () => false };
    const now = clock.now();
    const begun = await beginCall(store, { decided: decideOnIncoming(incoming, context, now), now, owner });
    if (begun === undefined) return ok('known');
    passOn(begun);
    return ok('begun');
  }

  async function takeFact(
    tenantId: TenantId,
    fact: CallFact,
    about: FactTarget,
  ): Promise<Result<'taken', FactRefusal>> {
    const callId =
      about.callId ?? ('leg' in fact ? await findCallByLeg(store, tenantId, fact.leg) : undefined);
    if (callId === undefined) return refused('unknownCall');
    const at = times();
    const changed = await changeCall<never>(store, {
      tenantId,
      callId,
      ...at,
      decide: (hand) => ok(decideOnFact(hand.call, fact, contextOf(hand), at.now)),
      ...(about.closes === undefined ? {} : { closes: about.closes }),
    });
    if (changed === undefined) return refused('unknownCall');
    if (!changed.ok) return changed;
    const { ignored } = changed.value.decided;
    if (ignored !== undefined) log.debug('fact ignored', { call: callId, fact: fact.type, because: ignored });
    passOn(changed.value);
    return ok('taken');
  }

  async function command(
    operator: Operator,
    callId: CallId,
    wanted: CallCommand,
  ): Promise<Result<'taken', CommandRefusal>> {
    const { tenantId, operatorId } = operator;
    const at = times();
    const changed = await changeCall<CommandRefusal>(store, {
      tenantId,
      callId,
      ...at,
      before: async (tx) => {
        if (wanted.type !== 'accept' && wanted.type !== 'resume') return undefined;
        const { isBusy } = await lockOperator(tx, tenantId, operatorId, callId);
        return isBusy ? { code: 'busy' } : undefined;
      },
      decide: (hand) => {
        if (!canSeeCall(operator, hand.call)) return refused({ code: 'notInQueue' });
        return decideOnCommand(hand.call, wanted, contextOf(hand), at.now);
      },
    });
    if (changed === undefined) return refused({ code: 'callGone' });
    if (!changed.ok) return changed;
    passOn(changed.value);
    return ok('taken');
  }

  return { takeIncoming, takeFact, command };
}
