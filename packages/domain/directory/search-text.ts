import { fold } from './fold.ts';
import type { Person } from './person.ts';

/**
 * What a person is found by: every word of the fields, each after one space. A word of a query is found as a prefix
 * when it stands behind a space; telephone digits stand as one run.
 */
export function searchTextOf(person: Person): string {
  const fields = [
    person.name,
    person.givenName,
    person.surname,
    person.department,
    person.jobTitle,
    person.office,
    person.city,
    person.mail?.split('@')[0],
  ];
  const words = fields.flatMap((field) => (field === undefined ? [] : fold(field).split(' ')));
  const numbers = [person.phone, person.mobile].flatMap((n) =>
    n === undefined ? [] : [n.replace(/\D/g, '')],
  );
  return ` ${[...new Set([...words, ...numbers])].filter((word) => word !== '').join(' ')}`;
}

/**
 * The words of a query, folded alike. A query of digits alone, however it is written, is one number. It loses the zeros
 * that stand for "abroad" and "another town": the directory has numbers with their country instead.
 */
export function queryWords(text: string): readonly string[] {
  const digits = text.replace(/[\s()+./-]/g, '');
  if (/^\d{3,}$/.test(digits)) return [digits.replace(/^00?/, '')];
  return fold(text)
    .split(' ')
    .filter((word) => word !== '');
}
