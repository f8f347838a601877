import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { DirectorySettings } from '@switchboard/domain/directory/directory-settings';
import type { Person } from '@switchboard/domain/directory/person';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { PersonId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Asker } from '@switchboard/graph/client/asker';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import type { DirectoryPerson } from '@switchboard/graph/directory/directory-person';
import type { DirectoryRefusal } from '@switchboard/graph/directory/directory-refusal';
import type { MappedProperty } from '@switchboard/graph/directory/mapped-property';
import { type FoundPeople, searchPeople } from '@switchboard/graph/directory/search-people';
import type { Clock } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Result } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { readDirectorySettings } from '@switchboard/store/directory/settings';
import { writeFoundPeople } from '@switchboard/store/people/found-people';
import { ExpiringCache } from './expiring-cache.ts';

export interface ForwardingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly graph: GraphClient;
  /** The operator with the right to read people, if they have it. */
  readonly operatorAsker: (operator: Operator) => Promise<Asker | undefined>;
  /** What is asked for besides, by the tenant's settings. */
  readonly propertiesOf: (settings: DirectorySettings) => readonly MappedProperty[];
  /** Whoever Microsoft names as we keep them; undefined: the tenant's settings leave them out. */
  readonly personOf: (said: DirectoryPerson, settings: DirectorySettings) => Person | undefined;
}

/** What Microsoft said, and whom it named. */
export interface Forwarded {
  readonly outcome: NonNullable<PeopleFound['forwarded']>;
  readonly ids: readonly PersonId[];
}

const failed: Forwarded = { outcome: 'failed', ids: [] };

/** So long an operator waits for Microsoft; what comes later is found by the next key. In milliseconds. */
const patience = 1_000;
const mostPeople = 25;
/** The same text gets the same answer for so long. */
const keptFor = 20_000;
/** A token lasts longer than that, and whoever has none is not asked for one at each key. */
const askerFor = 60_000;

/** Asks Microsoft for names that the copy of the directory does not have yet, and writes whom it names among the people. */
export class ForwardedSearch {
  readonly #parts: ForwardingParts;
  readonly #answers: ExpiringCache<Forwarded>;
  readonly #askers: ExpiringCache<Asker | undefined>;

  constructor(parts: ForwardingParts) {
    this.#parts = parts;
    this.#answers = new ExpiringCache(parts.clock, { keptFor, most: 500 });
    this.#askers = new ExpiringCache(parts.clock, { keptFor: askerFor, most: 5_000 });
  }

  /** Answers within a second. */
  search(operator: Operator, text: string): Promise<Forwarded> {
    const { clock } = this.#parts;
    const wanted = text.trim().toLowerCase();
    const name = `${operator.tenantId} ${operator.operatorId} ${wanted}`;
    const answer = this.#answers.get(name, () => this.#ask(operator, wanted));
    return new Promise((resolve) => {
      const cancel = clock.after(patience, () => resolve(failed));
      const settle = (forwarded: Forwarded): void => {
        cancel();
        resolve(forwarded);
      };
      answer.then(settle, () => settle(failed));
    });
  }

  async #ask(operator: Operator, text: string): Promise<Forwarded> {
    const { store, log, personOf } = this.#parts;
    const { tenantId } = operator;
    try {
      const settings = await readDirectorySettings(store, tenantId);
      // Whom the groups let in is known when they are read.
      if (settings.groups.length > 0) return failed;
      const found = await this.#search(operator, text, settings);
      if (!found.ok) {
        log.info('a search could not be forwarded', { tenant: tenantId, code: found.refusal.code });
        if (found.refusal.code === 'noRight') return { ...failed, outcome: 'noRight' };
        throw new Error(found.refusal.message);
      }
      const people = found.value.people.flatMap((said) => personOf(said, settings) ?? []);
      await writeFoundPeople(
        store,
        tenantId,
        people.map((person) => ({ person, searchText: searchTextOf(person) })),
      );
      return { outcome: 'merged', ids: people.map(({ personId }) => personId) };
    } catch (error) {
      log.warn('a forwarded search failed', { tenant: tenantId, error: asError(error) });
      throw error;
    }
  }

  /** By the operator's rights; if they do not reach, by the application's. */
  async #search(
    operator: Operator,
    text: string,
    settings: DirectorySettings,
  ): Promise<Result<FoundPeople, DirectoryRefusal>> {
    const { graph, propertiesOf } = this.#parts;
    const wanted = { text, limit: mostPeople, mapped: propertiesOf(settings) };
    const { tenantId, operatorId } = operator;
    const own = await this.#askers.get(`${tenantId} ${operatorId}`, () =>
      this.#parts.operatorAsker(operator),
    );
    const ask = (asker: Asker) => searchPeople(graph, asker, wanted);
    if (own === undefined) return ask({ tenantId });
    const found = await ask(own);
    return found.ok || found.refusal.code !== 'noRight' ? found : ask({ tenantId });
  }
}
