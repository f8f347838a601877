import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallFact } from '@switchboard/domain/call/fact';
import type { CallId, EffectId, TenantId } from '@switchboard/domain/ids';
import type { CallActions, EffectOutcome } from '@switchboard/graph/calls/perform-effect';
import { unreachable } from '@switchboard/kit/assert';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import {
  type ClaimedEffect,
  claimEffect,
  isStillClaimed,
  readCallsWithDueEffects,
  releaseEffect,
  releaseUnheard,
} from '@switchboard/store/outbox/claim-effect';
import { nextAttempt, pauseBefore } from './effect-budget.ts';

export interface OutboxParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly owner: number;
  readonly actions: CallActions;
  readonly log: Logger;
  /** Takes what Graph said back to where facts come in, and closes the effect in the same commit. */
  readonly report: (ref: EffectRef, effect: CallEffect, fact: CallFact, closed: Closing) => Promise<void>;
}

/** How an effect ended, and what Graph said to it: for the timeline. */
export interface Closing {
  readonly status: 'done' | 'refused';
  readonly outcome?: string;
}

interface EffectRef {
  readonly tenantId: TenantId;
  readonly callId: CallId;
}

/** How often to look for effects that fell due, or that another server left behind. */
const lookEvery = 250;
const manyCalls = 200;
/** The answer to a commit takes no longer; statements are ended after ten seconds. */
const longestNews = 60_000;

/** What is being done for one call. */
interface Chain {
  /** Given to this server by the commits that left them: what comes next. */
  readonly given: ClaimedEffect[];
  /** What is being carried out. */
  current: EffectId | undefined;
  /** Somebody has left work since the chain looked last. */
  isPoked: boolean;
  /** Nothing that could be done now was left when the chain looked last. */
  isEmpty: boolean;
  /** Takes nothing more; whoever has work begins another chain behind it. */
  isOver: boolean;
  done: Promise<void>;
}

/** Sends to Graph what was decided: the effects of a call one by one, those of different calls side by side. */
export class Outbox implements Service {
  readonly name = 'outbox';
  readonly #parts: OutboxParts;
  readonly #chains = new Map<CallId, Chain>();
  /** Of these calls this server may have been given an effect without hearing of it. */
  readonly #unheard = new Map<CallId, EffectRef>();
  /** Calls of which something was freed, and when: what comes for them may be outdated. */
  readonly #freed = new Map<CallId, Instant>();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** There is work for a call, and what is `claimed` belongs to this server already; or there is nothing left. */
  poke(tenantId: TenantId, callId: CallId, claimed?: ClaimedEffect | 'nothing'): void {
    const running = this.#chains.get(callId);
    if (running !== undefined && !running.isOver) {
      if (claimed === undefined) running.isPoked = true;
      else if (claimed === 'nothing') running.isEmpty = true;
      else give(running, claimed);
      return;
    }
    if (claimed === 'nothing') return;
    const given = claimed === undefined ? [] : [claimed];
    const chain: Chain = {
      given,
      current: undefined,
      isPoked: false,
      isEmpty: false,
      isOver: false,
      done: Promise.resolve(),
    };
    const after = running?.done ?? Promise.resolve();
    chain.done = after
      .then(() => this.#work({ tenantId, callId }, chain))
      .catch((error: unknown) => {
        this.#parts.log.error('the outbox stumbled over a call', { call: callId, error: asError(error) });
        this.missedAnswer(tenantId, callId);
      })
      .finally(() => {
        chain.isOver = true;
        if (this.#chains.get(callId) === chain) this.#chains.delete(callId);
      });
    this.#chains.set(callId, chain);
  }

  /** A commit about a call failed, or was made and nobody heard: what it may have given this server is looked for. */
  missedAnswer(tenantId: TenantId, callId: CallId): void {
    this.#unheard.set(callId, { tenantId, callId });
  }

  async run(signal: StopSignal): Promise<void> {
    const { store, clock } = this.#parts;
    while (!signal.aborted) {
      await this.#recover();
      for (const ref of await readCallsWithDueEffects(store, clock.now(), manyCalls))
        this.poke(ref.tenantId, ref.callId);
      await sleep(lookEvery, signal, clock);
    }
    await this.drain();
  }

  async drain(): Promise<void> {
    while (this.#chains.size > 0) await Promise.all([...this.#chains.values()].map((chain) => chain.done));
  }

  async #recover(): Promise<void> {
    const { store, owner, clock } = this.#parts;
    const now = clock.now();
    for (const [callId, at] of this.#freed) if (now - at > longestNews) this.#freed.delete(callId);
    for (const ref of this.#unheard.values()) {
      const chain = this.#chains.get(ref.callId);
      const given = chain?.given.map(({ effect }) => effect.effectId) ?? [];
      const known = chain?.current === undefined ? given : [chain.current, ...given];
      this.#freed.set(ref.callId, now);
      // Fails this, it is tried again with the next look.
      await releaseUnheard(store, ref, owner, known);
      this.#unheard.delete(ref.callId);
      this.poke(ref.tenantId, ref.callId);
    }
  }

  async #work(ref: EffectRef, chain: Chain): Promise<void> {
    const { store, clock, owner } = this.#parts;
    while (chain.given.length > 0 || chain.isPoked || !chain.isEmpty) {
      chain.isPoked = false;
      const given = chain.given.shift();
      if (given !== undefined && !(await this.#isOurs(ref.callId, given))) continue;
      const current = given ?? (await claimEffect(store, ref.tenantId, ref.callId, owner, clock.now()));
      chain.isEmpty = current === undefined;
      chain.current = current?.effect.effectId;
      if (current !== undefined) await this.#carryOut(ref, current);
    }
    chain.isOver = true;
  }

  async #isOurs(callId: CallId, given: ClaimedEffect): Promise<boolean> {
    if (!this.#freed.has(callId)) return true;
    return isStillClaimed(this.#parts.store, given, this.#parts.owner);
  }

  async #carryOut(ref: EffectRef, claimed: ClaimedEffect): Promise<void> {
    const { effect } = claimed;
    const outcome = await this.#ask(ref, claimed);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#settle(ref, claimed, outcome);
        return;
      } catch (error) {
        const pause = pauseBefore(attempt);
        this.#parts.log.error('what became of an effect could not be recorded', {
          effect: effect.type,
          error: asError(error),
          pause,
        });
        await new Promise<void>((resolve) => this.#parts.clock.after(pause, resolve));
      }
    }
  }

  async #ask(ref: EffectRef, claimed: ClaimedEffect): Promise<EffectOutcome> {
    const { actions } = this.#parts;
    try {
      if (!claimed.inDoubt) return await actions.perform(claimed.effect, ref);
      return await actions.settleDoubt(claimed.effect, ref, 'an earlier attempt has no known outcome');
    } catch (error) {
      this.#parts.log.error('an effect failed unexpectedly', {
        effect: claimed.effect.type,
        error: asError(error),
      });
      return { type: 'doubt', reason: asError(error).message };
    }
  }

  async #settle(ref: EffectRef, claimed: ClaimedEffect, outcome: EffectOutcome): Promise<void> {
    const { effect } = claimed;
    const { effectId, leg } = effect;
    switch (outcome.type) {
      case 'done': {
        const { operationId, operationEnded } = outcome;
        const done: CallFact = {
          type: 'effectDone',
          effectId,
          ...(operationId === undefined ? {} : { operationId }),
        };
        await this.#parts.report(ref, effect, done, { status: 'done' });
        if (operationEnded === undefined) return;
        const ended = {
          type: 'operationEnded',
          leg,
          effectId,
          operationId: operationId ?? '',
          ...operationEnded,
        } as const;
        await this.#parts.report(ref, effect, ended, { status: 'done', outcome: ended.outcome.message });
        return;
      }
      case 'observed':
        await this.#parts.report(ref, effect, outcome.fact, {
          status: 'done',
          outcome: outcome.fact.legState,
        });
        return;
      case 'refused': {
        const { problem, message } = outcome;
        this.#parts.log.warn('Graph refused an effect', { effect: effect.type, problem, message });
        await this.#parts.report(
          ref,
          effect,
          { type: 'effectRefused', effectId, problem, message },
          { status: 'refused', outcome: `${problem}: ${message}` },
        );
        return;
      }
      case 'retry':
      case 'doubt':
        await this.#again(ref, claimed, outcome);
        return;
      default:
        unreachable(outcome);
    }
  }

  async #again(
    ref: EffectRef,
    claimed: ClaimedEffect,
    outcome: Extract<EffectOutcome, { type: 'retry' | 'doubt' }>,
  ): Promise<void> {
    const { store, clock } = this.#parts;
    const { effect, attempts, askedAt } = claimed;
    const wanted = outcome.type === 'retry' ? outcome.afterMs : undefined;
    const now = clock.now();
    const tried = { attempts, askedAt, now, ...(wanted === undefined ? {} : { wanted }) };
    const notBefore = nextAttempt(effect.type, tried);
    if (notBefore === undefined) {
      const { effectId } = effect;
      const message = `given up after ${attempts} attempts: ${outcome.reason}`;
      this.#parts.log.warn('effect given up', { effect: effect.type, attempts, reason: outcome.reason });
      const fact: CallFact = { type: 'effectRefused', effectId, problem: 'exhausted', message };
      await this.#parts.report(ref, effect, fact, { status: 'refused', outcome: message });
      return;
    }
    await releaseEffect(store, effect.effectId, { notBefore, inDoubt: outcome.type === 'doubt' });
    clock.after(notBefore - now, () => this.poke(ref.tenantId, ref.callId));
  }
}

/** What became of an effect may be told twice; what comes next is done once. */
function give(chain: Chain, claimed: ClaimedEffect): void {
  const { effectId } = claimed.effect;
  if (!chain.given.some(({ effect }) => effect.effectId === effectId)) chain.given.push(claimed);
}
