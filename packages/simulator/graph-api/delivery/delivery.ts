import type { Clock } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import type { WorldSettings } from '../../world/settings.ts';
import type { WorldLog } from '../../world/world-log.ts';
import type { Errands } from './errands.ts';

/**
 * What a notification tells of: a new call, a call's state, the end of an operation, a roster, changed data, changed
 * presence, or what becomes of a subscription.
 */
export const notificationKinds = [
  'incoming',
  'call',
  'operation',
  'roster',
  'change',
  'presence',
  'lifecycle',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** One notification on its way out. */
export interface Outgoing {
  readonly kind: NotificationKind;
  /** Notifications with the same key arrive in the order in which they were sent. */
  readonly key: string;
  readonly url: string;
  readonly body: unknown;
  /** Makes the Authorization header when the notification leaves. */
  readonly authorization?: () => Promise<string>;
  /** For the log: `call updated established`. */
  readonly about: string;
  readonly conversationId?: string;
}

/** What becomes of a notification; the door for faults. */
export interface DeliveryPlan {
  /** 0 loses it, 2 doubles it. */
  readonly copies: number;
  readonly delayMs: number;
  /** Whether later notifications with the same key wait for it. */
  readonly inOrder: boolean;
}

export interface DeliveryParts {
  readonly clock: Clock;
  readonly settings: () => WorldSettings;
  readonly log: WorldLog;
  readonly errands: Errands;
  readonly plan: (outgoing: Outgoing) => DeliveryPlan;
  readonly fetch: typeof fetch;
}

/** Nobody documents a time-out for call notifications; ten seconds are those of the validation handshake. */
const timeoutMs = 10_000;
/** Pause before the first repetition; it doubles. */
const firstRetryMs = 1_000;
/** A Location is followed so often: one deployment hands over to another, not in circles. */
const redirectLimit = 3;

/** The one way by which notifications leave. A failure is written into the world's log and goes no further. */
export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #tails = new Map<string, Promise<void>>();

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  send(outgoing: Outgoing): void {
    const plan = this.#parts.plan(outgoing);
    if (plan.copies === 0) {
      this.#parts.log.add(
        'notification',
        `lost on purpose: ${outgoing.about}`,
        outgoing.conversationId ?? null,
      );
    }
    for (let copy = 0; copy < plan.copies; copy++) this.#enqueue(outgoing, plan);
  }

  #enqueue(outgoing: Outgoing, plan: DeliveryPlan): void {
    const before = plan.inOrder ? (this.#tails.get(outgoing.key) ?? Promise.resolve()) : Promise.resolve();
    const tail = this.#after(before, plan.delayMs + this.#parts.settings().notificationDelayMs, outgoing);
    if (!plan.inOrder) return;
    this.#tails.set(outgoing.key, tail);
    void tail.then(() => {
      if (this.#tails.get(outgoing.key) === tail) this.#tails.delete(outgoing.key);
    });
  }

  #after(before: Promise<void>, delayMs: number, outgoing: Outgoing): Promise<void> {
    const { clock } = this.#parts;
    const ready =
      delayMs > 0 ? new Promise<void>((resolve) => clock.after(delayMs, resolve)) : Promise.resolve();
    // The delay runs from now, not from the end of the one before: a queue does not add up its delays.
    return Promise.all([before, ready]).then(() => this.#deliver(outgoing));
  }

  async #deliver(outgoing: Outgoing): Promise<void> {
    const { retries } = this.#parts.settings();
    for (let attempt = 0; ; attempt++) {
      const problem = await this.#parts.errands.run(this.#attempt(outgoing, outgoing.url, redirectLimit));
      if (problem === undefined) return;
      const note = `${outgoing.about} to ${outgoing.url}: ${problem}`;
      this.#parts.log.add('notification', `not delivered, ${note}`, outgoing.conversationId ?? null);
      if (attempt >= retries) return;
      await new Promise<void>((resolve) => this.#parts.clock.after(firstRetryMs * 2 ** attempt, resolve));
    }
  }

  /** @returns what went wrong, or undefined */
  async #attempt(outgoing: Outgoing, url: string, redirects: number): Promise<string | undefined> {
    try {
      const authorization = await outgoing.authorization?.();
      const response = await this.#parts.fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(authorization === undefined ? {} : { authorization }),
        },
        body: JSON.stringify(outgoing.body),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      const location = response.headers.get('location');
      if (response.status === 302 && location !== null && redirects > 0) {
        return await this.#attempt(outgoing, new URL(location, url).href, redirects - 1);
      }
      return response.ok ? undefined : `the answer was ${response.status}`;
    } catch (thrown) {
      const error = asError(thrown);
      return error.cause instanceof Error ? error.cause.message : error.message;
    }
  }
}
