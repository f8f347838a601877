import type { PersonSource } from '@switchboard/domain/directory/person';
import { queryWords } from '@switchboard/domain/directory/search-text';
import type { TenantId } from '@switchboard/domain/ids';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { PeopleSearchHost } from '@switchboard/search/host/people-search-host';
import type { SearchAnswer, SearchHit, SearchQuery } from '@switchboard/search/match/search-query';
import type { Store } from '@switchboard/store/access/store';
import { findIdsByWords } from '@switchboard/store/people/find-by-words';
import type { PeopleIndexes } from './people-indexes.ts';

export interface TenantSearchParts {
  readonly store: Store;
  readonly log: Logger;
  readonly host: PeopleSearchHost;
  readonly indexes: PeopleIndexes;
}

/** What the database finds is worth as much as the beginning of a name. */
const worthByWords = 800;

/**
 * The people of a tenant by its index; while that is being built, or has lost its thread, by the database, which knows no
 * typos. Undefined: a newer query of the same line has come.
 */
export async function searchTenant(
  parts: TenantSearchParts,
  tenantId: TenantId,
  query: SearchQuery,
  line: string,
): Promise<SearchAnswer | undefined> {
  const { host, indexes, log } = parts;
  indexes.use(tenantId);
  try {
    const answer = await host.search(tenantId, query, { line });
    if (answer.ok) return answer.value;
    if (answer.refusal.code === 'overtaken') return undefined;
  } catch (error) {
    log.warn('the people index does not answer; the database does', {
      tenant: tenantId,
      error: asError(error),
    });
  }
  return searchRows(parts.store, tenantId, query);
}

async function searchRows(store: Store, tenantId: TenantId, query: SearchQuery): Promise<SearchAnswer> {
  const { text, limit = 12, offset = 0, filters } = query;
  const words = queryWords(text);
  if (words.length === 0 && (filters === undefined || text.trim() !== ''))
    return { hits: [], total: 0, isCapped: false };
  const ids = await findIdsByWords(store, tenantId, {
    words,
    departments: filters?.departments,
    places: filters?.places,
    sources: filters?.sources as readonly PersonSource[] | undefined,
    limit: limit + 1,
    offset,
  });
  const hits = ids
    .slice(0, limit)
    .map((id): SearchHit => ({ id, score: worthByWords, kind: 'prefix', matches: [] }));
  return { hits, total: offset + ids.length, isCapped: ids.length > limit };
}
