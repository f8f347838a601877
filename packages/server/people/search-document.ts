import type { PersonView } from '@switchboard/contract/views/person-view';
import type { Person } from '@switchboard/domain/directory/person';
import type { SearchDocument } from '@switchboard/search/document/search-document';
import type { KnownPerson } from '@switchboard/store/people/known-person';

export const phoneKinds = ['phone', 'otherPhone', 'mobile', 'teamsNumber'] as const;
export type PhoneKind = (typeof phoneKinds)[number];

/** The numbers that somebody has, in the order in which the search knows them. */
export const phoneKindsOf = (person: Pick<PersonView, PhoneKind> | Person): readonly PhoneKind[] =>
  phoneKinds.filter((kind) => person[kind] !== undefined);

/** Somebody in the words of the search. */
export function documentOf({ person, source, goneAt, traits }: KnownPerson): SearchDocument {
  return {
    id: person.personId,
    source,
    name: person.name,
    givenName: person.givenName,
    surname: person.surname,
    alternateNames: traits?.alternateNames,
    nicknames: traits?.nicknames,
    tasks: traits?.tasks,
    department: person.department,
    jobTitle: person.jobTitle,
    organisation: person.organisation,
    office: person.office,
    city: person.city,
    mail: person.mail,
    phones: phoneKindsOf(person).map((kind) => person[kind] ?? ''),
    isFormer: goneAt !== undefined,
  };
}
