import type { CallCommand, OfferCommand } from '@switchboard/domain/call/command';
import {
  decideOnCommand,
  decideOnFact,
  decideOnIncoming,
  decideOnOffer,
} from '@switchboard/domain/call/decide';
import type { CallContext } from '@switchboard/domain/call/decision';
import type { CallFact, CallIncoming } from '@switchboard/domain/call/fact';
import type { CallId, TenantId } from '@switchboard/domain/ids';
import { consoleGrace, type Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Logger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { beginCall } from '@switchboard/store/commit/begin-call';
import {
  type CallAtHand,
  type CallChange,
  type CallChanged,
  changeCall,
  lockOperator,
} from '@switchboard/store/commit/change-call';
import type { ClosedEffect } from '@switchboard/store/commit/write-decision';
import type { WrittenEvents } from '@switchboard/store/feed/written-events';
import type { ClaimedEffect } from '@switchboard/store/outbox/claim-effect';
import { findCallByLeg } from '@switchboard/store/reads/calls';
import { findQueueForCall } from '@switchboard/store/reads/queue-situation';
import { canSeeCall } from '../policies/call-rights.ts';
import type { CommandRefusal } from './command-refusal.ts';

export interface CallHandlerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly owner: number;
  readonly log: Logger;
  /** Told after each commit that wrote events; undefined: they must be read. */
  readonly onEvents: (tenantId: TenantId, events: WrittenEvents | undefined) => void;
  /**
   * Told after each commit that left work for the outbox; what is claimed is this server's to do at once. `nothing`: an
   * effect was closed, and none is left.
   */
  readonly onEffects: (
    tenantId: TenantId,
    callId: CallId,
    claimed: ClaimedEffect | 'nothing' | undefined,
  ) => void;
  /** Told when a commit failed, or was made and its answer was lost. */
  readonly onUnheard: (tenantId: TenantId, callId: CallId) => void;
}

export type FactRefusal = 'unknownQueue' | 'unknownCall';

/** `over`: the call that it is about had ended before, so it means nothing any more. */
export type FactTaken = 'taken' | 'over';

/** Where facts and commands become decisions, and decisions are committed. */
export interface CallHandler {
  takeIncoming(incoming: CallIncoming): Promise<Result<'begun' | 'known', FactRefusal>>;
  takeFact(tenantId: TenantId, fact: CallFact, about: FactTarget): Promise<Result<FactTaken, FactRefusal>>;
  command(operator: Operator, callId: CallId, command: CallCommand): Promise<Result<'taken', CommandRefusal>>;
  /** What the queue itself asks; a call that is gone or does not wait any more is passed over. */
  offer(tenantId: TenantId, callId: CallId, offer: OfferCommand): Promise<void>;
}

/** The call that a fact is about: named by us, or found by the leg. `closes` is the effect that it answers. */
export interface FactTarget {
  readonly callId?: CallId;
  readonly closes?: ClosedEffect;
}

/** Facts after which a waiting call asks how its queue stands. */
const situationCounts: ReadonlySet<CallFact['type']> = new Set(['timePassed', 'queueTurned']);

/** Commands that put the operator into the call, or let them talk in it: they must not talk in another one. */
const needsFreeOperator: ReadonlySet<CallCommand['type']> = new Set([
  'accept',
  'retrieve',
  'takeOver',
  'resume',
  'consult',
  'transfer',
  'add',
]);

export function createCallHandler(parts: CallHandlerParts): CallHandler {
  const { store, clock, newId, owner, log } = parts;

  const contextOf = (hand: CallAtHand): CallContext => ({
    queue: hand.queue,
    newId,
    isOperatorHere: () => hand.isOperatorHere,
    ...(hand.situation === undefined ? {} : { situation: hand.situation }),
    ...(hand.takenSlots === undefined ? {} : { takenSlots: hand.takenSlots }),
  });

  const passOn = (changed: CallChanged): void => {
    const { decided, claimed, isNone } = changed;
    const { tenantId, callId } = decided.state;
    if (decided.events.length > 0) parts.onEvents(tenantId, changed.events);
    if (claimed !== undefined) parts.onEffects(tenantId, callId, claimed);
    else if (isNone === true) parts.onEffects(tenantId, callId, 'nothing');
    else if (decided.effects.length > 0) parts.onEffects(tenantId, callId, undefined);
  };

  async function commit<T>(tenantId: TenantId, callId: CallId, committing: Promise<T>): Promise<T> {
    try {
      return await committing;
    } catch (error) {
      parts.onUnheard(tenantId, callId);
      throw error;
    }
  }

  const change = <Refusal>(wanted: CallChange<Refusal>) =>
    commit(wanted.tenantId, wanted.callId, changeCall<Refusal>(store, wanted));

  const times = () => {
    const now = clock.now();
    return { now, consolesSince: now - consoleGrace, owner };
  };

  async function takeIncoming(incoming: CallIncoming): Promise<Result<'begun' | 'known', FactRefusal>> {
    const now = clock.now();
    const found = await findQueueForCall(store, incoming.tenantId, incoming.instanceId, now);
    if (found === undefined) {
      log.warn('a call for a resource account that is no queue', { instance: incoming.instanceId });
      return refused('unknownQueue');
    }
    const context: CallContext = { ...found, newId, isOperatorHere: () => false };
    const decided = decideOnIncoming(incoming, context, now);
    const { tenantId, callId } = decided.state;
    const begun = await commit(tenantId, callId, beginCall(store, { decided, now, owner }));
    if (begun === undefined) return ok('known');
    passOn(begun);
    return ok('begun');
  }

  async function takeFact(
    tenantId: TenantId,
    fact: CallFact,
    about: FactTarget,
  ): Promise<Result<FactTaken, FactRefusal>> {
    const callId =
      about.callId ?? ('leg' in fact ? await findCallByLeg(store, tenantId, fact.leg) : undefined);
    if (callId === undefined) return refused('unknownCall');
    const at = times();
    const changed = await change<never>({
      tenantId,
      callId,
      ...at,
      decide: (hand) => ok(decideOnFact(hand.call, fact, contextOf(hand), at.now)),
      ...(situationCounts.has(fact.type) ? { wants: 'situation' } : {}),
      ...(about.closes === undefined ? {} : { closes: about.closes }),
    });
    if (changed === undefined) return refused('unknownCall');
    if (!changed.ok) return changed;
    const { ignored, state, events } = changed.value.decided;
    if (ignored !== undefined) log.debug('fact ignored', { call: callId, fact: fact.type, because: ignored });
    passOn(changed.value);
    return ok(state.name === 'ended' && events.length === 0 ? 'over' : 'taken');
  }

  async function command(
    operator: Operator,
    callId: CallId,
    wanted: CallCommand,
  ): Promise<Result<'taken', CommandRefusal>> {
    const { tenantId, operatorId } = operator;
    const at = times();
    const refuseBusy = async (
      tx: Parameters<typeof lockOperator>[0],
    ): Promise<CommandRefusal | undefined> => {
      const { isBusy, isBusyElsewhere } = await lockOperator(tx, tenantId, operatorId, callId);
      const keepsThemAway = wanted.type === 'accept' ? isBusy : isBusyElsewhere;
      return keepsThemAway ? { code: 'busy' } : undefined;
    };
    const changed = await change<CommandRefusal>({
      tenantId,
      callId,
      ...at,
      ...(needsFreeOperator.has(wanted.type) ? { before: refuseBusy } : {}),
      ...(wanted.type === 'park' ? { wants: 'slots' } : {}),
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

  async function offer(tenantId: TenantId, callId: CallId, asked: OfferCommand): Promise<void> {
    const at = times();
    const changed = await change<never>({
      tenantId,
      callId,
      ...at,
      decide: (hand) => ok(decideOnOffer(hand.call, asked, contextOf(hand), at.now)),
    });
    if (changed?.ok === true) passOn(changed.value);
  }

  return { takeIncoming, takeFact, command, offer };
}
