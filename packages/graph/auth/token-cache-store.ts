import type { PersonId, TenantId } from '@switchboard/domain/ids';

/** The key of a person whom Entra ID vouches for. */
export interface PersonKey {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
}

/**
 * Where what MSAL knows about a person lives between two uses: one text for each, which holds a refresh token. Whoever
 * has it can act for the person, so it is kept encrypted, and removed when the last session of the person ends.
 */
export interface TokenCacheStore {
  read(person: PersonKey): Promise<string | undefined>;
  write(person: PersonKey, cache: string): Promise<void>;
  remove(person: PersonKey): Promise<void>;
}

/** In memory: gone with the process, and unknown to the other servers. */
export function memoryTokenCaches(): TokenCacheStore {
  const caches = new Map<string, string>();
  return {
    read: (person) => Promise.resolve(caches.get(personName(person))),
    write: (person, cache) => {
      caches.set(personName(person), cache);
      return Promise.resolve();
    },
    remove: (person) => {
      caches.delete(personName(person));
      return Promise.resolve();
    },
  };
}

export const personName = ({ tenantId, personId }: PersonKey): string => `${tenantId} ${personId}`;
