import { expect, test } from 'vitest';
import { personId } from '../ids.ts';
import { fold } from './fold.ts';
import { queryWords, searchTextOf } from './search-text.ts';

test.each([
  ['Dvořáková', 'dvorakova'],
  ['Łukasz Strauß', 'lukasz strauss'],
  ['Æsir Œuvre Þór', 'aesir oeuvre thor'],
  ['İstanbul Iğdır', 'istanbul igdir'],
  ['O’Brien-Smith, Ms.', 'o brien smith ms'],
  ['ﬁne ＡＢＣ', 'fine abc'],
  ['Ångström', 'angstrom'],
  ['Ωμέγα Жанна 東京', 'ωμεγα жанна 東京'],
  ['  two   words ', 'two words'],
  ['%_\\\'";', ''],
])('%j is compared as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});

test('a person is found by every word once, and by numbers as runs of digits', () => {
  const text = searchTextOf({
    personId: personId('p'),
    name: 'Ana Cruz',
    givenName: 'Ana',
    surname: 'Cruz',
    mail: 'ana.cruz@contoso.example',
    phone: '+44 (20) 7946-0123',
    mobile: '+1 555 0100',
    department: 'Sales & Service',
    office: '4.12',
  });
  expect(text).toBe(' ana cruz sales service 4 12 442079460123 15550100');
});

test('a person without anything but a name is found by that', () => {
  expect(searchTextOf({ personId: personId('p'), name: '' })).toBe(' ');
  expect(searchTextOf({ personId: personId('p'), name: 'Bo' })).toBe(' bo');
});

test.each([
  ['+44 20 7946 0123', ['442079460123']],
  ['0044 20 7946 0123', ['442079460123']],
  ['020 7946 0123', ['2079460123']],
  ['(555) 010-0', ['5550100']],
  ['42', ['42']],
  ['Ana  CRUZ', ['ana', 'cruz']],
  ['cruz 0123', ['cruz', '0123']],
  ['   ', []],
  ['%', []],
])('the query %j looks for %j', (text, words) => {
  expect(queryWords(text)).toEqual(words);
});
