import type { Person } from '@switchboard/domain/directory/person';
import { sourceOf } from '@switchboard/domain/directory/person-source';

/** A mail can be sent to whoever has an address, whatever book they stand in. */
export const hasAddress = ({ mail }: Pick<Person, 'mail'>): boolean =>
  mail !== undefined && /^[^\s@]+@[^\s@]+$/.test(mail);

/** Chats are for people with an account of this organisation: others have no Teams that ours could write into. */
export const mayChat = ({ personId, isGuest }: Pick<Person, 'personId' | 'isGuest'>): boolean =>
  sourceOf(personId) === 'directory' && isGuest !== true;
