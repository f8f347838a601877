import { type PersonKey, personName, type TokenCacheStore } from '@switchboard/graph/auth/token-cache-store';
import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import type { Seal } from '@switchboard/store/access/seal';
import type { Store } from '@switchboard/store/access/store';
import { readTokenCache, removeTokenCache, writeTokenCache } from '@switchboard/store/access/token-caches';

export interface TokenCacheParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly log: Logger;
}

/** What MSAL knows of people, sealed in the database: every server reads what any of them wrote. */
export function createTokenCaches({ store, clock, seal, log }: TokenCacheParts): TokenCacheStore {
  const boundTo = (person: PersonKey): string => `token cache ${personName(person)}`;
  return {
    async read(person) {
      const sealed = await readTokenCache(store, person.tenantId, person.personId);
      if (sealed === undefined) return undefined;
      const cache = seal.open(sealed, boundTo(person));
      if (cache === undefined)
        log.warn('tokens of an operator do not open: they have to sign in again', {
          tenantId: person.tenantId,
        });
      return cache;
    },
    write: (person, cache) =>
      writeTokenCache(
        store,
        person.tenantId,
        person.personId,
        seal.seal(cache, boundTo(person)),
        clock.now(),
      ),
    remove: (person) => removeTokenCache(store, person.tenantId, person.personId),
  };
}
