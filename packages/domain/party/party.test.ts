import { expect, test } from 'vitest';
import { instanceId, personId } from '../ids.ts';
import { isSameParty, type Party } from './party.ts';

const person: Party = { kind: 'person', id: personId('0A000000-0000-4000-8000-000000000001'), name: 'Olga' };

test('a person is the same whatever their name, and however their id is written', () => {
  const id = '0A000000-0000-4000-8000-000000000001' as typeof person.id;
  expect(isSameParty(person, { kind: 'person', id })).toBe(true);
  expect(isSameParty(person, { kind: 'person', id: personId('other') })).toBe(false);
});

test('an id means somebody else where it names another kind', () => {
  expect(isSameParty(person, { kind: 'guest', id: person.id })).toBe(false);
  expect(isSameParty(person, { kind: 'application', id: person.id })).toBe(false);
  expect(isSameParty({ kind: 'queue', id: instanceId('q') }, { kind: 'queue', id: instanceId('Q') })).toBe(
    true,
  );
});

test('a number is the same however it is written', () => {
  const number: Party = { kind: 'number', number: '+44 20 7946 0123' };
  expect(isSameParty(number, { kind: 'number', number: 'tel:+442079460123' })).toBe(true);
  expect(isSameParty(number, { kind: 'number', number: '+442079460124' })).toBe(false);
  expect(isSameParty(number, person)).toBe(false);
});

test('two of whom nothing is known are never the same', () => {
  expect(isSameParty({ kind: 'unknown' }, { kind: 'unknown' })).toBe(false);
  expect(isSameParty({ kind: 'unknown', name: 'Ada' }, { kind: 'unknown', name: 'Ada' })).toBe(false);
  expect(isSameParty({ kind: 'number', number: 'anonymous' }, { kind: 'number', number: 'withheld' })).toBe(
    false,
  );
});
