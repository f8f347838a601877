import cookie from '@fastify/cookie';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { consoleCame, recordSession } from '@switchboard/store/access/sessions';
import { changeOperatorWork, findOperatorWork } from '@switchboard/store/operators/operators';
import { contoso, now, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { registerAuth } from './auth.ts';
import { hashOf } from './secrets.ts';
import { sessionCookie } from './session-of.ts';

/** Olga at work, signed in with these tokens, each with a console. */
async function openAuth(...tokens: readonly string[]) {
  const { store } = await tenantStores();
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(cookie);
  const ended: string[] = [];
  registerAuth(app, {
    store,
    clock: new ManualClock(now),
    entra: {
      signOutUrl: (back: string) => `https://login.example/out?back=${back}`,
      operatorTokens: { forget: () => Promise.resolve() },
    } as never,
    log: silentLogger,
    publicUrl: 'https://console.test',
    onSignedOut: (tokenHash) => ended.push(tokenHash),
  });
  for (const token of tokens) {
    const tokenHash = hashOf(token);
    await recordSession(store, { tokenHash, tenantId: contoso, operatorId: olga, expiresAt: now + 1_000 });
    await consoleCame(store, {
      connectionId: token,
      tenantId: contoso,
      operatorId: olga,
      owner: 1,
      tokenHash,
    });
  }
  await changeOperatorWork(store, contoso, olga, now, (known) => ({ ...known, status: 'available' }));
  const signOut = (token: string) =>
    app.inject({ method: 'POST', url: '/auth/sign-out', cookies: { [sessionCookie]: token } });
  const status = async () => (await findOperatorWork(store, contoso, olga))?.status;
  return { app, signOut, status, ended };
}

test('who signs out is offline at once', async () => {
  const { signOut, status, ended } = await openAuth('desk');
  const answer = await signOut('desk');
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    'https://login.example/out?back=https://console.test/',
  ]);
  expect(ended).toEqual([hashOf('desk')]);
  expect(await status()).toBe('offline');
});

test('who signs out in one browser and has a console in another is still at work', async () => {
  const { signOut, status } = await openAuth('desk', 'home');
  await signOut('desk');
  expect(await status()).toBe('available');
  await signOut('home');
  expect(await status()).toBe('offline');
});

test('who is signed in is told as it is, and nobody else is', async () => {
  const { app } = await openAuth('desk');
  const ask = (token: string) =>
    app.inject({ method: 'GET', url: '/api/me', cookies: { [sessionCookie]: token } });
  const me = await ask('desk');
  expect(me.json()).toEqual({
    operatorId: olga,
    name: 'Olga Lindqvist',
    userPrincipalName: 'olga@contoso.example',
    tenantName: 'Contoso',
  });
  expect((await ask('another')).statusCode).toBe(401);
});
