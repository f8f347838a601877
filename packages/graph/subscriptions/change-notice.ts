import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { PersonPresence } from '../presence/presences.ts';

interface NoticeOf<Type extends string> {
  readonly type: Type;
  readonly tenantId: TenantId;
  readonly subscriptionId: string;
}

/** What Graph tells of by a subscription, or of the subscription itself. They come twice, late, and out of order. */
export type ChangeNotice =
  /** Somebody's presence, whole. `isNewerPresence` says whether it is news. */
  | (NoticeOf<'presenceChanged'> & { readonly presence: PersonPresence })
  /** Somebody's presence changed, without the new one: it is to be read. */
  | (NoticeOf<'presenceMoved'> & { readonly personId: PersonId })
  /** Somebody of the directory changed, came, or went: the sync is to be woken. */
  | (NoticeOf<'directoryChanged'> & { readonly personId?: PersonId })
  /** Graph wants to know whether we still may: renew, or reauthorise, before it ends. */
  | (NoticeOf<'renewalAsked'> & { readonly expiresAt?: Instant })
  /** It is ended: make a new one, and read what was missed. */
  | NoticeOf<'subscriptionRemoved'>
  /** Some notifications were not delivered: read what was missed. */
  | NoticeOf<'noticesMissed'>;

/** What we know of a subscription of ours. */
export interface KnownSubscription {
  readonly tenantId: TenantId;
  readonly clientState: string;
  readonly about: 'presence' | 'users';
}
