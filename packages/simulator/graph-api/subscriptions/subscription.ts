import type { X509Certificate } from 'node:crypto';
import type { Cancel, Instant } from '@switchboard/kit/clock';
import type { GraphToken } from '../wire/graph-request.ts';
import type { Watched } from './watched.ts';

export interface Subscription {
  readonly id: string;
  readonly applicationId: string;
  readonly tenantId: string;
  /** The user whose token made it, or null. */
  readonly userId: string | null;
  readonly resource: string;
  readonly watched: Watched;
  readonly changeTypes: readonly string[];
  notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  /** Set when notifications carry the resource itself. */
  readonly encryption: { readonly certificate: X509Certificate; readonly id: string } | null;
  expiresAt: Instant;
  stop: Cancel;
}

/** Dates as Graph writes them: seven digits after the point. */
export const graphDate = (instant: Instant): string => new Date(instant).toISOString().replace('Z', '0000Z');

export const owns = (subscription: Subscription, token: GraphToken): boolean =>
  subscription.applicationId === token.applicationId && subscription.userId === (token.userId ?? null);

export function subscriptionJson(subscription: Subscription): Record<string, unknown> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.applicationId,
    changeType: subscription.changeTypes.join(','),
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: graphDate(subscription.expiresAt),
    creatorId: subscription.userId ?? subscription.applicationId,
    includeResourceData: subscription.encryption !== null,
    encryptionCertificateId: subscription.encryption?.id ?? null,
    latestSupportedTlsVersion: 'v1_2',
  };
}
