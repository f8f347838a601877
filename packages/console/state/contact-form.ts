import type { SharedContactFields } from '@switchboard/contract/commands/people-command';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { linesOfText } from './draft-form.ts';

/** The fields of a shared contact in the order in which they are typed. */
export const contactFields = [
  'name',
  'givenName',
  'surname',
  'organisation',
  'department',
  'jobTitle',
  'phone',
  'mobile',
  'otherPhone',
  'mail',
  'street',
  'postalCode',
  'city',
  'country',
  'tasks',
  'note',
] as const;
export type ContactField = (typeof contactFields)[number];
export type ContactValues = Readonly<Record<ContactField, string>>;

/** What the contract takes of each, in characters; of tasks each line. */
export const longest: Readonly<Record<ContactField, number>> = {
  name: 120,
  givenName: 120,
  surname: 120,
  organisation: 120,
  department: 120,
  jobTitle: 120,
  phone: 40,
  mobile: 40,
  otherPhone: 40,
  mail: 256,
  street: 200,
  postalCode: 40,
  city: 120,
  country: 120,
  tasks: 100,
  note: 2_000,
};
export const mostTasks = 24;

/** A form filled with what is known. */
export function valuesOf(person: Partial<PersonView>): ContactValues {
  const values = contactFields.map((field) => {
    if (field === 'tasks') return [field, (person.tasks ?? []).join('\n')];
    return [field, field === 'note' ? (person.note?.text ?? '') : (person[field] ?? '')];
  });
  return Object.fromEntries(values) as ContactValues;
}

/** What is sent: fields that are empty are left out. */
export function contactOf(values: ContactValues): SharedContactFields {
  const entries = contactFields.flatMap((field): readonly (readonly [string, string | string[]])[] => {
    if (field === 'tasks') {
      const tasks = linesOfText(values.tasks);
      return tasks.length === 0 ? [] : [[field, tasks]];
    }
    const value = values[field].trim();
    return value === '' && field !== 'name' ? [] : [[field, value]];
  });
  return Object.fromEntries(entries) as unknown as SharedContactFields;
}
