import type { SharedContactFields } from '@switchboard/contract/commands/people-command';
import { type ContactProblem, contactProblem } from '@switchboard/contract/words/contact-remedies';
import type { Person } from '@switchboard/domain/directory/person';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { PersonId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { SharedContact } from '@switchboard/store/people/kept-contacts';
import type { CountryCode } from 'libphonenumber-js/max';
import { readNumber } from './read-number.ts';

/** What is wrong with a field of a contact, and how to mend it. */
interface FieldProblem extends ContactProblem {
  readonly field: keyof SharedContactFields;
}

const numberFields = ['phone', 'otherPhone', 'mobile'] as const;
const textFields = [
  'givenName',
  'surname',
  'organisation',
  'department',
  'jobTitle',
  'street',
  'postalCode',
  'city',
  'country',
] as const;

type FoundTexts = Partial<
  Record<(typeof numberFields)[number] | (typeof textFields)[number] | 'mail', string>
>;

const mailPattern = /^[^\s@]+@[^\s@]+$/;

/** A contact as it was typed, in our words: numbers in E.164, read as in that country; or all that is wrong with it. */
export function readSharedContact(
  fields: SharedContactFields,
  personId: PersonId,
  country: CountryCode | undefined,
): Result<SharedContact, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const found: FoundTexts = {};
  for (const field of textFields) put(found, field, fields[field]);
  for (const field of numberFields) {
    const typed = fields[field]?.trim() ?? '';
    if (typed === '') continue;
    const number = readNumber(typed, country);
    if (number.ok) found[field] = number.value;
    else problems.push({ field, ...contactProblem(number.refusal) });
  }
  const mail = fields.mail?.trim() ?? '';
  if (mail !== '' && !mailPattern.test(mail))
    problems.push({ field: 'mail', ...contactProblem('mailUnfit') });
  else put(found, 'mail', mail);
  if (problems.length > 0) return refused(problems);
  const person: Person = { ...found, personId, name: fields.name.trim() };
  const { tasks, note } = fields;
  const traits = { tasks: [...new Set(tasks ?? [])], note: note?.trim() ?? '' };
  return ok({ person, searchText: searchTextOf(person), traits });
}

function put(found: FoundTexts, field: keyof FoundTexts, typed: string | undefined): void {
  const text = typed?.trim() ?? '';
  if (text !== '') found[field] = text;
}
