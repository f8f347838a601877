import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createSigner } from '../auth/jwt.testing.ts';
import type { Fetch } from '../client/timed-fetch.ts';
import { createNotificationVerifier } from './verify-token.ts';

const start = Date.UTC(2026, 10, 23, 10, 0, 0);
const tid = '1fdd12d0-1620-44ed-baec-000000000001';
const audiences = ['our-app', 'another-app'];
const issuers = ['https://api.botframework.com', 'https://login.contoso.example'];

interface Made {
  readonly text: string;
  readonly aud: string;
  readonly iss: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly key: string;
}

let made: readonly Made[] = [];
const jwks = new Map<string, unknown>();

/** Tokens of both audiences, both issuers, two keys, and lives from eight hours to nothing: the first one lives long. */
beforeAll(async () => {
  const tokens: Made[] = [];
  for (const key of ['key-1', 'key-2']) {
    const signer = await createSigner(key);
    jwks.set(key, signer.jwk);
    for (const aud of audiences) {
      for (const iss of issuers) {
        for (const life of [30_000, 3_900, 600, 0]) {
          const exp = start / 1_000 + life;
          const text = await signer.sign({ aud, iss, exp, tid });
          tokens.push({ text, aud, iss, expiresAt: exp * 1_000, key });
        }
      }
    }
  }
  made = tokens;
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ verify: fc.oneof(fc.constant(0), fc.nat(31)) }) },
  {
    weight: 2,
    arbitrary: fc.record({ pass: fc.oneof(fc.integer({ min: 0, max: 3_000_000 }), fc.constant(7_300_000)) }),
  },
  { weight: 1, arbitrary: fc.record({ publish: fc.subarray(['key-1', 'key-2']) }) },
);

interface Published {
  readonly at: number;
  readonly keys: readonly string[];
}

/** Whether a key was published at any moment of the last two hours, after which the keys are read again. */
function mayBeKnown(key: string, published: readonly Published[], now: number): boolean {
  return published.some(({ keys }, index) => {
    const until = published[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return keys.includes(key) && until >= now - 7_200_000;
  });
}

test('whatever was verified before, a token counts only in its time, for us, from them, and by a published key', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.constantFrom(...audiences),
      async (steps, audience) => {
        const clock = new ManualClock(start);
        const published: Published[] = [{ at: start, keys: ['key-1', 'key-2'] }];
        const { verify } = createNotificationVerifier({
          openIdConfigurationUrl: 'https://keys.example/OpenIdConfiguration',
          audience,
          issuers: issuers.slice(0, 1),
          clock,
          fetch: publishing(() => must(published.at(-1), 'keys').keys),
        });
        const faults: unknown[] = [];
        for (const one of steps) {
          if ('pass' in one) clock.advance(one.pass);
          else if ('publish' in one) published.push({ at: clock.now(), keys: one.publish });
          else {
            const token = must(made[one.verify], 'a token');
            const accepted = (await verify(`Bearer ${token.text}`)).ok;
            const isOurs = token.aud === audience && token.iss === issuers[0];
            const isGood = isOurs && clock.now() < token.expiresAt + 300_000;
            const mayPass = isGood && mayBeKnown(token.key, published, clock.now());
            const mustPass = isGood && published.length === 1;
            if ((accepted && !mayPass) || (!accepted && mustPass)) faults.push({ token, accepted });
          }
        }
        expect(faults).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

/** A web that publishes an OpenID configuration and these keys. */
const publishing = (keys: () => readonly string[]): Fetch =>
  (async (url: string) =>
    Response.json(
      url.endsWith('/OpenIdConfiguration')
        ? { issuer: issuers[0], jwks_uri: 'https://keys.example/keys' }
        : { keys: keys().map((key) => jwks.get(key)) },
    )) as Fetch;
