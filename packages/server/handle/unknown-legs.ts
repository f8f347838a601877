import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallFact, CallIncoming } from '@switchboard/domain/call/fact';
import type { InstanceId, LegId, TenantId } from '@switchboard/domain/ids';
import type { LegSnapshot } from '@switchboard/graph/wire/leg-snapshot';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Service, StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Result } from '@switchboard/kit/result';
import { Wake } from '@switchboard/kit/wake';
import type { LegOwner } from '@switchboard/store/reads/leg-owner';
import { LegsToLookAt, type LegToLookAt, straggling } from './legs-to-look-at.ts';

export interface UnknownLegsParts {
  readonly clock: Clock;
  readonly log: Logger;
  ownerOf(tenantId: TenantId, leg: LegId): Promise<LegOwner>;
  /** Whether this resource account is a queue of this tenant. */
  isQueue(tenantId: TenantId, instanceId: InstanceId): Promise<boolean>;
  /** Asks Graph how a leg stands. */
  look(tenantId: TenantId, leg: LegId): Promise<Result<LegSnapshot, { readonly message: string }>>;
  /** Takes a call on that rings. */
  takeOn(incoming: CallIncoming): Promise<unknown>;
  /** Ends a leg at Graph. */
  hangUp(tenantId: TenantId, leg: LegId): Promise<void>;
}

/** A leg of which Graph tells though no live call is about it. */
export interface StrangeLeg {
  readonly leg: LegId;
  /** A call of ours was about it, and has ended. */
  readonly isOver: boolean;
  /** How it stands, where the notice says so: one of a roster or an operation does not. */
  readonly snapshot?: LegSnapshot;
}

/** Without anything to look at, in milliseconds: a bell wakes it before. */
const longSleep = 600_000;

/**
 * What is done with legs of which Graph tells although no live call of ours is about them: nobody knows them, or their
 * call was ended by mistake. Graph is asked how they stand, and one that is established has a caller to whom nobody
 * will ever speak: it is hung up, if it is a leg of a queue of this very tenant. One that rings is a new call. All else
 * is left alone.
 */
export class UnknownLegs implements Service {
  readonly name = 'unknown legs';
  readonly #parts: UnknownLegsParts;
  readonly #legs: LegsToLookAt;
  readonly #wake = new Wake();

  constructor(parts: UnknownLegsParts) {
    this.#parts = parts;
    this.#legs = new LegsToLookAt(parts.clock);
  }

  /** @returns whether any of them will be looked at */
  take(tenantId: TenantId, strange: readonly StrangeLeg[]): boolean {
    let isAny = false;
    for (const { leg, isOver, snapshot } of strange) {
      const one = { tenantId, leg };
      if (snapshot?.state === 'gone') this.#legs.forget(one);
      else if (isWorthALook(snapshot)) isAny = this.#legs.note(one, isOver ? straggling : 0) || isAny;
    }
    if (isAny) this.#wake.ring();
    return isAny;
  }

  /**
   * That a leg is gone, asked about or answered, ends its call, and might be a mistake of which no notice will ever tell:
   * it is looked at once more.
   */
  doubt(tenantId: TenantId, { type, leg }: Pick<CallEffect, 'type' | 'leg'>, fact: CallFact): boolean {
    const isGone =
      (fact.type === 'legObserved' && fact.legState === 'gone') ||
      (fact.type === 'effectRefused' && fact.problem === 'gone' && type === 'answer');
    return isGone && this.take(tenantId, [{ leg, isOver: true }]);
  }

  nextDue(): Instant | undefined {
    return this.#legs.nextDue();
  }

  async run(signal: StopSignal): Promise<void> {
    const { clock } = this.#parts;
    signal.addEventListener('abort', () => this.#wake.ring(), { once: true });
    while (!signal.aborted) {
      await this.work();
      const wait = (this.nextDue() ?? clock.now() + longSleep) - clock.now();
      await this.#wake.waitAtMost(Math.max(0, wait), clock);
    }
  }

  /** Looks at every leg whose time has come. */
  async work(): Promise<void> {
    for (const one of this.#legs.takeDue()) await this.#lookAt(one);
  }

  async #lookAt(one: LegToLookAt): Promise<void> {
    const { log, look, hangUp, takeOn } = this.#parts;
    const { tenantId, leg } = one;
    if (!(await this.#isStrange(one))) return;
    const seen = await look(tenantId, leg);
    if (!seen.ok) return log.info('a leg that no live call is about cannot be looked at', seen.refusal);
    const { incoming } = seen.value;
    const owner = await this.#parts.ownerOf(tenantId, leg);
    if (owner === 'unknown' && incoming !== undefined) {
      await takeOn(incoming);
    } else if (await this.#isOrphan(tenantId, owner, seen.value)) {
      log.warn('a leg of a queue is established and no live call is about it: it is hung up', { leg, owner });
      await hangUp(tenantId, leg);
    }
  }

  async #isStrange({ tenantId, leg }: LegToLookAt): Promise<boolean> {
    const owner = await this.#parts.ownerOf(tenantId, leg);
    return owner === 'unknown' || owner === 'ended';
  }

  /** A leg that had a call of ours is ours, whatever Graph says of whom it was for. */
  async #isOrphan(tenantId: TenantId, owner: LegOwner, seen: LegSnapshot): Promise<boolean> {
    if (seen.state !== 'established') return false;
    if (owner !== 'unknown') return owner === 'ended';
    return seen.instanceId !== undefined && (await this.#parts.isQueue(tenantId, seen.instanceId));
  }
}

/** One that rings is told of as a new call, and one of which the notice says nothing may be anything. */
const isWorthALook = (snapshot: LegSnapshot | undefined): boolean =>
  snapshot === undefined || snapshot.state === 'established';
