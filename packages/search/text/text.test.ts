import { expect, test } from 'vitest';
import { foldWord, spellOut } from './fold-word.ts';
import { isNumber, phoneDigits } from './phone-digits.ts';
import { soundKeys } from './sound-keys.ts';
import { chunkOf } from './word-forms.ts';

test.each([
  ['Dvořáková', 'dvorakova'],
  ['Łukasz', 'lukasz'],
  ['Strauß', 'strauss'],
  ['Æsir', 'aesir'],
  ['Œuvre', 'oeuvre'],
  ['Þór', 'thor'],
  ['İstanbul', 'istanbul'],
  ['ﬁne', 'fine'],
  ['Ωμέγα', 'ωμεγα'],
  ['김민준', '김민준'],
  ['हिन्दी', 'हिन्दी'],
])('%j is compared as %j', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
  expect(foldWord(folded)).toBe(folded);
});

test('umlauts are spelled out where there are any', () => {
  expect(['Müller', 'Ångström', 'Øst', 'Muller'].map(spellOut)).toEqual([
    'mueller',
    'aangstroem',
    'oest',
    undefined,
  ]);
});

test('a chunk has the forms of its words, and of all in one', () => {
  expect(chunkOf('O’Brien')).toMatchObject({ forms: ['o', 'brien', 'obrien'], initials: 'ob' });
  expect(chunkOf('Иванов').forms).toEqual(['иванов', 'ivanov']);
  expect(chunkOf('…').forms).toEqual([]);
});

test.each([
  ['+44 (0)20 7946 0123', '442079460123'],
  ['0044 20 7946 0123', '442079460123'],
  ['020 7946 0123', '2079460123'],
  ['٠١٢٣٤', '1234'],
  ['', ''],
])('the digits of %j that do not depend on the place are %j', (text, digits) => {
  expect(phoneDigits(text)).toBe(digits);
});

test('three digits and what stands between them are a number', () => {
  expect(['123', '+1 (2)-3', '\u202d1–2‑3\u202c', '12', 'B123', '', '...'].map(isNumber)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ['meyer', 'mayr'],
  ['filips', 'phillips'],
  ['schmidt', 'schmitt'],
  ['geoff', 'jeff'],
  ['catherine', 'kathryn'],
  ['thompson', 'tomson'],
  ['sean', 'shawn'],
  ['knight', 'night'],
  ['yusuf', 'jusuf'],
  ['kowalski', 'kovalsky'],
])('%s sounds like %s', (one, other) => {
  expect(soundKeys(one).some((key) => soundKeys(other).includes(key))).toBe(true);
});

test.each([
  ['smith', 'jones'],
  ['mama', 'mara'],
  ['anna', 'hans'],
])('%s does not sound like %s', (one, other) => {
  expect(soundKeys(one).some((key) => soundKeys(other).includes(key))).toBe(false);
});
