import type { DirectoryChange } from '../../world/directory.ts';
import type { World } from '../../world/world.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Errands } from '../delivery/errands.ts';
import { presenceJson } from '../presence/presence-routes.ts';
import { encryptContent } from './rich-content.ts';
import { graphDate, type Subscription } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface ChangeTellerParts {
  readonly world: World;
  readonly subscriptions: Subscriptions;
  readonly delivery: Delivery;
  readonly errands: Errands;
  /** Makes the token that vouches for encrypted content. */
  readonly signValidationToken: (applicationId: string, tenantId: string) => Promise<string>;
}

interface Change {
  readonly changeType: string;
  readonly resource: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The whole resource, for notifications that carry it. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** Sends change notifications of presence and users to those who subscribed. */
export class ChangeTeller {
  readonly #parts: ChangeTellerParts;

  constructor(parts: ChangeTellerParts) {
    this.#parts = parts;
    parts.world.presence.onChange((personId) => this.#presence(personId));
    parts.world.directory.onChange((change) => this.#user(change));
  }

  #presence(personId: string): void {
    const { sequenceNumber: _, statusMessage: __, ...presence } = presenceJson(this.#parts.world, personId);
    const data = {
      '@odata.id': `users/${personId}/presence`,
      '@odata.type': '#microsoft.graph.presence',
      id: personId,
    };
    const change: Change = {
      changeType: 'updated',
      resource: `communications/presences/${personId}`,
      data,
      content: { ...data, ...presence },
    };
    for (const subscription of this.#parts.subscriptions.all()) {
      const { watched } = subscription;
      if (watched.kind === 'presence' && watched.ids.includes(personId)) this.#tell(subscription, change);
    }
  }

  #user({ kind, personId }: DirectoryChange): void {
    // Creation and soft deletion arrive as `updated`, only removal for good as `deleted` (graph-contract C.5).
    const changeType = kind === 'purged' ? 'deleted' : 'updated';
    const data = { '@odata.type': '#Microsoft.Graph.User', '@odata.id': `Users/${personId}`, id: personId };
    const change: Change = { changeType, resource: `Users/${personId}`, data, content: data };
    for (const subscription of this.#parts.subscriptions.all()) {
      const { watched, changeTypes } = subscription;
      const isWatched = watched.kind === 'users' && (watched.ids === null || watched.ids.includes(personId));
      const isAsked =
        changeTypes.includes(changeType) || (kind === 'created' && changeTypes.includes('created'));
      if (isWatched && isAsked) this.#tell(subscription, change);
    }
  }

  #tell(subscription: Subscription, change: Change): void {
    const { errands, delivery } = this.#parts;
    // Encryption and signing happen outside the turn in which the world changed.
    void errands.run(
      this.#body(subscription, change).then((body) =>
        delivery.send({
          kind: 'change',
          key: subscription.id,
          url: subscription.notificationUrl,
          body,
          about: `change ${change.changeType}: ${change.resource}`,
        }),
      ),
    );
  }

  async #body(subscription: Subscription, change: Change): Promise<unknown> {
    const { encryption, tenantId } = subscription;
    const item = {
      subscriptionId: subscription.id,
      subscriptionExpirationDateTime: graphDate(subscription.expiresAt),
      clientState: subscription.clientState,
      changeType: change.changeType,
      tenantId,
      organizationId: tenantId,
      resource: change.resource,
      resourceData: change.data,
    };
    if (!encryption) return { value: [item] };
    const encryptedContent = encryptContent(encryption.certificate, encryption.id, change.content);
    const token = await this.#parts.signValidationToken(subscription.applicationId, tenantId);
    return { value: [{ ...item, encryptedContent }], validationTokens: [token] };
  }
}
