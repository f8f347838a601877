import type { SearchDocument } from '../document/search-document.ts';
import { PeopleIndex } from '../people-index.ts';

/** A document; the name is taken apart as a directory does it. */
export function documentOf(id: string, name: string, more: Partial<SearchDocument> = {}): SearchDocument {
  const [givenName, ...rest] = name.split(' ');
  const parts = rest.length === 0 ? {} : { givenName, surname: rest.join(' ') };
  return { id, source: 'directory', name, ...parts, ...more };
}

export function indexOf(...documents: readonly SearchDocument[]): PeopleIndex {
  const index = new PeopleIndex();
  index.put(documents);
  return index;
}
