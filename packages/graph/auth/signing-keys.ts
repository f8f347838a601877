import type { Instant } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import {
  createLocalJWKSet,
  errors,
  type FlattenedJWSInput,
  type JWSHeaderParameters,
  type JWTVerifyGetKey,
} from 'jose';
import { AuthError } from './auth-error.ts';
import { fetchKeySet, fetchOpenIdDocument, type OpenIdDocument, type WebSource } from './open-id-document.ts';

/** Microsoft's own sample reads the keys again every two hours. */
const refreshMs = 2 * 3_600_000;
/** Keys roll without notice, so an unknown key id makes us look again; forged ids must not make us look all day. */
const cooldownMs = 30_000;
/** Old keys serve this long while the source is down: a broken web server there must not cost calls here. */
const staleMs = 24 * 3_600_000;

export interface SigningKeys {
  /** For `jwtVerify`. Throws jose's errors for keys that do not exist, an {@link AuthError} when none can be read. */
  readonly key: JWTVerifyGetKey;
  /** The configuration that the keys came by. Throws an {@link AuthError}. */
  document(): Promise<OpenIdDocument>;
  /** Another number whenever other keys are published. Throws an {@link AuthError} when none can be read. */
  edition(): Promise<number>;
}

interface Loaded {
  readonly at: Instant;
  readonly document: OpenIdDocument;
  readonly edition: number;
  /** The key set as it was read. */
  readonly text: string;
  readonly select: ReturnType<typeof createLocalJWKSet>;
}

/** The keys behind an OpenID configuration, kept and renewed. One request at a time is on its way, whoever asks. */
export function createSigningKeys(openIdConfigurationUrl: string, source: WebSource): SigningKeys {
  const { clock } = source;
  let loaded: Loaded | undefined;
  let triedAt: Instant = Number.NEGATIVE_INFINITY;
  let loading: Promise<Loaded> | undefined;

  async function load(): Promise<Loaded> {
    triedAt = clock.now();
    const document = await fetchOpenIdDocument(openIdConfigurationUrl, source);
    const keySet = await fetchKeySet(document.keysUrl, source);
    const text = JSON.stringify(keySet);
    const before = loaded?.edition ?? 0;
    const edition = loaded?.text === text ? before : before + 1;
    loaded = { at: clock.now(), document, edition, text, select: localKeySet(keySet, document.keysUrl) };
    return loaded;
  }

  function reload(): Promise<Loaded> {
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  async function current(): Promise<Loaded> {
    if (loaded === undefined) return reload();
    const known = loaded;
    const age = clock.now() - known.at;
    if (age < refreshMs) return known;
    if (age < staleMs) return coolingDown() ? known : reload().catch(() => known);
    return reload();
  }

  const coolingDown = (): boolean => clock.now() - triedAt < cooldownMs;

  async function key(header?: JWSHeaderParameters, token?: FlattenedJWSInput) {
    const known = await current();
    try {
      return await known.select(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || coolingDown()) throw error;
      const renewed = await reload();
      return renewed.select(header, token);
    }
  }

  return {
    key,
    document: async () => (await current()).document,
    edition: async () => (await current()).edition,
  };
}

function localKeySet(keySet: Parameters<typeof createLocalJWKSet>[0], url: string): Loaded['select'] {
  try {
    return createLocalJWKSet(keySet);
  } catch (error) {
    throw new AuthError('unreachable', `${url} is not a usable key set: ${asError(error).message}`, {
      cause: error,
    });
  }
}
