import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { expect, test } from 'vitest';
import { PresenceBook } from './presence-book.ts';

const presence = (personId: string, asOf = 1_000): PresenceView => ({
  ...{ personId, availability: 'Available', activity: 'Available', asOf },
  ...{ source: 'poll' as const, staleAt: asOf + 10_000 },
});
const many = (from: number, count: number): readonly PresenceView[] =>
  Array.from({ length: count }, (_, n) => presence(`person-${from + n}`));

test('a day of searches fills no memory: those heard of longest ago are forgotten', () => {
  const book = new PresenceBook(() => false);
  for (let from = 0; from < 20_000; from += 50) book.heard(many(from, 50));
  const known = book.byPerson.getSnapshot();
  expect(known.size).toBe(500);
  expect([known.has('person-19999'), known.has('person-19500'), known.has('person-19499')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('whoever is on the screen is not forgotten, however long nothing changes of them', () => {
  const book = new PresenceBook((personId) => personId === 'jan');
  book.heard([presence('jan'), presence('omar')]);
  for (let from = 0; from < 5_000; from += 50) book.heard(many(from, 50));
  expect([book.of('jan')?.availability, book.of('omar')]).toEqual(['Available', undefined]);
});

test('an older reading changes nothing, and tells nobody', () => {
  const book = new PresenceBook(() => false);
  book.heard([presence('jan', 2_000)]);
  let told = 0;
  book.byPerson.subscribe(() => (told += 1));
  book.heard([{ ...presence('jan', 1_000), availability: 'Busy' }]);
  expect([book.of('jan')?.availability, told]).toEqual(['Available', 0]);
});
