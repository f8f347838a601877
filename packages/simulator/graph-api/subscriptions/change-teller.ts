import type { LedgerChangeKind } from '../../world/ledger.ts';
import type { World } from '../../world/world.ts';
import type { Delivery, NotificationKind } from '../delivery/delivery.ts';
import { ChangePost, type ChangePostParts } from './change-post.ts';
import { tellLifecycle } from './lifecycle-teller.ts';
import { encryptContent } from './rich-content.ts';
import { graphDate, type Subscription } from './subscription.ts';
import type { SubscriptionFates } from './subscription-fate.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface ChangeTellerParts extends ChangePostParts {
  readonly subscriptions: Subscriptions;
  readonly fates: SubscriptionFates;
}

interface Change {
  readonly kind: NotificationKind;
  readonly changeType: string;
  readonly resource: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The whole resource, for notifications that carry it. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** Sends change notifications of presence, users and groups to those who subscribed. */
export class ChangeTeller {
  readonly #world: World;
  readonly #subscriptions: Subscriptions;
  readonly #fates: SubscriptionFates;
  readonly #delivery: Delivery;
  readonly #post: ChangePost;

  constructor(parts: ChangeTellerParts) {
    this.#world = parts.world;
    this.#subscriptions = parts.subscriptions;
    this.#fates = parts.fates;
    this.#delivery = parts.delivery;
    this.#post = new ChangePost(parts);
    parts.world.presence.onChange((personId) => this.#presence(personId));
    parts.world.directory.onChange(({ kind, personId }) => this.#object('users', kind, personId));
    parts.world.groups.onChange(({ kind, id }) => this.#object('groups', kind, id));
  }

  #presence(personId: string): void {
    const watching = this.#subscriptions
      .all()
      .filter(({ watched }) => watched.kind === 'presence' && watched.ids.has(personId));
    if (watching.length === 0) return;
    const { availability, activity } = this.#world.presence.of(personId);
    const data = {
      '@odata.id': `users/${personId}/presence`,
      '@odata.type': '#microsoft.graph.presence',
      id: personId,
    };
    const change: Change = {
      kind: 'presence',
      changeType: 'updated',
      resource: `communications/presences/${personId}`,
      data,
      content: { ...data, availability, activity },
    };
    for (const subscription of watching) this.#tell(subscription, change);
  }

  #object(watchedKind: 'users' | 'groups', kind: LedgerChangeKind, id: string): void {
    // Creation, soft deletion and restoring arrive as `updated`, only removal for good as `deleted` (graph-contract C.5).
    const changeType = kind === 'purged' ? 'deleted' : 'updated';
    const [set, type] = watchedKind === 'users' ? ['Users', 'User'] : ['Groups', 'Group'];
    const data = { '@odata.type': `#Microsoft.Graph.${type}`, '@odata.id': `${set}/${id}`, id };
    const change: Change = {
      kind: 'change',
      changeType,
      resource: `${set}/${id}`,
      data,
      content: data,
    };
    for (const subscription of this.#subscriptions.all()) {
      const { watched, changeTypes } = subscription;
      const isWatched = watched.kind === watchedKind && (watched.ids === null || watched.ids.has(id));
      const isAsked =
        changeTypes.includes(changeType) || (kind === 'created' && changeTypes.includes('created'));
      if (isWatched && isAsked) this.#tell(subscription, change);
    }
  }

  #tell(subscription: Subscription, change: Change): void {
    const fate = this.#fates.change();
    if (fate === 'told') {
      const about = `change ${change.changeType}: ${change.resource}`;
      this.#post.send(subscription, change.kind, this.#item(subscription, change), about);
      return;
    }
    if (fate === 'missed') {
      tellLifecycle(this.#delivery, subscription, 'missed');
      return;
    }
    this.#subscriptions.remove(subscription);
    if (fate === 'removed') tellLifecycle(this.#delivery, subscription, 'subscriptionRemoved');
  }

  #item(subscription: Subscription, change: Change): unknown {
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
    if (!encryption) return item;
    return {
      ...item,
      encryptedContent: encryptContent(encryption.certificate, encryption.id, change.content),
    };
  }
}
