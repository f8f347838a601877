import type { TenantId } from '@switchboard/domain/ids';
import { tenantId as asTenantId } from '@switchboard/domain/ids';
import type { EntraClientsForOperators } from '@switchboard/graph/auth/create-entra-clients';
import { operatorAsker } from '@switchboard/graph/auth/operator-asker';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import type { Clock } from '@switchboard/kit/clock';
import type { Service } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { PeopleSearchHost } from '@switchboard/search/host/people-search-host';
import type { Store } from '@switchboard/store/access/store';
import type { Config } from './config/config.ts';
import { operatorScopes } from './handle/operator-scopes.ts';
import { readNumber } from './handle/read-number.ts';
import { tenantCountry } from './handle/tenant-country.ts';
import { personFromDirectory } from './jobs/directory/person-from-directory.ts';
import { mappedProperties } from './jobs/directory/read-users.ts';
import { ForwardedSearch } from './people/forwarded-search.ts';
import { NumberLookup } from './people/number-lookup.ts';
import { PeopleFilters } from './people/people-filters.ts';
import { PeopleIndexes } from './people/people-indexes.ts';
import { PeopleSearch } from './people/people-search.ts';
import { PersonalSearch } from './people/personal-search.ts';
import { SearchBoosts } from './people/search-boosts.ts';
import type { PresenceOf } from './present/presence-of.ts';
import { PeopleFeed } from './publish/people-feed.ts';

export interface PeopleWorkParts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly graph: GraphClient;
  readonly entra: EntraClientsForOperators;
  readonly presenceOf: PresenceOf;
}

export interface PeopleWork {
  readonly search: PeopleSearch;
  readonly numbers: NumberLookup;
  readonly filters: PeopleFilters;
  readonly feed: PeopleFeed;
  readonly services: readonly Service[];
  /** How many people this server has in its indexes. */
  indexedPeople(): Promise<number>;
  /** Ends the search's thread as a crash does, for tests. */
  killSearchThread(): Promise<void>;
  /** Something was committed, of this tenant or of anybody. */
  ring(tenantId: TenantId | undefined): void;
}

/** Puts together what finds people, and what tells consoles of them. */
export function createPeopleWork(parts: PeopleWorkParts): PeopleWork {
  const { config, store, clock, log, graph, entra, presenceOf } = parts;
  const host = new PeopleSearchHost({
    ...config.search,
    log,
    onReopened: (tenant) => indexes.reopened(asTenantId(tenant)),
  });
  const indexes: PeopleIndexes = new PeopleIndexes({ store, host, clock, log });
  const forwarded = new ForwardedSearch({
    store,
    clock,
    log,
    graph,
    propertiesOf: mappedProperties,
    personOf: (said, settings) => personFromDirectory(said, undefined, settings),
    async operatorAsker({ tenantId, operatorId: personId }) {
      const person = { tenantId, personId };
      const asker = await operatorAsker(entra.operatorTokens, person, operatorScopes.search);
      return asker.ok ? asker.value : undefined;
    },
  });
  const personal = new PersonalSearch(store, clock);
  const numbers = new NumberLookup({
    ...{ store, clock, log, host, indexes, presenceOf, personal },
    async numberReader(tenantId) {
      const country = await tenantCountry(store, tenantId);
      return (written) => {
        const number = readNumber(written, country);
        return number.ok ? number.value : undefined;
      };
    },
  });
  const boosts = new SearchBoosts(store, clock, numbers);
  const search = new PeopleSearch({
    store,
    clock,
    log,
    host,
    indexes,
    presenceOf,
    personal,
    boosts,
    forwarded,
  });
  const feed = new PeopleFeed({ store, clock, log, presenceOf, inUse: (tenant) => indexes.use(tenant) });
  return {
    search,
    numbers,
    filters: new PeopleFilters(store, clock),
    feed,
    services: [host, indexes, feed],
    async indexedPeople() {
      return (await host.stats()).reduce((sum, { size }) => sum + size, 0);
    },
    killSearchThread: () => host.killThread(),
    ring(tenantId) {
      indexes.ring(tenantId);
      feed.ring(tenantId);
    },
  };
}
