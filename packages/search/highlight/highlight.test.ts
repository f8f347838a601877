import { expect, test } from 'vitest';
import type { SearchDocument } from '../document/search-document.ts';
import { documentOf, indexOf } from '../testing/sample-documents.testing.ts';
import { valuesOf } from './field-texts.ts';

/** The document's texts with what matched in brackets. */
function marked(document: SearchDocument, text: string): readonly string[] {
  const [hit] = indexOf(document).search({ text }).hits;
  const lines = new Map<string, string>();
  for (const { field, value, start, end } of [...(hit?.matches ?? [])].toSorted(
    (a, b) => b.start - a.start,
  )) {
    const key = `${field} ${value}`;
    const line = lines.get(key) ?? valuesOf(document, field)[value] ?? '';
    lines.set(key, `${line.slice(0, start)}[${line.slice(start, end)}]${line.slice(end)}`);
  }
  return [...lines.values()].toSorted();
}

test('what matched is marked in the text as it was put in', () => {
  const document: SearchDocument = {
    id: 'a',
    source: 'directory',
    name: 'Jürgen  Strauß-Łukasz',
    city: 'Zürich',
    tasks: ['Keys', 'Parking permits'],
    phones: ['+44 (0)20 7946-0123'],
  };
  expect(marked(document, 'jurg')).toEqual(['[Jürg]en  Strauß-Łukasz']);
  expect(marked(document, 'juerg')).toEqual(['[Jürg]en  Strauß-Łukasz']);
  expect(marked(document, 'straus luk')).toEqual(['Jürgen  [Strauß]-[Łuk]asz']);
  expect(marked(document, 'lukasc')).toEqual(['Jürgen  Strauß-[Łukasz]']);
  expect(marked(document, 'jsl')).toEqual(['[J]ürgen  [S]trauß-[Ł]ukasz']);
  expect(marked(document, 'park zu')).toEqual(
    ['[Parking] permits', '[Zü]rich'].map((t) => t.replace('[Parking]', '[Park]ing')),
  );
  expect(marked(document, '020 7946')).toEqual(['+44 (0)[20 7946]-0123']);
  expect(marked(document, '587436')).toEqual(['[Jürgen]  Strauß-Łukasz']);
});

test('marks that follow their letter are marked with it', () => {
  const decomposed = 'Jose\u0301 Nu\u0301n\u0303ez';
  expect(
    marked(documentOf('a', decomposed, { givenName: undefined, surname: undefined }), 'jose nun'),
  ).toEqual(['[Jose\u0301] [Nu\u0301n\u0303]ez']);
});

test('a word found in another script is marked whole', () => {
  expect(
    marked(documentOf('a', 'Жанна Иванова', { givenName: undefined, surname: undefined }), 'ivan'),
  ).toEqual(['Жанна [Иванова]']);
});
