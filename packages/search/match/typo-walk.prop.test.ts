import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenAt } from '../segment/read-document.ts';
import { documentOf, indexOf } from '../testing/sample-documents.testing.ts';
import { editDistance } from './edit-distance.ts';
import { walkTypos } from './typo-walk.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcd'.split('')), minLength: 1, maxLength: 9 });

test('the walk finds what comparing with every token finds', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 40 }),
      word,
      fc.constantFrom(1, 2),
      (names, sought, most) => {
        const [segment] = indexOf(...names.map((name, n) => documentOf(String(n), name))).segments;
        if (segment === undefined) return;
        const found = new Map<string, number>();
        const starts = new Set<string>();
        walkTypos(segment, sought, most as 1 | 2, (low, high, typos, isStart) => {
          for (let token = low; token < high; token += 1) {
            if (isStart) starts.add(tokenAt(segment, token));
            else found.set(tokenAt(segment, token), typos);
          }
        });
        for (const name of names) {
          const distance = editDistance(sought, name, most);
          expect([name, found.get(name)]).toEqual([name, distance <= most ? distance : undefined]);
          const begins =
            sought.length >= 5 &&
            [...name].some((_, n) => editDistance(sought, name.slice(0, n + 1), 1) <= 1);
          expect([name, starts.has(name)]).toEqual([name, begins && distance > most]);
        }
      },
    ),
  );
});
