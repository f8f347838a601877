import type { AccountInfo, AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { jsonOrNothing } from '../client/timed-fetch.ts';
import { acceptAssertion } from './accept-assertion.ts';
import { authorityOf } from './login-base.ts';
import type { OperatorTokenParts } from './operator-token-parts.ts';
import { type OperatorTokenRefusal, operatorTokenRefusal, signInFirst } from './operator-token-refusal.ts';
import { type PersonKey, personName } from './token-cache-store.ts';

export interface OperatorTokens {
  /**
   * A token by which Graph does what this person may do, without asking them. They have signed in with these scopes
   * before. `fresh` passes the cached one by, for a token that Graph did not accept.
   *
   * @param scopes permissions of Graph by their names: `Presence.Read.All`
   */
  token(
    person: PersonKey,
    scopes: readonly string[],
    options?: { readonly fresh?: boolean },
  ): Promise<Result<string, OperatorTokenRefusal>>;
  /**
   * Takes the token that a person has for our own application (the tab in Teams) in exchange for what `token` needs.
   * The caller has verified the assertion; Entra ID does so again, and says whose it is.
   */
  acceptAssertion(
    person: PersonKey,
    assertion: string,
    scopes: readonly string[],
  ): Promise<Result<void, OperatorTokenRefusal>>;
  /** Forgets all that is known of a person: when their last session ends, or an administrator says so. */
  forget(person: PersonKey): Promise<void>;
}

interface Remembered {
  readonly token: string;
  readonly until: Instant;
}

/** How long a token serves without a look into the store; so long, too, it outlives `forget` on another server. */
const rememberFor = 60_000;
/** MSAL takes a token that lasts no longer for expired. In milliseconds. */
const shortestLife = 300_000;
/** Enough for every operator of a region; the one that was remembered first makes room. */
const mostRemembered = 5_000;

/** Tokens of people, out of what MSAL keeps about each of them in a store. */
export function createOperatorTokens(parts: OperatorTokenParts): OperatorTokens {
  const { clock, caches, log } = parts;
  const remembered = new Map<string, Remembered>();
  const inTurn = createTurns();
  const nameOf = (person: PersonKey, scopes: readonly string[]): string =>
    `${personName(person)} ${scopes.toSorted().join(' ').toLowerCase()}`;

  function remember(name: string, { accessToken, expiresOn }: AuthenticationResult): void {
    const now = clock.now();
    const until = Math.min(now + rememberFor, (expiresOn?.getTime() ?? now) - shortestLife);
    remembered.delete(name);
    remembered.set(name, { token: accessToken, until });
    const [first] = remembered.keys();
    if (remembered.size > mostRemembered && first !== undefined) remembered.delete(first);
  }

  async function acquire(
    person: PersonKey,
    scopes: readonly string[],
    fresh: boolean,
  ): Promise<Result<string, OperatorTokenRefusal>> {
    const kept = await caches.read(person);
    if (kept === undefined) return refused(signInFirst(scopes));
    try {
      const client = await parts.msal.fresh();
      const account = await accountIn(client, kept, person);
      if (account === undefined) return refused(signInFirst(scopes));
      const authority = authorityOf(parts.base, person.tenantId);
      const request = { account, scopes: [...scopes], authority, forceRefresh: fresh };
      const answer = await client.acquireTokenSilent(request);
      const cache = client.getTokenCache();
      if (cache.hasChanged()) await caches.write(person, cache.serialize());
      remember(nameOf(person, scopes), answer);
      return ok(answer.accessToken);
    } catch (error) {
      const refusal = operatorTokenRefusal(error, scopes, parts.secrets);
      log.info('no token for an operator', { tenantId: person.tenantId, code: refusal.code });
      return refused(refusal);
    }
  }

  return {
    async token(person, scopes, { fresh = false } = {}) {
      const known = fresh ? undefined : remembered.get(nameOf(person, scopes));
      if (known !== undefined && known.until > clock.now()) return ok(known.token);
      return inTurn(personName(person), () => acquire(person, scopes, fresh));
    },
    acceptAssertion: (person, assertion, scopes) =>
      inTurn(personName(person), () => acceptAssertion(parts, person, assertion, scopes)),
    async forget(person) {
      for (const name of remembered.keys()) {
        if (name.startsWith(`${personName(person)} `)) remembered.delete(name);
      }
      await inTurn(personName(person), () => caches.remove(person));
    },
  };
}

/** MSAL takes any text for a cache, and falls over later. */
const cacheSchema = z.record(z.string(), z.record(z.string(), z.looseObject({})));

/** The person's account in a kept cache; undefined when it is not there, or the text is no cache. */
async function accountIn(
  client: ConfidentialClientApplication,
  kept: string,
  { tenantId, personId }: PersonKey,
): Promise<AccountInfo | undefined> {
  const cache = client.getTokenCache();
  if (!cacheSchema.safeParse(jsonOrNothing(kept)).success) return undefined;
  cache.deserialize(kept);
  const accounts = await cache.getAllAccounts();
  return accounts.find(
    (account) =>
      account.localAccountId.toLowerCase() === personId && account.tenantId.toLowerCase() === tenantId,
  );
}

/** Lets work with the same name run one after the other: two who renew at once would overwrite each other's cache. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
