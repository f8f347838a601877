import type { SearchDocument } from '@switchboard/search/document/search-document';
import type { Engine } from './engine.ts';
import type { BenchQuery, QueryKind } from './queries.ts';

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
const digitsOf = (text: string): string => text.replace('(0)', '').replace(/\D/g, '');

/** The words that the person really has, whatever was typed: lists of these are what any index has to go through. */
function listsFor({ text, person }: BenchQuery, kind: QueryKind): readonly string[] {
  if (kind === 'prefix') return [`^${text.toLowerCase()}`];
  if (kind === 'phone') return [];
  if (kind === 'initials') return [`.${text}`];
  const name = wordsOf(person.name).map((word) => `=${word}`);
  return kind === 'multi-field' ? [...name, `=${person.department}`, `=${person.city}`] : name;
}

/**
 * The least that has to be done: sorted lists of the documents with the right words, intersected by two fingers; a number by
 * one pass over all digits. It knows beforehand which words will be meant, folds nothing, forgives nothing, ranks nothing.
 */
export class FloorEngine implements Engine {
  readonly name = 'floor';
  readonly #lists = new Map<string, number[]>();
  readonly #queryLists: ReadonlyMap<BenchQuery, readonly string[]>;
  #digits = Buffer.alloc(0);

  constructor(queries: ReadonlyMap<QueryKind, readonly BenchQuery[]>) {
    this.#queryLists = new Map(
      [...queries].flatMap(([kind, some]) => some.map((query) => [query, listsFor(query, kind)] as const)),
    );
    for (const name of [...this.#queryLists.values()].flat()) this.#lists.set(name, []);
  }

  async fill(people: Iterable<SearchDocument>): Promise<number> {
    const digits: string[] = [];
    let n = 0;
    for (const person of people) {
      const words = wordsOf(person.name);
      const initials = words.map((word) => word[0]).join('');
      const keys = words.flatMap((word) => [
        `=${word}`,
        ...[2, 3, 4, 5].map((length) => `^${word.slice(0, length)}`),
      ]);
      for (const key of new Set([...keys, `.${initials}`, `=${person.department}`, `=${person.city}`])) {
        this.#lists.get(key)?.push(n);
      }
      digits.push((person.phones ?? []).map(digitsOf).join(' '));
      n += 1;
    }
    this.#digits = Buffer.from(digits.join('\n'));
    return 0;
  }

  search(query: BenchQuery, kind: QueryKind): readonly string[] {
    if (kind === 'phone') {
      let at = this.#digits.indexOf(digitsOf(query.text).replace(/^0/, ''));
      for (let found = 0; at !== -1 && found < 10; found += 1) at = this.#digits.indexOf(query.text, at + 1);
      return [];
    }
    const lists = (this.#queryLists.get(query) ?? []).map((name) => this.#lists.get(name) ?? []);
    const [first = [], ...others] = lists.toSorted((one, other) => one.length - other.length);
    let hits: readonly number[] = first;
    for (const other of others) hits = common(hits, other);
    let sum = 0;
    for (const hit of hits) sum += hit;
    // Looked at, so that going through the list cannot be left out.
    return sum < 0 ? ['never'] : [];
  }

  async close(): Promise<void> {
    this.#lists.clear();
  }
}

function common(one: readonly number[], other: readonly number[]): readonly number[] {
  const both: number[] = [];
  let at = 0;
  for (const value of one) {
    while (at < other.length && (other[at] ?? 0) < value) at += 1;
    if (other[at] === value) both.push(value);
  }
  return both;
}
