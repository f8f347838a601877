import type { SearchDocument } from '@switchboard/search/document/search-document';
import { foldWord } from '@switchboard/search/text/fold-word';
import { mistyped, respelled } from './mistakes.ts';
import { personOf } from './people.ts';
import { randomFrom } from './random.ts';

export const queryKinds = [
  'prefix',
  'full name',
  'multi-field',
  'one typo',
  'two typos',
  'sound',
  'phone',
  'initials',
] as const;
export type QueryKind = (typeof queryKinds)[number];

export interface BenchQuery {
  readonly text: string;
  readonly person: SearchDocument;
  /** Whether somebody who was found is what was wanted: this very person, or where many have it, the name. */
  readonly isWanted: (found: SearchDocument) => boolean;
}

const sameName =
  ({ name }: SearchDocument) =>
  (found: SearchDocument): boolean =>
    found.name === name;
const same =
  ({ id }: SearchDocument) =>
  (found: SearchDocument): boolean =>
    found.id === id;

/** Without case and diacritics. */
const unsigned = (text: string): string => text.split(' ').map(foldWord).join(' ');

const initialsOf = (name: string): string =>
  Array.from(name.matchAll(/\p{L}[\p{L}\p{M}’]*/gu), ([word]) => word[0] ?? '')
    .join('')
    .toLowerCase();

/** With and without particles, which begin with a small letter, and second halves of double names. */
const bothInitialsOf = (name: string): readonly string[] => [
  unsigned(initialsOf(name)),
  unsigned(initialsOf(name.replace(/(?<= )\p{Ll}+ /gu, '').replace(/-\S*/gu, ''))),
];

/** What is typed for a person, by kind. Mistakes are made in names of four letters or more, never in the same way twice. */
export function queryFor(kind: QueryKind, person: SearchDocument, random: () => number): BenchQuery {
  const { givenName = '', surname = '', department = '', city = '', phones = [] } = person;
  const query = (text: string, isWanted: BenchQuery['isWanted']): BenchQuery => ({ text, person, isWanted });
  switch (kind) {
    case 'prefix': {
      const start = surname.slice(0, 2 + Math.floor(random() * 4));
      return query(start, ({ name }) => unsigned(name).includes(unsigned(start)));
    }
    case 'full name':
      return query(person.name, sameName(person));
    case 'multi-field':
      return query(`${surname} ${department.slice(0, 4)} ${city.slice(0, 4)}`, same(person));
    case 'one typo':
      return query(`${givenName} ${mistyped(surname, random)}`, sameName(person));
    case 'two typos':
      return query(`${mistyped(givenName, random)} ${mistyped(surname, random)}`, sameName(person));
    case 'sound':
      return query(`${givenName} ${respelled(surname)}`, sameName(person));
    case 'phone':
      return query(
        (phones[0] ?? '').replace(/^\+999 \(0\)/, '0').slice(0, -2 * Math.floor(random() * 2) || undefined),
        same(person),
      );
    case 'initials': {
      const initials = initialsOf(person.name);
      return query(initials, ({ name }) => bothInitialsOf(name).includes(unsigned(initials)));
    }
  }
}

/** Queries of a kind for people anywhere in a directory. The same for the same seed, whoever answers them. */
export function queriesOf(
  kind: QueryKind,
  people: number,
  seed: number,
  count: number,
): readonly BenchQuery[] {
  const random = randomFrom(seed * 31 + queryKinds.indexOf(kind));
  const queries: BenchQuery[] = [];
  while (queries.length < count) {
    const person = personOf(seed, Math.floor(random() * people));
    if (fits(kind, person)) queries.push(queryFor(kind, person, random));
  }
  return queries;
}

/** Whether the kind makes sense for the person: no typos in very short names, no sounds where none can be spelled otherwise. */
function fits(kind: QueryKind, { givenName = '', surname = '', isFormer }: SearchDocument): boolean {
  if (isFormer === true) return false;
  const isLatin = /^\p{Script=Latin}/u.test(surname);
  if (kind === 'one typo') return isLatin && surname.length >= 4;
  if (kind === 'two typos') return isLatin && surname.length >= 4 && givenName.length >= 4;
  if (kind === 'sound') return isLatin && respelled(surname) !== surname.toLowerCase();
  return true;
}
