import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallFact } from '@switchboard/domain/call/fact';
import type { TenantId } from '@switchboard/domain/ids';
import type { CallActions, EffectOutcome } from '@switchboard/graph/calls/perform-effect';
import type { Clock } from '@switchboard/kit/clock';
import { nextAttempt } from '@switchboard/server/act/effect-budget';
import type { KeptCall, PendingEffect } from './kept-call.ts';

export interface MemoryOutboxParts {
  readonly clock: Clock;
  readonly tenantId: TenantId;
  readonly actions: CallActions;
  /** What Graph said of an effect is a fact like any other. */
  readonly report: (call: KeptCall, effect: CallEffect, fact: CallFact) => void;
}

/** Carries the effects of each call out one by one, as the outbox does. What is on its way dies with the server. */
export class MemoryOutbox {
  readonly #parts: MemoryOutboxParts;
  #life = 0;
  #isUp = true;

  constructor(parts: MemoryOutboxParts) {
    this.#parts = parts;
  }

  crash(): void {
    this.#isUp = false;
    this.#life += 1;
  }

  restart(): void {
    this.#isUp = true;
  }

  act(call: KeptCall): void {
    const [next] = call.pending;
    if (!this.#isUp || call.isActing || next === undefined) return;
    const { clock, tenantId, actions } = this.#parts;
    const wait = next.notBefore - clock.now();
    call.isActing = true;
    const life = this.#life;
    const go = (): void => {
      if (life !== this.#life) return;
      next.attempts += 1;
      const where = { tenantId, callId: call.state.callId };
      const asked = next.inDoubt
        ? actions.settleDoubt(next.effect, where, 'an earlier attempt has no known outcome')
        : actions.perform(next.effect, where);
      void asked.then((outcome) => {
        if (life !== this.#life) return;
        call.isActing = false;
        this.#settle(call, next, outcome);
        this.act(call);
      });
    };
    if (wait <= 0) go();
    else clock.after(wait, go);
  }

  #settle(call: KeptCall, done: PendingEffect, outcome: EffectOutcome): void {
    const { effect } = done;
    const { effectId, leg } = effect;
    const { report } = this.#parts;
    const close = (): void => {
      call.pending.splice(call.pending.indexOf(done), 1);
    };
    switch (outcome.type) {
      case 'done': {
        close();
        const { operationId, operationEnded } = outcome;
        report(call, effect, {
          type: 'effectDone',
          effectId,
          ...(operationId === undefined ? {} : { operationId }),
        });
        if (operationEnded === undefined) return;
        const ended = { type: 'operationEnded', leg, effectId, operationId: operationId ?? '' } as const;
        report(call, effect, { ...ended, ...operationEnded });
        return;
      }
      case 'observed':
        close();
        report(call, effect, outcome.fact);
        return;
      case 'refused': {
        close();
        const { problem, message } = outcome;
        report(call, effect, { type: 'effectRefused', effectId, problem, message });
        return;
      }
      default: {
        if (this.#again(done, outcome)) return;
        close();
        report(call, effect, {
          type: 'effectRefused',
          effectId,
          problem: 'exhausted',
          message: outcome.reason,
        });
      }
    }
  }

  /** @returns whether the effect is tried once more */
  #again(done: PendingEffect, outcome: Extract<EffectOutcome, { type: 'retry' | 'doubt' }>): boolean {
    const now = this.#parts.clock.now();
    const wanted = outcome.type === 'retry' ? outcome.afterMs : undefined;
    const { attempts, askedAt, effect } = done;
    const tried = { attempts, askedAt, now, ...(wanted === undefined ? {} : { wanted }) };
    const again = nextAttempt(effect.type, tried);
    done.inDoubt = outcome.type === 'doubt';
    done.notBefore = again ?? now;
    return again !== undefined;
  }
}
