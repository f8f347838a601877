import { expect, test } from 'vitest';
import type { SearchDocument } from './document/search-document.ts';
import { documentOf, indexOf } from './testing/sample-documents.testing.ts';

const index = indexOf(
  documentOf('ana', 'Ana Cruz', { phones: ['+44 20 7946 0123'] }),
  documentOf('rtl', 'שרה כהן \u202eevil'),
  documentOf('emoji', '👩‍🚒 Zoe 🇳🇱'),
  documentOf('half', 'Half \ud800 Name'),
);

test.each([
  ['a megabyte', 'ana '.repeat(262_144)],
  ['a megabyte in one word', 'a'.repeat(1_048_576)],
  ['a megabyte of digits', '7'.repeat(1_048_576)],
  ['ten thousand words', Array.from({ length: 10_000 }, (_, n) => `w${n}`).join(' ')],
  ['halves of surrogate pairs', '\ud800 \udfff ana\udc00'],
  ['nothing', ''],
  ['zero bytes', '\0\0\0'],
  ['marks of our own', '\u0001ac\u001e\u001f'],
  ['punctuation', '.,;:!?()[]{}"\'`~@#$%^&*-_=+\\|/<>'],
  ['right to left', '\u202eשרה'],
  ['emoji', '👩‍🚒🇳🇱'],
  ['a thousand accents', `a${'\u0301'.repeat(1_000)}`],
  ['wildcards', '% _ * ?'],
  ['words that every object has', '__proto__ constructor toString'],
  // What costs the square of a megabyte takes longer than a test may.
])('%s as a query is answered', (_, text) => {
  const { hits } = index.search({ text });
  expect(hits.length).toBeLessThanOrEqual(4);
});

test('a strange limit is brought into bounds', () => {
  for (const limit of [0, -1, 1e9, Number.NaN]) {
    expect(index.search({ text: 'ana', limit }).hits.length).toBeLessThanOrEqual(4);
  }
});

test('documents of enormous, empty and broken fields are taken, and found by how they begin', () => {
  const long = 'Abc '.repeat(25_600);
  const enormous: SearchDocument = {
    id: 'enormous',
    source: 's'.repeat(100_000),
    name: long,
    givenName: 'x'.repeat(100_000),
    surname: '\ud800'.repeat(100_000),
    department: '\u001f\u001e'.repeat(1_000),
    phones: ['1'.repeat(100_000), '', '+'],
    tasks: Array.from({ length: 10_000 }, (_, n) => `task ${n}`),
    mail: '@@@',
    city: '🏙'.repeat(50_000),
  };
  const empty: SearchDocument = { id: '', source: '', name: '' };
  const strange = indexOf(
    enormous,
    empty,
    documentOf('__proto__', 'constructor'),
    documentOf('a\u001fb', 'Odd Id'),
  );
  expect(strange.size).toBe(4);
  expect(strange.search({ text: 'abc task' }).hits.map(({ id }) => id)).toEqual(['enormous']);
  expect(strange.search({ text: 'constructor' }).hits.map(({ id }) => id)).toEqual(['__proto__']);
  strange.remove(['', 'a\u001fb', 'enormous']);
  expect(strange.size).toBe(1);
});

test('scripts and signs beyond the first plane are found', () => {
  expect(index.search({ text: 'שרה' }).hits[0]?.id).toBe('rtl');
  expect(index.search({ text: 'zoe' }).hits[0]?.id).toBe('emoji');
  expect(index.search({ text: 'half name' }).hits[0]?.id).toBe('half');
});
