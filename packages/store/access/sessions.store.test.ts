import { expect, test } from 'vitest';
import { changeCall } from '../commit/change-call.ts';
import { accept, contoso, now, olga, tenantStores, waitingCall } from '../testing/sample-tenant.testing.ts';
import { findOpenSession } from './open-sessions.ts';
import {
  consoleCame,
  consoleWent,
  recordSession,
  recordSignIn,
  sweepAccess,
  takeSignIn,
} from './sessions.ts';
import { signOut } from './sign-out.ts';
import type { Store } from './store.ts';

const signIn = { stateHash: 'state', codeVerifier: 'verifier', nonce: 'nonce', expiresAt: now + 1_000 };
const session = { tokenHash: 'token', tenantId: contoso, operatorId: olga, expiresAt: now + 1_000 };

test('a sign-in can be taken once, even by two at once', async () => {
  const { store, other } = await tenantStores();
  await recordSignIn(store, signIn);
  const taken = await Promise.all([takeSignIn(store, 'state', now), takeSignIn(other, 'state', now)]);
  expect(taken.filter((one) => one !== undefined)).toEqual([{ codeVerifier: 'verifier', nonce: 'nonce' }]);
  expect(await takeSignIn(store, 'state', now)).toBeUndefined();
});

test('a sign-in that took too long is void, and gone by the attempt', async () => {
  const { store } = await tenantStores();
  await recordSignIn(store, signIn);
  expect(await takeSignIn(store, 'state', now + 1_000)).toBeUndefined();
  expect(await takeSignIn(store, 'state', now)).toBeUndefined();
});

test('a session lasts until it expires', async () => {
  const { store } = await tenantStores();
  await recordSession(store, session);
  expect(await findOpenSession(store, 'token', now + 999)).toMatchObject({
    tenantId: contoso,
    operatorId: olga,
  });
  expect(await findOpenSession(store, 'token', now + 1_000)).toBeUndefined();
  expect(await findOpenSession(store, 'another', now)).toBeUndefined();
});

test('a session ends by signing out, and no other with it', async () => {
  const { store } = await tenantStores();
  await recordSession(store, session);
  await recordSession(store, { ...session, tokenHash: 'elsewhere' });
  await signOut(store, 'token', now);
  expect(await findOpenSession(store, 'token', now)).toBeUndefined();
  expect(await findOpenSession(store, 'elsewhere', now)).toBeDefined();
});

test('the sweep forgets what has run out and nothing else', async () => {
  const { store } = await tenantStores();
  await recordSignIn(store, signIn);
  await recordSignIn(store, { ...signIn, stateHash: 'later', expiresAt: now + 5_000 });
  await recordSession(store, session);
  await recordSession(store, { ...session, tokenHash: 'later', expiresAt: now + 5_000 });
  await sweepAccess(store, now + 1_000);
  expect(await takeSignIn(store, 'state', now)).toBeUndefined();
  expect(await takeSignIn(store, 'later', now)).toBeDefined();
  expect(await findOpenSession(store, 'token', now)).toBeUndefined();
  expect(await findOpenSession(store, 'later', now)).toBeDefined();
});

/** Whether decisions about a call of Olga's take her console for connected. */
async function isOlgaHere(
  store: Store,
  callId: Parameters<typeof accept>[1],
  since: number,
): Promise<boolean> {
  let isHere = false;
  await changeCall<string>(store, {
    tenantId: contoso,
    callId,
    now,
    consolesSince: since,
    owner: 1,
    decide: (hand) => {
      isHere = hand.isOperatorHere;
      return { ok: false, refusal: 'only looking' };
    },
  });
  return isHere;
}

test('an operator is here while one console is connected, and for the grace after the last has gone', async () => {
  const { store } = await tenantStores();
  const { callId } = (await waitingCall(store)).decided.state;
  await accept(store, callId, olga);
  expect(await isOlgaHere(store, callId, now)).toBe(false);
  for (const connectionId of ['one', 'two']) {
    await consoleCame(store, { connectionId, tenantId: contoso, operatorId: olga, owner: 1 });
  }
  await consoleWent(store, 'one', now);
  expect(await isOlgaHere(store, callId, now)).toBe(true);
  await consoleWent(store, 'two', now);
  expect(await isOlgaHere(store, callId, now - 1)).toBe(true);
  expect(await isOlgaHere(store, callId, now)).toBe(false);
  await sweepAccess(store, now + 3_600_001);
  expect(await isOlgaHere(store, callId, now - 1)).toBe(false);
});
