import type { Person } from '@switchboard/domain/directory/person';
import { sourceOf } from '@switchboard/domain/directory/person-source';

/**
 * Whose day an operator may ask Microsoft for: colleagues of their own directory who have an address. What is shown of
 * it is decided there, by what each owner shares with this operator. Contacts have no calendar here, nor have guests.
 */
export const mayReadCalendar = ({ personId, mail, isGuest }: Person): boolean =>
  sourceOf(personId) === 'directory' && isGuest !== true && mail !== undefined && mail.includes('@');
