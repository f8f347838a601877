import type { Search } from '@switchboard/contract/commands/search';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import type { SearchHit, SearchQuery } from '@switchboard/search/match/search-query';
import { type DirectoryProgress, readDirectoryProgress } from '@switchboard/store/directory/progress';
import { readPeople } from '@switchboard/store/people/read-people';
import type { PresenceOf } from '../present/presence-of.ts';
import { presentPerson } from '../present/present-person.ts';
import { ExpiringCache } from './expiring-cache.ts';
import type { Forwarded, ForwardedSearch } from './forwarded-search.ts';
import { presentMatches } from './match-views.ts';
import { mergedPage } from './merge-hits.ts';
import type { PersonalSearch } from './personal-search.ts';
import type { SearchBoosts } from './search-boosts.ts';
import { searchTenant, type TenantSearchParts } from './tenant-search.ts';

export interface PeopleSearchParts extends TenantSearchParts {
  readonly clock: Clock;
  readonly presenceOf: PresenceOf;
  readonly personal: PersonalSearch;
  readonly boosts: SearchBoosts;
  readonly forwarded: ForwardedSearch;
}

/** Of whom those who are free are picked out. */
const mostAskedAboutPresence = 200;
/** Own contacts that one search finds. */
const mostPersonal = 100;
/** Presences that count as free. */
const free: ReadonlySet<string> = new Set(['Available', 'AvailableIdle']);

interface Hits {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly isCapped: boolean;
}

const nobody: Hits = { hits: [], total: 0, isCapped: false };

/** Finds people for operators: of the tenant by its index, their own contacts beside, and whom Microsoft names. */
export class PeopleSearch {
  readonly #parts: PeopleSearchParts;
  readonly #states: ExpiringCache<DirectoryProgress>;
  /** The newest search of each line that has one under way. */
  readonly #newest = new Map<string, Search>();

  constructor(parts: PeopleSearchParts) {
    this.#parts = parts;
    this.#states = new ExpiringCache(parts.clock, { keptFor: 2_000, most: 1_000 });
  }

  /**
   * @param line whose searches follow each other, one console's: undefined is what an older one gets while it waits.
   */
  async search(operator: Operator, message: Search, line: string): Promise<PeopleFound | undefined> {
    this.#newest.set(line, message);
    try {
      return await this.#search(operator, message, line);
    } finally {
      if (this.#newest.get(line) === message) this.#newest.delete(line);
    }
  }

  async #search(operator: Operator, message: Search, line: string): Promise<PeopleFound | undefined> {
    const [found, forwarded] = await Promise.all([
      this.#find(operator, message, line),
      this.#forward(operator, message),
    ]);
    if (found === undefined) return undefined;
    const { id, limit, offset = 0 } = message;
    const people = await this.#present(operator, found.hits, forwarded);
    const shown = people.slice(0, limit);
    const total = Math.max(found.total, offset + people.length);
    return {
      type: 'people',
      id,
      people: [...shown],
      total,
      ...(found.isCapped ? { isCapped: true } : {}),
      more: total > offset + shown.length || (found.isCapped && shown.length === limit),
      ...(forwarded === undefined ? {} : { forwarded: forwarded.outcome }),
    };
  }

  /** Microsoft is asked too while the first reading of the directory is not over. */
  async #forward(operator: Operator, message: Search): Promise<Forwarded | undefined> {
    const { text, offset = 0, filters } = message;
    if (text.trim() === '' || offset > 0) return undefined;
    const { sources, departments, places, presence } = filters ?? {};
    if (sources?.includes('directory') === false) return undefined;
    if (departments !== undefined || places !== undefined || presence !== undefined) return undefined;
    const { tenantId } = operator;
    const { state } = await this.#states.get(tenantId, () =>
      readDirectoryProgress(this.#parts.store, tenantId),
    );
    return state !== 'filling' ? undefined : this.#parts.forwarded.search(operator, text);
  }

  async #find(operator: Operator, message: Search, line: string): Promise<Hits | undefined> {
    const { text, filters, callId } = message;
    if (text.trim() === '' && !isFiltered(filters)) return nobody;
    const boosts = await this.#parts.boosts.of(operator, callId);
    // What was read on the way may have come out of turn: an older search must not overtake the newest in the index.
    if (this.#newest.get(line) !== message) return undefined;
    const wanted = {
      text,
      boosts,
      filters: {
        departments: filters?.departments,
        places: filters?.places,
        sources: filters?.sources?.filter((source) => source !== 'personal'),
      },
    };
    if (filters?.presence === 'free') return this.#findFree(operator, message, wanted, line);
    const { offset = 0, limit } = message;
    const personal = await this.#findPersonal(operator, filters, wanted);
    if (filters?.sources?.every((source) => source === 'personal') === true)
      return { hits: personal.slice(offset, offset + limit), total: personal.length, isCapped: false };
    const from = Math.max(0, offset - personal.length);
    const query = { ...wanted, offset: from, limit: offset + limit - from };
    const answer = await searchTenant(this.#parts, operator.tenantId, query, line);
    if (answer === undefined) return undefined;
    const hits = mergedPage({ hits: answer.hits, from }, personal, { offset, limit });
    return { hits, total: answer.total + personal.length, isCapped: answer.isCapped };
  }

  async #findPersonal(
    operator: Operator,
    filters: Search['filters'],
    wanted: SearchQuery,
  ): Promise<readonly SearchHit[]> {
    const { sources } = filters ?? {};
    if (sources !== undefined && !sources.includes('personal')) return [];
    const query = { ...wanted, filters: { ...wanted.filters, sources: ['personal'] }, limit: mostPersonal };
    return this.#parts.personal.search(operator, query);
  }

  /** Those who are available, among the best who fit otherwise. Of whom no presence is known is not among them. */
  async #findFree(
    { tenantId }: Operator,
    { offset = 0, limit, filters }: Search,
    wanted: SearchQuery,
    line: string,
  ): Promise<Hits | undefined> {
    const sources = (filters?.sources ?? ['directory']).filter((source) => source === 'directory');
    const query = { ...wanted, filters: { ...wanted.filters, sources }, limit: mostAskedAboutPresence };
    const answer = await searchTenant(this.#parts, tenantId, query, line);
    if (answer === undefined) return undefined;
    const presences = await this.#presences(
      tenantId,
      answer.hits.map(({ id }) => id),
    );
    const hits = answer.hits.filter(({ id }) => free.has(presences.get(personId(id))?.availability ?? ''));
    const isCapped = answer.total > answer.hits.length || answer.isCapped;
    return { hits: hits.slice(offset, offset + limit), total: hits.length, isCapped };
  }

  #presences(tenantId: TenantId, ids: readonly string[]): Promise<ReadonlyMap<PersonId, PresenceView>> {
    return this.#parts.presenceOf(tenantId, ids.map(personId));
  }

  /** The rows of those found, then of those whom only Microsoft named. */
  async #present(
    { tenantId, operatorId }: Operator,
    hits: readonly SearchHit[],
    forwarded: Forwarded | undefined,
  ): Promise<readonly PersonView[]> {
    const hitsById = new Map(hits.map((hit) => [hit.id, hit]));
    const ids = [...new Set([...hitsById.keys(), ...(forwarded?.ids ?? [])])].map(personId);
    const people = await readPeople(this.#parts.store, tenantId, operatorId, ids);
    const presences = await this.#presences(tenantId, ids);
    return people.map((seen) => {
      const { personId: id } = seen.person;
      const hit = hitsById.get(id);
      const view = presentPerson(seen, { presence: presences.get(id) });
      const matches = presentMatches(hit?.matches ?? [], view);
      return matches.length === 0 ? view : { ...view, matches: [...matches] };
    });
  }
}

const isFiltered = (filters: Search['filters']): boolean =>
  Object.values(filters ?? {}).some((filter) => filter !== undefined);
