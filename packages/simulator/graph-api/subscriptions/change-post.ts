import type { World } from '../../world/world.ts';
import type { Delivery, NotificationKind } from '../delivery/delivery.ts';
import type { Errands } from '../delivery/errands.ts';
import type { Subscription } from './subscription.ts';

export interface ChangePostParts {
  readonly world: World;
  readonly delivery: Delivery;
  readonly errands: Errands;
  /** Makes the token that vouches for encrypted content. */
  readonly signValidationToken: (applicationId: string, tenantId: string) => Promise<string>;
}

interface Batch {
  readonly subscription: Subscription;
  readonly kind: NotificationKind;
  readonly items: unknown[];
  readonly abouts: string[];
}

/** The bag in which change notifications leave: each by itself, or several for one address together. */
export class ChangePost {
  readonly #parts: ChangePostParts;
  readonly #waiting = new Map<string, Batch>();

  constructor(parts: ChangePostParts) {
    this.#parts = parts;
  }

  send(subscription: Subscription, kind: NotificationKind, item: unknown, about: string): void {
    const { changeBatchMs } = this.#parts.world.settings;
    const batch: Batch = { subscription, kind, items: [item], abouts: [about] };
    if (changeBatchMs === 0) {
      this.#leave(batch);
      return;
    }
    const key = `${kind} ${subscription.applicationId} ${subscription.notificationUrl}`;
    const waiting = this.#waiting.get(key);
    if (waiting) {
      waiting.items.push(item);
      waiting.abouts.push(about);
      return;
    }
    this.#waiting.set(key, batch);
    this.#parts.world.clock.after(changeBatchMs, () => {
      this.#waiting.delete(key);
      this.#leave(batch);
    });
  }

  #leave({ subscription, kind, items, abouts }: Batch): void {
    const { errands, delivery, signValidationToken } = this.#parts;
    const { applicationId, tenantId, encryption, notificationUrl, id } = subscription;
    const about =
      abouts.length === 1 ? (abouts[0] ?? '') : `${abouts.length} changes, first ${abouts[0] ?? ''}`;
    const dispatch = (tokens: readonly string[]): void => {
      const body = tokens.length === 0 ? { value: items } : { value: items, validationTokens: tokens };
      delivery.send({ kind, key: id, url: notificationUrl, body, about });
    };
    // Signing happens outside the turn in which the world changed.
    const signed = encryption ? signValidationToken(applicationId, tenantId).then((token) => [token]) : [];
    void errands.run(Promise.resolve(signed).then(dispatch));
  }
}
