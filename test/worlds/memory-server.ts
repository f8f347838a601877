import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallCommand } from '@switchboard/domain/call/command';
import { nextDeadline } from '@switchboard/domain/call/deadlines';
import {
  decideOnCommand,
  decideOnFact,
  decideOnIncoming,
  decideOnOffer,
} from '@switchboard/domain/call/decide';
import type { CallContext, Decided } from '@switchboard/domain/call/decision';
import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallFact, CallIncoming } from '@switchboard/domain/call/fact';
import { type CallId, callId, type PersonId, type QueueId, type TenantId } from '@switchboard/domain/ids';
import { distribute } from '@switchboard/domain/queue/distribute';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { QueueSituation } from '@switchboard/domain/queue/situation';
import type { CallActions, EffectOutcome } from '@switchboard/graph/calls/perform-effect';
import { factsFromNotification } from '@switchboard/graph/notifications/facts-from-notification';
import { assert } from '@switchboard/kit/assert';
import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { nextAttempt } from '@switchboard/server/act/effect-budget';

interface PendingEffect {
  readonly effect: CallEffect;
  readonly askedAt: Instant;
  attempts: number;
  inDoubt: boolean;
  notBefore: Instant;
}

interface KeptCall {
  state: CallState;
  readonly pending: PendingEffect[];
  cancelDue: Cancel;
  isActing: boolean;
  /** How often a deadline was over at this moment. */
  looked?: { readonly at: Instant; readonly times: number };
}

/** More deadlines of one call are never over at once. */
const mostLooks = 50;

export interface MemoryServerParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly tenantId: TenantId;
  readonly actions: CallActions;
  readonly queues: () => readonly Queue[];
  /** Rosters carry only who changed, with a number. */
  readonly deltaRoster: boolean;
  /** Counts what happens, by event. */
  readonly tally: Map<string, number>;
  /** Hears every decision, for whoever looks into a world that went wrong. */
  readonly tell: (line: string) => void;
}

/**
 * The server's part in a world that lives in memory: the same rules, the same readers and writers of Graph's JSON, the
 * same order of effects, without database and network. What a crash of the real one loses is lost here, too: notices
 * on their way, and what became of requests. What is committed stays.
 */
export class MemoryServer {
  readonly calls = new Map<CallId, KeptCall>();
  /** Operators with an open console. */
  readonly operators = new Map<PersonId, { isHere: boolean; lastOfferedAt?: Instant; idleSince: Instant }>();
  isUp = true;
  readonly #parts: MemoryServerParts;
  readonly #legs = new Map<string, CallId>();
  #life = 0;

  constructor(parts: MemoryServerParts) {
    this.#parts = parts;
  }

  /** @returns the HTTP status, or nothing while the server is down */
  notified(path: string, body: unknown): number | undefined {
    if (!this.isUp) return undefined;
    const read = factsFromNotification(body, this.#parts.tenantId, { deltaRoster: this.#parts.deltaRoster });
    if (!read.ok) return 400;
    const named = callId(path.split('/').at(-1) ?? '');
    for (const { fact } of read.value.facts) {
      if (fact.type === 'callIncoming') this.#begin(fact);
      else this.take(this.calls.has(named) ? named : this.#callOf(fact), fact);
    }
    return 202;
  }

  take(id: CallId | undefined, fact: CallFact): void {
    const call = id === undefined ? undefined : this.calls.get(id);
    if (call === undefined) return;
    const decided = decideOnFact(call.state, fact, this.#context(call.state), this.#parts.clock.now());
    this.#commit(call, decided, JSON.stringify(fact));
  }

  /** @returns the refusal's code, if it is refused */
  command(id: CallId, command: CallCommand): string | undefined {
    const call = this.calls.get(id);
    if (!this.isUp || call === undefined) return 'notThere';
    const now = this.#parts.clock.now();
    const decided = decideOnCommand(call.state, command, this.#context(call.state), now);
    if (!decided.ok) return decided.refusal.code;
    this.#commit(call, decided.value, JSON.stringify(command));
    return undefined;
  }

  /** As a power cut: whatever is on its way is not heard of any more. */
  crash(): void {
    this.isUp = false;
    this.#life += 1;
    for (const call of this.calls.values()) {
      call.cancelDue();
      call.isActing = false;
    }
  }

  /** Another server takes over: what was begun is in doubt, and Graph is asked about every live call. */
  restart(): void {
    this.isUp = true;
    for (const [id, call] of this.calls) {
      const [first] = call.pending;
      if (first !== undefined && first.attempts > 0) first.inDoubt = true;
      if (call.state.name !== 'ended') this.take(id, { type: 'doubtRaised' });
      this.#act(call);
      this.#plan(call);
    }
  }

  queueTurned(queueId: QueueId): void {
    for (const [id, { state }] of this.calls)
      if (state.name === 'waiting' && state.queueId === queueId) this.take(id, { type: 'queueTurned' });
  }

  /** Offers waiting calls as the queues' strategies say. */
  distribute(): void {
    if (!this.isUp) return;
    const now = this.#parts.clock.now();
    for (const queue of this.#parts.queues()) {
      const waiting = this.#live().flatMap((call) =>
        call.state.name === 'waiting' && call.state.queueId === queue.queueId ? [call.state] : [],
      );
      const calls = waiting.map((state) => ({
        callId: state.callId,
        isFront: state.isFront,
        isVip: state.rank.isVip,
        priority: state.rank.priority,
        arrivedAt: state.arrivedAt,
        refusedBy: state.wait.refusals,
        ...(state.offer === undefined ? {} : { offer: state.offer }),
      }));
      const { strategy, offerTime } = queue.settings;
      for (const offer of distribute({ strategy, calls, operators: this.#operators(), now })) {
        const call = this.calls.get(offer.callId);
        if (call === undefined) continue;
        const until = now + offerTime;
        const wanted = { type: 'offer', operatorIds: offer.operatorIds, until } as const;
        this.#commit(call, decideOnOffer(call.state, wanted, this.#context(call.state), now));
        for (const id of offer.operatorIds) {
          const operator = this.operators.get(id);
          if (operator !== undefined) operator.lastOfferedAt = now;
        }
      }
    }
  }

  /** Whether every effect was carried out or given up that was asked for before. */
  isIdleSince(before: Instant): boolean {
    return [...this.calls.values()].every((call) => call.pending.every(({ askedAt }) => askedAt >= before));
  }

  #operators() {
    const busy = new Set(
      this.#live().flatMap(({ state }) =>
        'operatorId' in state && state.operatorId !== undefined && state.name !== 'handedOver'
          ? [state.operatorId]
          : [],
      ),
    );
    return [...this.operators].map(([operatorId, { isHere, idleSince, lastOfferedAt }], rank) => ({
      operatorId,
      isAvailable: isHere && !busy.has(operatorId),
      idleSince,
      rank,
      ...(lastOfferedAt === undefined ? {} : { lastOfferedAt }),
    }));
  }

  #live(): readonly KeptCall[] {
    return [...this.calls.values()].filter(({ state }) => state.name !== 'ended');
  }

  #callOf(fact: CallFact): CallId | undefined {
    return 'leg' in fact ? this.#legs.get(fact.leg) : undefined;
  }

  #begin(incoming: CallIncoming): void {
    const queue = this.#parts.queues().find(({ instanceId }) => instanceId === incoming.instanceId);
    if (queue === undefined || this.#legs.has(incoming.leg)) return;
    const context = this.#contextIn(queue, undefined);
    const decided = decideOnIncoming(incoming, context, this.#parts.clock.now());
    const call: KeptCall = {
      state: decided.state,
      pending: [],
      cancelDue: () => undefined,
      isActing: false,
    };
    this.calls.set(decided.state.callId, call);
    this.#legs.set(incoming.leg, decided.state.callId);
    this.#commit(call, decided);
  }

  #context(state: CallState): CallContext {
    const queues = this.#parts.queues();
    const queue = queues.find(({ queueId }) => queueId === state.queueId) ?? queues[0];
    if (queue === undefined) throw new Error('a world without queues');
    return this.#contextIn(queue, state.callId);
  }

  #contextIn(queue: Queue, of: CallId | undefined): CallContext {
    const takenSlots = new Set(
      this.#live().flatMap(({ state }) => (state.name === 'parked' ? [state.slot] : [])),
    );
    return {
      queue,
      newId: this.#parts.newId,
      isOperatorHere: (id) => this.operators.get(id)?.isHere === true,
      situation: this.#situation(queue, of),
      takenSlots,
    };
  }

  #situation({ queueId, switches }: Queue, of: CallId | undefined): QueueSituation {
    const waiting = this.#live().filter(
      ({ state }) => state.name === 'waiting' && state.queueId === queueId && state.callId !== of,
    ).length;
    const operatorsAtWork = [...this.operators.values()].filter(({ isHere }) => isHere).length;
    const closed = switches.mode === 'night' ? 'closed' : 'open';
    return { state: switches.isEmergency ? 'emergency' : closed, waiting, operatorsAtWork, position: 1 };
  }

  #commit(call: KeptCall, decided: Decided, because = ''): void {
    const now = this.#parts.clock.now();
    this.#parts.tell(
      `${now % 10_000_000} ${decided.state.callId.slice(-4)} ${because} => ${decided.state.name}: ${JSON.stringify(decided.events)} asks ${JSON.stringify(decided.effects)}`,
    );
    call.state = decided.state;
    const { tally } = this.#parts;
    for (const { type } of decided.events) tally.set(type, (tally.get(type) ?? 0) + 1);
    for (const effect of decided.effects)
      call.pending.push({ effect, askedAt: now, attempts: 0, inDoubt: false, notBefore: now });
    this.#plan(call);
    this.#act(call);
  }

  #plan(call: KeptCall): void {
    call.cancelDue();
    if (call.state.name === 'ended') return;
    const nextDue = nextDeadline(call.state);
    if (nextDue === undefined) return;
    const { callId: id } = call.state;
    call.cancelDue = this.#parts.clock.after(nextDue - this.#parts.clock.now(), () => {
      if (!this.isUp) return;
      const now = this.#parts.clock.now();
      const looks = call.looked?.at === now ? call.looked.times + 1 : 1;
      call.looked = { at: now, times: looks };
      assert(looks <= mostLooks, `a deadline of ${call.state.name} is over and over`);
      this.take(id, { type: 'timePassed' });
    });
  }

  /** The effects of a call one by one, as the outbox does. */
  #act(call: KeptCall): void {
    const [next] = call.pending;
    if (!this.isUp || call.isActing || next === undefined) return;
    const wait = next.notBefore - this.#parts.clock.now();
    call.isActing = true;
    const life = this.#life;
    const go = (): void => {
      if (life !== this.#life) return;
      next.attempts += 1;
      const where = { tenantId: this.#parts.tenantId, callId: call.state.callId };
      const { actions } = this.#parts;
      const asked = next.inDoubt
        ? actions.settleDoubt(next.effect, where, 'an earlier attempt has no known outcome')
        : actions.perform(next.effect, where);
      void asked.then((outcome) => {
        if (life !== this.#life) return;
        call.isActing = false;
        this.#settle(call, next, outcome);
        this.#act(call);
      });
    };
    if (wait <= 0) go();
    else this.#parts.clock.after(wait, go);
  }

  #settle(call: KeptCall, done: PendingEffect, outcome: EffectOutcome): void {
    const { effect } = done;
    const { effectId, leg } = effect;
    const { callId: id } = call.state;
    const close = (): void => {
      call.pending.splice(call.pending.indexOf(done), 1);
    };
    switch (outcome.type) {
      case 'done': {
        close();
        const { operationId, operationEnded } = outcome;
        this.take(id, {
          type: 'effectDone',
          effectId,
          ...(operationId === undefined ? {} : { operationId }),
        });
        if (operationEnded !== undefined) {
          const ended = { type: 'operationEnded', leg, effectId, operationId: operationId ?? '' } as const;
          this.take(id, { ...ended, ...operationEnded });
        }
        return;
      }
      case 'observed':
        close();
        this.take(id, outcome.fact);
        return;
      case 'refused': {
        close();
        const { problem, message } = outcome;
        this.take(id, { type: 'effectRefused', effectId, problem, message });
        return;
      }
      default: {
        const now = this.#parts.clock.now();
        const wanted = outcome.type === 'retry' ? outcome.afterMs : undefined;
        const tried = {
          attempts: done.attempts,
          askedAt: done.askedAt,
          now,
          ...(wanted === undefined ? {} : { wanted }),
        };
        const again = nextAttempt(effect.type, tried);
        done.inDoubt = outcome.type === 'doubt';
        done.notBefore = again ?? now;
        if (again !== undefined) return;
        close();
        this.take(id, { type: 'effectRefused', effectId, problem: 'exhausted', message: outcome.reason });
      }
    }
  }
}
