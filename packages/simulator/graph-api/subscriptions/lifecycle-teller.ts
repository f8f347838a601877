import type { Delivery } from '../delivery/delivery.ts';
import { graphDate, type Subscription } from './subscription.ts';

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/**
 * Tells what becomes of a subscription, where it named an address for that
 * (https://learn.microsoft.com/graph/change-notifications-lifecycle-events, read 2026-11-23).
 */
export function tellLifecycle(delivery: Delivery, subscription: Subscription, event: LifecycleEvent): void {
  const { id, lifecycleNotificationUrl, tenantId, clientState, expiresAt } = subscription;
  if (lifecycleNotificationUrl === null) return;
  const item = {
    subscriptionId: id,
    subscriptionExpirationDateTime: graphDate(expiresAt),
    tenantId,
    organizationId: tenantId,
    clientState,
    lifecycleEvent: event,
  };
  delivery.send({
    kind: 'lifecycle',
    key: `lifecycle ${id}`,
    url: lifecycleNotificationUrl,
    body: { value: [item] },
    about: `lifecycle: ${event}`,
  });
}
