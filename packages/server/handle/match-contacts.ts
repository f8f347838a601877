import { contactProblem } from '@switchboard/contract/words/contact-remedies';
import { fold } from '@switchboard/domain/directory/fold';
import type { Person } from '@switchboard/domain/directory/person';
import { personIdOf, sourceOf } from '@switchboard/domain/directory/person-source';
import { type PersonId, personId } from '@switchboard/domain/ids';
import type { IdSource } from '@switchboard/kit/ids';
import type { SharedContact } from '@switchboard/store/people/kept-contacts';
import type { KnownPerson } from '@switchboard/store/people/known-person';
import type { ContactRow, RowProblem } from './contact-columns.ts';
import { contactOnTop } from './contact-on-top.ts';

/** A row with the contact that it comes to, whose id is not settled yet. */
export interface ReadContact {
  readonly from: ContactRow;
  readonly contact: SharedContact;
}

export interface MatchedContacts {
  readonly added: readonly SharedContact[];
  readonly changed: readonly SharedContact[];
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
}

const idPattern = /^shared:[0-9a-z-]{1,50}$/;

/**
 * Which of the rows are contacts that there are: by their id, else by their name with their first number. The same file
 * twice changes nothing.
 */
export function matchContacts(
  rows: readonly ReadContact[],
  known: readonly KnownPerson[],
  newId: IdSource,
): MatchedContacts {
  const byId = new Map(known.map((one) => [one.person.personId, one]));
  const byKey = new Map(known.map((one) => [keyOf(one.person), one]));
  const rowOf = new Map<PersonId | string, number>();
  const added: SharedContact[] = [];
  const changed: SharedContact[] = [];
  const problems: RowProblem[] = [];
  let unchanged = 0;
  for (const { from, contact } of rows) {
    const { row, id } = from;
    if (id !== undefined && (!idPattern.test(id) || sourceOf(personId(id)) !== 'shared')) {
      problems.push({ row, field: 'id', ...contactProblem('idUnfit') });
      continue;
    }
    const before =
      (id === undefined ? undefined : byId.get(personId(id))) ?? byKey.get(keyOf(contact.person));
    const name = before?.person.personId ?? id ?? keyOf(contact.person);
    const earlier = rowOf.get(name);
    if (earlier !== undefined) {
      problems.push({ row, ...contactProblem('sameContact', String(earlier)) });
      continue;
    }
    rowOf.set(name, row);
    if (before === undefined) {
      added.push(withId(contact, id === undefined ? personIdOf('shared', newId()) : personId(id)));
      continue;
    }
    const after = contactOnTop(before, contact, from.said);
    if (after === undefined) unchanged += 1;
    else changed.push(after);
  }
  return { added, changed, unchanged, problems };
}

const keyOf = ({ name, phone, mobile, otherPhone }: Person): string =>
  `${fold(name)} ${phone ?? mobile ?? otherPhone ?? ''}`;

const withId = ({ person, ...rest }: SharedContact, id: PersonId): SharedContact => ({
  ...rest,
  person: { ...person, personId: id },
});
