import type { SharedContactFields } from '@switchboard/contract/commands/people-command';
import type { Person } from '@switchboard/domain/directory/person';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { SharedContact } from '@switchboard/store/people/kept-contacts';
import type { KnownPerson } from '@switchboard/store/people/known-person';

/** A contact as it is kept with the fields that are said, empty ones too; the rest stays. Undefined: all is as it was. */
export function contactOnTop(
  { person: before, traits }: KnownPerson,
  { person: read, traits: readTraits }: SharedContact,
  said: ReadonlySet<keyof SharedContactFields>,
): SharedContact | undefined {
  const isSaid = ([field]: readonly [string, unknown]): boolean => (said as ReadonlySet<string>).has(field);
  const kept = Object.entries(before).filter((entry) => !isSaid(entry));
  const person: Person = {
    ...Object.fromEntries([...kept, ...Object.entries(read).filter(isSaid)]),
    personId: before.personId,
    name: said.has('name') ? read.name : before.name,
  };
  const tasks = said.has('tasks') ? (readTraits.tasks ?? []) : (traits?.tasks ?? []);
  const hasNote = said.has('note') && readTraits.note !== (traits?.note?.text ?? '');
  const hasTasks = tasks.join('\n') !== (traits?.tasks ?? []).join('\n');
  if (!hasNote && !hasTasks && isSamePerson(before, person)) return undefined;
  const note = hasNote && readTraits.note !== undefined ? { note: readTraits.note } : {};
  return { person, searchText: searchTextOf(person), traits: { tasks, ...note } };
}

const isSamePerson = (one: Person, other: Person): boolean => textOf(one) === textOf(other);
const textOf = (person: Person): string =>
  JSON.stringify(Object.entries(person).toSorted(([a], [b]) => (a < b ? -1 : 1)));
