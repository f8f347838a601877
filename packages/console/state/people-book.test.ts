import type { PersonView } from '@switchboard/contract/views/person-view';
import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import { PeopleBook } from './people-book.ts';

const person = (n: number): PersonView => ({
  ...{ personId: `person-${n}`, name: `Person ${n}`, source: 'directory' as const, can: [] },
});

test('who was found longest ago is forgotten, and asked for when somebody is put through to them', () => {
  const asked: string[] = [];
  const book = new PeopleBook(
    new ManualClock(1_000),
    () => 'id',
    ({ personId }) => {
      asked.push(personId);
      return true;
    },
  );
  for (let from = 0; from < 10_000; from += 50)
    book.heard(Array.from({ length: 50 }, (_, n) => person(from + n)));
  expect(book.byId.getSnapshot().size).toBe(2_000);
  expect(book.find({ personId: 'person-9999' })?.name).toBe('Person 9999');
  expect(book.find({ personId: 'person-1' })).toBeUndefined();
  book.wantToKnow({ personId: 'person-1' });
  expect(asked).toEqual(['person-1']);
});

test('who is found again is kept like one found for the first time', () => {
  const book = new PeopleBook(
    new ManualClock(1_000),
    () => 'id',
    () => true,
  );
  for (let from = 0; from < 6_000; from += 50)
    book.heard([person(0), ...Array.from({ length: 49 }, (_, n) => person(from + n + 1))]);
  expect(book.find({ personId: 'person-0' })?.name).toBe('Person 0');
});
