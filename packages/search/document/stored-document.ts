import type { SearchDocument } from './search-document.ts';

/** Between the fields of a stored document, and between the values of one field. Texts hold spaces for control characters. */
export const fieldSeparator = '\u001f';
const valueSeparator = '\u001e';
const control = /\p{Cc}/u;
const controls = /\p{Cc}/gu;

/** UTF-16 units of a text that are kept and searched, and how many values of a list. What is longer is no name. */
const longestText = 400;
const mostValues = 24;

/** Values that many documents have in common are stored once; a document has their numbers. In this order. */
export const columns = ['source', 'department', 'jobTitle', 'organisation', 'office', 'city'] as const;
export type Column = (typeof columns)[number];

/** A text as it is kept. */
export function bounded(text: string | undefined): string {
  if (text === undefined) return '';
  const start = text.length > longestText ? text.slice(0, longestText) : text;
  return control.test(start) ? start.replaceAll(controls, ' ') : start;
}
const joined = (values: readonly string[] | undefined): string =>
  (values ?? []).slice(0, mostValues).map(bounded).join(valueSeparator);
const apart = (text: string | undefined): readonly string[] | undefined =>
  text === undefined || text === '' ? undefined : text.split(valueSeparator);

/** An id without what separates fields: control characters count as spaces. */
export const cleanId = (id: string): string => id.replace(controls, ' ');

/** Everything that is not in a column, as one text. The id comes first, so it can be compared without reading on. */
export function storedText(document: SearchDocument): string {
  return [
    cleanId(document.id),
    bounded(document.name),
    bounded(document.givenName),
    bounded(document.surname),
    bounded(document.mail),
    joined(document.alternateNames),
    joined(document.nicknames),
    joined(document.tasks),
    joined(document.phones),
  ].join(fieldSeparator);
}

const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** The document as it was put in, its texts bounded. */
export function documentFrom(
  text: string,
  valueOf: (column: Column) => string,
  isFormer: boolean,
): SearchDocument {
  const [id, name, givenName, surname, mail, alternateNames, nicknames, tasks, phones] =
    text.split(fieldSeparator);
  return {
    id: id ?? '',
    source: valueOf('source'),
    name: name ?? '',
    givenName: given(givenName),
    surname: given(surname),
    mail: given(mail),
    alternateNames: apart(alternateNames),
    nicknames: apart(nicknames),
    tasks: apart(tasks),
    phones: apart(phones),
    department: given(valueOf('department')),
    jobTitle: given(valueOf('jobTitle')),
    organisation: given(valueOf('organisation')),
    office: given(valueOf('office')),
    city: given(valueOf('city')),
    isFormer,
  };
}
