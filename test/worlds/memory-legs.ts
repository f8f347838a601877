import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallFact } from '@switchboard/domain/call/fact';
import { type CallId, callId, effectId, type LegId, type TenantId } from '@switchboard/domain/ids';
import type { CallActions } from '@switchboard/graph/calls/perform-effect';
import type { NotificationFacts } from '@switchboard/graph/notifications/facts-from-notification';
import type { LegSnapshot } from '@switchboard/graph/wire/leg-snapshot';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { silentLogger } from '@switchboard/kit/logger';
import type { Result } from '@switchboard/kit/result';
import { type StrangeLeg, UnknownLegs, type UnknownLegsParts } from '@switchboard/server/handle/unknown-legs';

export interface MemoryLegsParts extends Pick<UnknownLegsParts, 'ownerOf' | 'isQueue' | 'takeOn'> {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly tenantId: TenantId;
  readonly actions: CallActions;
  readonly look: (leg: LegId) => Promise<Result<LegSnapshot, { readonly message: string }>>;
}

/** The server's own care for legs that no live call is about, in memory: with a crash what it was to look at is lost. */
export class MemoryLegs {
  readonly #parts: MemoryLegsParts;
  #legs: UnknownLegs;
  #life = 0;

  constructor(parts: MemoryLegsParts) {
    this.#parts = parts;
    this.#legs = this.#begin();
  }

  crash(): void {
    this.#life += 1;
    this.#legs = this.#begin();
  }

  /** @param strange legs by whether a call that has ended was about them */
  take(strange: ReadonlyMap<LegId, boolean>, { legs }: NotificationFacts): void {
    if (strange.size === 0) return;
    const told = [...strange].map(([leg, isOver]): StrangeLeg => {
      const snapshot = legs.findLast((one) => one.leg === leg);
      return { leg, isOver, ...(snapshot === undefined ? {} : { snapshot }) };
    });
    if (this.#legs.take(this.#parts.tenantId, told)) this.#plan();
  }

  doubt(effect: CallEffect, fact: CallFact): void {
    if (this.#legs.doubt(this.#parts.tenantId, effect, fact)) this.#plan();
  }

  #plan(): void {
    const due = this.#legs.nextDue();
    if (due === undefined) return;
    const { clock } = this.#parts;
    const life = this.#life;
    clock.after(due - clock.now(), () => {
      if (life === this.#life) void this.#legs.work().then(() => this.#plan());
    });
  }

  #begin(): UnknownLegs {
    const { tenantId, actions, newId, look, ...parts } = this.#parts;
    const nobody: CallId = callId('nobody');
    return new UnknownLegs({
      ...parts,
      log: silentLogger,
      look: (_tenant, leg) => look(leg),
      hangUp: async (_tenant, leg) => {
        const effect = { type: 'hangUp', effectId: effectId(newId()), leg } as const;
        await actions.perform(effect, { tenantId, callId: nobody });
      },
    });
  }
}
