import type { PersonId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { EncryptionKey } from './encryption-key.ts';

/** Where Graph tells of changes, and how it shows that it is Graph. */
export interface NoticeAddress {
  /** https. */
  readonly notificationUrl: string;
  /** Where it tells of the subscription itself. Cannot be added later. */
  readonly lifecycleUrl: string;
  /** Comes back in each notification; a secret of this subscription alone, at most 128 characters. */
  readonly clientState: string;
}

/** The body of a request for a subscription. */
export interface WantedSubscription {
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string;
  readonly resource: string;
  readonly expirationDateTime: string;
  readonly clientState: string;
  readonly latestSupportedTlsVersion: 'v1_2';
  readonly includeResourceData?: true;
  readonly encryptionCertificate?: string;
  readonly encryptionCertificateId?: string;
}

/**
 * People whom one subscription may watch, one subscription for each operator
 * (https://learn.microsoft.com/graph/changenotifications-for-presence, read 2026-11-23).
 */
export const mostWatched = 650;

const minute = 60_000;
/** Graph's limit is 60; a clock that is slow here must not ask for more. */
const presenceLifeMs = 59 * minute;
/** Graph's limit is 41,760 minutes, 29 days. */
const directoryLifeMs = 28 * 24 * 60 * minute;

/** A guid, or anything else that cannot end the filter. */
const isPlainId = (id: string): boolean => /^[\w.@-]{1,128}$/.test(id);

/** Of the people whom an operator sees: the first {@link mostWatched}, each change with what changed inside. */
export function presenceSubscription(
  people: readonly PersonId[],
  address: NoticeAddress,
  key: EncryptionKey,
  now: Instant,
): WantedSubscription {
  const watched = [...new Set(people)].filter(isPlainId).slice(0, mostWatched);
  const ids = watched.map((id) => `'${id}'`).join(',');
  return {
    ...common(address, now + presenceLifeMs),
    changeType: 'updated',
    resource: `/communications/presences?$filter=id in (${ids})`,
    includeResourceData: true,
    encryptionCertificate: key.certificate,
    encryptionCertificateId: key.id,
  };
}

/** Of all users of the tenant, by the application's rights: wakes the sync, which reads what changed by delta. */
export const usersSubscription = (address: NoticeAddress, now: Instant): WantedSubscription => ({
  ...common(address, now + directoryLifeMs),
  changeType: 'updated,deleted',
  resource: '/users',
});

const common = ({ notificationUrl, lifecycleUrl, clientState }: NoticeAddress, until: Instant) => ({
  notificationUrl,
  lifecycleNotificationUrl: lifecycleUrl,
  clientState,
  expirationDateTime: new Date(until).toISOString(),
  latestSupportedTlsVersion: 'v1_2' as const,
});
