import type { SearchDocument } from '@switchboard/search/document/search-document';
import { foldWord } from '@switchboard/search/text/fold-word';
import MiniSearch from 'minisearch';
import type { Engine } from './engine.ts';
import type { BenchQuery } from './queries.ts';

/** The best library for directories of this size by a measurement of 2026-11-23; ten times as many it cannot hold. */
export class MinisearchEngine implements Engine {
  readonly name = 'minisearch';
  #index: MiniSearch | undefined;

  async fill(people: Iterable<SearchDocument>): Promise<number> {
    const index = new MiniSearch({
      fields: ['name', 'department', 'jobTitle', 'city', 'organisation', 'office', 'mail', 'numbers'],
      processTerm: (term) => foldWord(term),
    });
    this.#index = index;
    let spent = 0;
    for (const person of people) {
      const row = {
        ...person,
        numbers: (person.phones ?? []).map((phone) => phone.replace('(0)', '').replace(/\D/g, '')).join(' '),
      };
      const since = performance.now();
      index.add(row);
      spent += performance.now() - since;
    }
    return spent / 1_000;
  }

  search({ text }: BenchQuery): readonly string[] {
    const options = { combineWith: 'AND', prefix: true } as const;
    const spelled = this.#index?.search(text, options) ?? [];
    const found =
      spelled.length >= 5 ? spelled : (this.#index?.search(text, { ...options, fuzzy: 0.25 }) ?? []);
    return found.slice(0, 10).map(({ id }) => String(id));
  }

  async close(): Promise<void> {
    this.#index = undefined;
  }
}
