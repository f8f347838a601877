import type { TenantId } from '@switchboard/domain/ids';
import { type AskingOperator, type OperatorAsker, rightsOf } from '../client/asker.ts';
import type { GraphRequest } from '../client/graph-request.ts';

/**
 * By whose rights calendars are read: an operator's, as far as each owner shows theirs; or the application's, which sees
 * all of them where the tenant granted that, by way of one mailbox that the requests are counted against.
 */
export type CalendarAsker =
  | OperatorAsker
  | { readonly tenantId: TenantId; readonly operator?: undefined; readonly mailbox: string };

/** The part of a request that says whose rights and whose mailbox it goes by. */
export function calendarRights(
  asker: CalendarAsker,
): Pick<GraphRequest, 'tenantId' | 'token' | 'mailbox' | 'kind' | 'retry'> {
  const mailbox = asker.operator === undefined ? asker.mailbox.toLowerCase() : asker.operator.personId;
  return { ...rightsOf(asker), mailbox, kind: 'calendar', retry: 'safe' };
}

/** `/me` or `/users/…`, below which the asker's own mailbox is. */
export const ownPath = (asker: CalendarAsker): string =>
  asker.operator === undefined ? `/users/${encodeURIComponent(asker.mailbox)}` : '/me';

/** Where somebody's mailbox is, for an asker who may be that somebody. */
export function mailboxPath(who: string, operator: AskingOperator | undefined): string {
  return operator?.personId === who.toLowerCase() ? '/me' : `/users/${encodeURIComponent(who)}`;
}
