import type { Clock } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import * as z from 'zod';
import { type Fetch, jsonOrNothing, timedFetch } from '../client/timed-fetch.ts';
import { AuthError } from './auth-error.ts';

const documentSchema = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });
const keySetSchema = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) });

export interface OpenIdDocument {
  readonly issuer: string;
  readonly keysUrl: string;
  /** The document as received, for whoever reads more of it. */
  readonly text: string;
}

export type KeySet = z.output<typeof keySetSchema>;

export interface WebSource {
  readonly clock: Clock;
  readonly fetch?: Fetch;
}

/** Both are small documents on hosts made for it; who waits longer loses the 15 s in which a call is answered. */
const timeoutMs = 5_000;

/** Reads an OpenID configuration. Throws an {@link AuthError} `unreachable`. */
export async function fetchOpenIdDocument(url: string, source: WebSource): Promise<OpenIdDocument> {
  const { text, json } = await fetchJson(url, source);
  const parsed = documentSchema.safeParse(json);
  if (!parsed.success) {
    throw new AuthError('unreachable', `${url} is not an OpenID configuration: it lacks issuer or jwks_uri`);
  }
  return { issuer: parsed.data.issuer, keysUrl: parsed.data.jwks_uri, text };
}

/** Reads a JSON web key set. Throws an {@link AuthError} `unreachable`. */
export async function fetchKeySet(url: string, source: WebSource): Promise<KeySet> {
  const { json } = await fetchJson(url, source);
  const parsed = keySetSchema.safeParse(json);
  if (!parsed.success) throw new AuthError('unreachable', `${url} is not a JSON web key set`);
  return parsed.data;
}

async function fetchJson(url: string, source: WebSource): Promise<{ text: string; json: unknown }> {
  const fetch = source.fetch ?? globalThis.fetch;
  const answer = await timedFetch(fetch, source.clock, timeoutMs, url, {
    headers: { accept: 'application/json' },
  }).catch((error: unknown) => {
    throw new AuthError('unreachable', `${url} did not answer: ${asError(error).message}`, { cause: error });
  });
  if (answer.status !== 200 || answer.text === undefined) {
    throw new AuthError('unreachable', `${url} answered ${answer.status}, expected 200 with JSON`);
  }
  return { text: answer.text, json: jsonOrNothing(answer.text) };
}
