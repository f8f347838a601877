import { ManualClock } from '@switchboard/kit/clock';
import type { JWTPayload } from 'jose';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createSigner, type Signer } from '../auth/jwt.testing.ts';
import { startLocalServer } from '../client/local-server.testing.ts';
import { createNotificationVerifier } from './verify-token.ts';

const now = Date.UTC(2026, 10, 23, 10, 0, 0);
const seconds = now / 1000;
const tid = '1FDD12D0-1620-44ED-BAEC-000000000001';
const good: JWTPayload = {
  aud: 'our-app',
  iss: 'https://api.botframework.com',
  iat: seconds,
  nbf: seconds,
  exp: seconds + 3_900,
  tid,
};

let microsoft: Signer;
let stranger: Signer;

beforeAll(async () => {
  microsoft = await createSigner('key-1');
  stranger = await createSigner('key-1');
});

async function verifier(
  keys: () => readonly unknown[] = () => [microsoft.jwk],
  isUp: () => boolean = () => true,
) {
  const clock = new ManualClock(now);
  const server = await startLocalServer(({ path }) => {
    if (!isUp()) return { status: 503 };
    if (path === '/keys') return { status: 200, body: { keys: keys() } };
    return { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri: `${server.url}/keys` } };
  });
  const { verify } = createNotificationVerifier({
    openIdConfigurationUrl: `${server.url}/.well-known/OpenIdConfiguration`,
    audience: 'our-app',
    issuers: ['https://graph.microsoft.com', 'https://api.botframework.com'],
    clock,
  });
  return { verify, clock, server };
}

const codeOf = async (header: string | undefined): Promise<unknown> => {
  const { verify } = await verifier();
  const result = await verify(header);
  return result.ok ? 'ok' : result.refusal.code;
};

describe('a notification’s token', () => {
  test('names the tenant when all is well', async () => {
    const { verify } = await verifier();
    const result = await verify(`Bearer ${await microsoft.sign(good)}`);
    expect(result).toEqual({ ok: true, value: { tenantId: tid.toLowerCase() } });
  });

  test.each([undefined, '', '  '])('is missing in %j', async (header) => {
    expect(await codeOf(header)).toBe('missing');
  });

  test.each(['Basic abc', 'Bearer', 'Bearer a b', 'Bearer not-a-token', 'Bearer a.b.c', 'Bearer ..'])(
    'is malformed in %j',
    async (header) => {
      expect(await codeOf(header)).toBe('malformed');
    },
  );

  test.each([
    ['expired', { exp: seconds - 301 }],
    ['expired', { nbf: seconds + 301 }],
    ['ok', { exp: seconds - 299 }],
    ['ok', { nbf: seconds + 299 }],
    ['issuer', { iss: 'https://login.contoso.example' }],
    ['issuer', { iss: undefined }],
    ['audience', { aud: 'another-app' }],
    ['audience', { aud: undefined }],
    ['malformed', { exp: undefined }],
    ['tenant', { tid: undefined }],
    ['tenant', { tid: 'contoso' }],
    ['tenant', { tid: 7 }],
  ])('is %s with %j', async (code, change) => {
    const claims = Object.fromEntries(
      Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(await codeOf(`Bearer ${await microsoft.sign(claims)}`)).toBe(code);
  });

  test('is refused when somebody else signed it under a published key id', async () => {
    expect(await codeOf(`Bearer ${await stranger.sign(good)}`)).toBe('signature');
  });

  test('is refused when it was changed after signing', async () => {
    const [header, , signature] = (await microsoft.sign(good)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...good, tid: tid.replace('1', '2') })).toString(
      'base64url',
    );
    expect(await codeOf(`Bearer ${header}.${payload}.${signature}`)).toBe('signature');
  });

  test('is refused without a signature (alg none)', async () => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(await codeOf(`Bearer ${part({ alg: 'none' })}.${part(good)}.`)).toBe('signature');
  });

  test('is refused when it is signed in a way that is not RSA with SHA-2', async () => {
    const elliptic = await createSigner('key-1', 'ES256');
    const { verify } = await verifier(() => [elliptic.jwk]);
    expect(await verify(`Bearer ${await elliptic.sign(good)}`)).toMatchObject({
      refusal: { code: 'signature' },
    });
  });
});

describe('a token that was verified before', () => {
  test('is accepted without another look at its signature', async () => {
    const { verify } = await verifier();
    const header = `Bearer ${await microsoft.sign(good)}`;
    await verify(header);
    const look = vi.spyOn(globalThis.crypto.subtle, 'verify');
    onTestFinished(() => look.mockRestore());
    expect(await verify(header)).toEqual({ ok: true, value: { tenantId: tid.toLowerCase() } });
    expect(look).not.toHaveBeenCalled();
    await verify(`Bearer ${await microsoft.sign({ ...good, jti: 'another' })}`);
    expect(look).toHaveBeenCalledOnce();
  });

  test('is refused from the moment at which it would be refused anew', async () => {
    const { verify, clock } = await verifier();
    const header = `Bearer ${await microsoft.sign(good)}`;
    await verify(header);
    clock.advance((3_900 + 299) * 1_000);
    expect(await verify(header)).toMatchObject({ ok: true });
    clock.advance(2_000);
    expect(await verify(header)).toMatchObject({ refusal: { code: 'expired' } });
  });

  test('is refused when its key is published no more', async () => {
    const rolled = await createSigner('key-2');
    let keys = [microsoft.jwk];
    const { verify, clock } = await verifier(() => keys);
    const header = `Bearer ${await microsoft.sign({ ...good, exp: seconds + 100_000 })}`;
    await verify(header);
    keys = [rolled.jwk];
    expect(await verify(header)).toMatchObject({ ok: true });
    clock.advance(2 * 3_600_000);
    expect(await verify(header)).toMatchObject({ refusal: { code: 'signature' } });
  });

  test('is of no use with another ending', async () => {
    const { verify } = await verifier();
    const token = await microsoft.sign(good);
    await verify(`Bearer ${token}`);
    const changed = token.endsWith('A') ? 'B' : 'A';
    expect(await verify(`Bearer ${token.slice(0, -3)}${changed.repeat(3)}`)).toMatchObject({
      refusal: { code: 'signature' },
    });
  });
});

describe('the keys', () => {
  test('are read once, and again after two hours', async () => {
    const { verify, clock, server } = await verifier();
    const header = `Bearer ${await microsoft.sign({ ...good, exp: seconds + 100_000 })}`;
    await verify(header);
    await verify(header);
    expect(server.seen).toHaveLength(2);
    clock.advance(2 * 3_600_000);
    expect(await verify(header)).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(4);
  });

  test('are read again for an unknown key id, but not for every one', async () => {
    const rolled = await createSigner('key-2');
    let keys = [microsoft.jwk];
    const { verify, clock, server } = await verifier(() => keys);
    const header = `Bearer ${await rolled.sign(good)}`;
    await verify(`Bearer ${await microsoft.sign(good)}`);
    keys = [microsoft.jwk, rolled.jwk];
    expect(await verify(header)).toMatchObject({ refusal: { code: 'signature' } });
    clock.advance(30_000);
    expect(await verify(header)).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(4);
  });

  test('serve on while their source is down, for a day', async () => {
    let isUp = true;
    const { verify, clock } = await verifier(undefined, () => isUp);
    const header = `Bearer ${await microsoft.sign({ ...good, exp: seconds + 200_000 })}`;
    await verify(header);
    isUp = false;
    clock.advance(23 * 3_600_000);
    expect(await verify(header)).toMatchObject({ ok: true });
    clock.advance(2 * 3_600_000);
    expect(await verify(header)).toMatchObject({ refusal: { code: 'unreachable' } });
  });

  test('that cannot be read say nothing about the token', async () => {
    const { verify } = await verifier(undefined, () => false);
    const result = await verify(`Bearer ${await microsoft.sign(good)}`);
    expect(result).toMatchObject({ refusal: { code: 'unreachable' } });
  });
});
