import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchDocument } from './document/search-document.ts';
import type { SearchAnswer, SearchHit } from './match/search-query.ts';
import { PeopleIndex, runThrough } from './people-index.ts';
import { foldWord } from './text/fold-word.ts';

const ids = fc.constantFrom(...'abcdefgh'.split(''));
const name = fc.constantFrom(
  'Ana',
  'Anabel',
  'Änne',
  'Bo',
  'Boris',
  'Berg',
  'Bergström',
  'Cruz',
  'Cruzado',
  'Zoë',
);
const city = fc.constantFrom('Bergen', 'Cruz Alta', 'Oslo');
const document: fc.Arbitrary<SearchDocument> = fc.record({
  id: ids,
  source: fc.constant('directory'),
  name: fc.array(name, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  city,
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: fc.array(document, { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ remove: fc.array(ids, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.constant('tidy' as const) },
);
const text = fc
  .array(fc.constantFrom('ann', 'ana', 'b', 'be', 'berg', 'cr', 'cruz', 'o', 'zoe', 'bergs'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '));

/** Everybody of whom every word begins a word. */
const foundBy = (documents: Iterable<SearchDocument>, sought: string): readonly string[] =>
  Array.from(documents)
    .filter((one) => {
      const words = foldWord(`${one.name} ${one.city ?? ''}`).split(' ');
      return sought.split(' ').every((start) => words.some((word) => word.startsWith(start)));
    })
    .map(({ id }) => id)
    .toSorted();

test('whatever was added, replaced and removed, exactly those are found as spelled that there are', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.array(text, { minLength: 1, maxLength: 4 }),
      (steps, texts) => {
        const index = new PeopleIndex();
        const known = new Map<string, SearchDocument>();
        for (const one of steps) {
          if (one === 'tidy') runThrough(index.tidy());
          else if ('put' in one) {
            index.put(one.put);
            for (const each of one.put) known.set(each.id, each);
          } else {
            index.remove(one.remove);
            for (const id of one.remove) known.delete(id);
          }
        }
        expect(index.size).toBe(known.size);
        for (const sought of texts) {
          const wanted = foundBy(known.values(), sought);
          // Where nobody fits, looser ways to read what was typed are tried.
          if (wanted.length === 0) continue;
          const spelled = index
            .search({ text: sought, limit: 100 })
            .hits.filter(({ kind }) => ['exact', 'word', 'prefix'].includes(kind));
          expect([sought, ...spelled.map(({ id }) => id).toSorted()]).toEqual([
            sought,
            ...foundBy(known.values(), sought),
          ]);
        }
      },
    ),
  );
});

test('the order of what is found as spelled does not depend on how the documents came in', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(document, { selector: ({ id }) => id, maxLength: 8 }),
      // Of three letters at least: two are too few to guess at, but many names begin with them.
      text.filter((words) => words.split(' ').every((word) => word.length >= 3)),
      (documents, sought) => {
        const atOnce = new PeopleIndex();
        atOnce.put(documents);
        const oneByOne = new PeopleIndex();
        for (const one of documents.toReversed()) oneByOne.put([one]);
        const query = { text: sought, limit: 100 };
        const spelled = ({ hits }: SearchAnswer): readonly SearchHit[] =>
          hits.filter(({ kind }) => ['exact', 'word', 'prefix'].includes(kind));
        expect(spelled(oneByOne.search(query))).toEqual(spelled(atOnce.search(query)));
      },
    ),
  );
});
