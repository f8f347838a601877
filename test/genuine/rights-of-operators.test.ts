import { randomBytes } from 'node:crypto';
import { personId, tenantId as tenantIdOf } from '@switchboard/domain/ids';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { allOperatorScopes, operatorScopes } from '@switchboard/server/handle/operator-scopes';
import { createTokenCaches } from '@switchboard/server/handle/token-caches';
import { createApp } from '@switchboard/server/http/app';
import { registerAuth } from '@switchboard/server/http/auth';
import { createPrompts } from '@switchboard/server/media/prompts';
import { createSeal } from '@switchboard/store/access/seal';
import { openStore } from '@switchboard/store/access/store';
import { putOperator, putTenant } from '@switchboard/store/tenants/tenants';
import { testDatabase } from '@switchboard/store/testing/test-database';
import { expect, onTestFinished, test } from 'vitest';
import { consoleApp, eva, signInByPage, startEntraServer, tenantId } from './entra-server.testing.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
const publicUrl = 'http://localhost:3000';
const contoso = tenantIdOf(tenantId);
const person = { tenantId: contoso, personId: personId(eva.id) };

/** The pages of sign-in with MSAL behind them, a database, and an Entra ID that grants these permissions. */
async function house(granted: readonly string[], operators: readonly string[] = [eva.id]) {
  const delegatedPermissions = [...granted];
  const entraServer = await startEntraServer({
    ...consoleApp,
    redirectUris: [`${publicUrl}/auth/callback`],
    delegatedPermissions,
  });
  const database = await testDatabase();
  const store = openStore(database.url, silentLogger, 4);
  const prompts = createPrompts(publicUrl);
  const app = await createApp({ log: silentLogger, clock, prompts, consoleFolder: '/nowhere' });
  onTestFinished(async () => {
    await app.close();
    await entraServer.stop();
    await store.destroy();
    await database.drop();
  });
  await putTenant(store, { tenantId: contoso, name: 'Contoso' }, Date.now());
  for (const operatorId of operators.map(personId)) {
    const { displayName: name, userPrincipalName } = eva;
    await putOperator(store, { tenantId: contoso, operatorId, name, userPrincipalName, queueIds: [] });
  }
  const seal = createSeal([randomBytes(32)], randomBytes);
  const tokenCaches = createTokenCaches({ store, clock, seal, log: silentLogger });
  const entra = createEntraClients({
    loginBaseUrl: entraServer.url,
    clientId: consoleApp.applicationId,
    secret: 'fictional-secret',
    clock,
    log: silentLogger,
    tokenCaches,
  });
  registerAuth(app, { store, clock, entra, log: silentLogger, publicUrl, onSignedOut: () => undefined });
  const cookies: Record<string, string> = {};
  const get = async (url: string) => {
    const answer = await app.inject({ url, cookies });
    for (const each of answer.cookies) cookies[each.name] = each.value;
    return answer;
  };
  return { app, get, cookies, entra, tokenCaches, delegatedPermissions, verify: entraServer.entra };
}

type House = Awaited<ReturnType<typeof house>>;

/** Signs Eva in as a browser would. @returns how often Entra ID was asked, and the last answer */
async function signIn({ get }: House, from = '/auth/sign-in') {
  let answer = await get(from);
  for (let asked = 1; ; asked += 1) {
    const back = await comeBack(String(answer.headers.location));
    answer = await get(`/auth/callback?${back.toString()}`);
    if (!String(answer.headers.location ?? '').includes('/authorize')) return { asked, answer };
  }
}

/** Entra ID answers at once when it does not even ask who it is. */
async function comeBack(url: string): Promise<URLSearchParams> {
  const direct = await fetch(url, { redirect: 'manual' });
  const location = direct.headers.get('location');
  return location === null ? signInByPage(url, eva.id) : new URL(location).searchParams;
}

test('an operator signs in once, and Graph may be asked in their name, by another server too', async () => {
  const opened = await house(['User.Read', ...allOperatorScopes]);
  const { asked, answer } = await signIn(opened);
  expect([asked, answer.statusCode, answer.headers.location]).toEqual([1, 302, '/']);
  for (const scopes of Object.values(operatorScopes)) {
    const token = await opened.entra.operatorTokens.token(person, scopes);
    const verified = await opened.verify.verifyGraphToken(`Bearer ${token.ok ? token.value : ''}`);
    expect(verified).toMatchObject({ ok: true, value: { userId: eva.id } });
    expect(verified.ok && verified.value.scopes).toEqual(expect.arrayContaining([...scopes]));
  }
});

test('where the tenant grants nothing they sign in all the same, and what lacks a right says so', async () => {
  const opened = await house(['User.Read']);
  const first = await signIn(opened);
  expect([first.asked, first.answer.headers.location]).toEqual([2, '/']);
  const refused = { ok: false, refusal: { code: 'askConsent', scopes: operatorScopes.personalContacts } };
  expect(await opened.entra.operatorTokens.token(person, operatorScopes.personalContacts)).toMatchObject(
    refused,
  );
  expect((await signIn(opened)).asked).toBe(1);
});

test('when an administrator consents, what lacked the right has it, without another sign-in', async () => {
  const opened = await house(['User.Read']);
  await signIn(opened);
  opened.delegatedPermissions.push(...allOperatorScopes);
  const token = await opened.entra.operatorTokens.token(person, operatorScopes.presence);
  expect(token).toMatchObject({ ok: true });
  const { asked } = await signIn(opened, '/auth/sign-in?rights=all');
  expect([asked, opened.cookies['switchboard_rights']]).toEqual([1, '']);
});

test('nothing is kept of who signs in and is no operator', async () => {
  const opened = await house(['User.Read', ...allOperatorScopes], []);
  const { answer } = await signIn(opened);
  expect(answer.statusCode).toBe(403);
  expect(await opened.tokenCaches.read(person)).toBeUndefined();
});

test('tokens are forgotten when the last of an operator’s sessions ends, and not before', async () => {
  const opened = await house(['User.Read', ...allOperatorScopes]);
  const session = () => opened.cookies['switchboard_session'] ?? '';
  const signOut = (token: string) =>
    opened.app.inject({ method: 'POST', url: '/auth/sign-out', cookies: { switchboard_session: token } });
  await signIn(opened);
  const desk = session();
  await signIn(opened);
  await signOut(desk);
  expect(await opened.tokenCaches.read(person)).toBeDefined();
  await signOut(session());
  expect(await opened.tokenCaches.read(person)).toBeUndefined();
  expect(await opened.entra.operatorTokens.token(person, operatorScopes.presence)).toMatchObject({
    refusal: { code: 'signIn' },
  });
});
