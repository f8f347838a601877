import { ManualClock } from '@switchboard/kit/clock';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  answerOf,
  consoleApp,
  cookieOf,
  createEntraBench,
  type EntraBench,
  eva,
  flowOf,
  lukasz,
  newProofKey,
  omar,
  testTenantId,
} from './entra.testing.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
let bench: EntraBench;
let clock: ManualClock;

beforeAll(async () => {
  clock = new ManualClock(Date.parse('2026-11-23T08:00:00Z'));
  bench = await createEntraBench({}, clock);
});

describe('the account picker', () => {
  test('cannot be framed and offers the operators first', async () => {
    const page = await bench.authorize();
    expect(page.statusCode).toBe(200);
    expect(page.headers['x-frame-options']).toBe('DENY');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.body).toContain(eva.userPrincipalName);
    expect(page.body).not.toContain(lukasz.userPrincipalName);
  });

  test('finds anybody by name, with or without the marks on its letters', async () => {
    const flow = flowOf(await bench.authorize());
    for (const search of ['zak', 'ŻĄK', 'zak@contoso']) {
      const found = await bench.app.inject({
        url: `/${testTenantId}/login`,
        query: { flow, search, part: 'accounts' },
      });
      expect(found.body).toContain(lukasz.userPrincipalName);
      expect(found.body).not.toContain(eva.userPrincipalName);
    }
    const nobody = await bench.app.inject({
      url: `/${testTenantId}/login`,
      query: { flow, search: '<b>', part: 'accounts' },
    });
    expect(nobody.body).toContain('&#60;b&#62;');
  });

  test('puts the hinted person first', async () => {
    const page = await bench.authorize({ login_hint: lukasz.userPrincipalName });
    expect(page.body.indexOf(lukasz.id)).toBeLessThan(page.body.indexOf(eva.id));
    expect(page.body).toContain(lukasz.id);
  });

  test('sends the code back in the way that was asked for, with the state unchanged', async () => {
    const state = 'a|b c&d=é';
    const byQuery = await bench.pick(await bench.authorize({ state }), eva);
    expect(byQuery.statusCode).toBe(302);
    expect(byQuery.headers.location).toMatch(/^http:\/\/localhost\/callback\?code=/);
    expect(answerOf(byQuery).get('state')).toBe(state);
    const byFragment = await bench.pick(await bench.authorize({ state, response_mode: 'fragment' }), eva);
    expect(byFragment.headers.location).toMatch(/^http:\/\/localhost\/callback#code=/);
    const byForm = await bench.pick(await bench.authorize({ state, response_mode: 'form_post' }), eva);
    expect(byForm.body).toContain('action="http://localhost/callback"');
    expect(byForm.body).toContain('name="state" value="a|b c&#38;d=é"');
  });

  test('goes back with access_denied when the person cancels', async () => {
    const flow = flowOf(await bench.authorize());
    const payload = new URLSearchParams({ flow, cancel: '1' }).toString();
    const answer = await bench.app.inject({
      method: 'POST',
      url: `/${testTenantId}/login`,
      headers: form,
      payload,
    });
    expect(answerOf(answer).get('error')).toBe('access_denied');
    expect(answerOf(answer).get('state')).toBe('the state');
  });

  test('says so when it has waited too long', async () => {
    const page = await bench.authorize();
    clock.advance(61 * 60_000);
    const answer = await bench.pick(page, eva);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('waited too long');
  });
});

describe('a browser in which somebody is signed in', () => {
  test('is answered at once, unless the application wants the picker', async () => {
    const cookie = cookieOf(await bench.pick(await bench.authorize(), eva));
    expect(answerOf(await bench.authorize({}, cookie)).has('code')).toBe(true);
    expect(answerOf(await bench.authorize({ prompt: 'none' }, cookie)).has('code')).toBe(true);
    expect((await bench.authorize({ prompt: 'select_account' }, cookie)).body).toContain('Pick an account');
    const other = await bench.authorize({ prompt: 'none', login_hint: omar.userPrincipalName }, cookie);
    expect(answerOf(other).get('error')).toBe('login_required');
  });

  test('knows nobody without a cookie', async () => {
    const answer = answerOf(await bench.authorize({ prompt: 'none' }));
    expect(answer.get('error')).toBe('login_required');
    expect(answer.get('error_description')).toContain('AADSTS50058');
  });

  test('is signed out, and led on only to a registered address', async () => {
    const cookie = cookieOf(await bench.pick(await bench.authorize(), eva));
    const logout = (query: Record<string, string>) =>
      bench.app.inject({ url: `/${testTenantId}/oauth2/v2.0/logout`, query, headers: { cookie } });
    const back = await logout({ post_logout_redirect_uri: 'http://localhost:3000/callback', state: 's' });
    expect(back.headers.location).toBe('http://localhost:3000/callback?state=s');
    expect((await logout({ post_logout_redirect_uri: 'https://evil.example/' })).body).toContain(
      'You signed out',
    );
    expect(answerOf(await bench.authorize({ prompt: 'none' }, cookie)).get('error')).toBe('login_required');
  });
});

describe('consent', () => {
  test('is asked for with prompt=consent and may be refused', async () => {
    const page = await bench.pick(await bench.authorize({ prompt: 'consent' }), eva);
    expect(page.body).toContain('Permissions requested');
    const decide = (decision: string) =>
      bench.app.inject({
        method: 'POST',
        url: `/${testTenantId}/consent`,
        headers: { ...form, cookie: cookieOf(page) },
        payload: new URLSearchParams({ flow: flowOf(page), account: eva.id, decision }).toString(),
      });
    expect(answerOf(await decide('cancel')).get('error')).toBe('access_denied');
    expect(answerOf(await decide('accept')).has('code')).toBe(true);
  });

  test('of an administrator opens the tenant to an application that was not approved', async () => {
    const own = await createEntraBench({ apps: [{ ...consoleApp, consented: false }] }, clock);
    expect(answerOf(await own.authorize()).get('error')).toBe('consent_required');
    const credentials = {
      grant_type: 'client_credentials',
      client_id: consoleApp.applicationId,
      client_secret: 'fictional-secret',
      scope: 'https://graph.microsoft.com/.default',
    };
    expect((await own.token(credentials)).json().error_codes).toEqual([7000229]);
    const query = new URLSearchParams({
      client_id: consoleApp.applicationId,
      scope: 'https://graph.microsoft.com/.default',
      redirect_uri: 'http://localhost/callback',
      state: 's',
    });
    const url = `/organizations/v2.0/adminconsent?${query}`;
    expect((await own.app.inject({ url })).body).toContain('Calls.Initiate.All');
    const decide = (decision: string) =>
      own.app.inject({ method: 'POST', url, headers: form, payload: `decision=${decision}` });
    expect(answerOf(await decide('cancel')).get('error')).toBe('consent_required');
    expect((await own.token(credentials)).statusCode).toBe(400);
    const approved = answerOf(await decide('accept'));
    expect(approved.get('admin_consent')).toBe('True');
    expect(approved.get('tenant')).toBe(testTenantId);
    expect((await own.token(credentials)).statusCode).toBe(200);
  });
});

describe('an authorization request that is not good', () => {
  test.each([
    ['an unknown application', { client_id: testTenantId }, 700016],
    ['an address that is not registered', { redirect_uri: 'https://evil.example/callback' }, 50011],
    ['a loopback address with another path', { redirect_uri: 'http://localhost:5000/other' }, 50011],
    ['an unknown response mode', { response_mode: 'web_message' }, 90023],
  ])('is told to the person and not sent on: %s', async (_case, change, code) => {
    const answer = await bench.authorize(change);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.body).toContain(`AADSTS${code}`);
  });

  test.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type', 700054],
    ['an unknown prompt', { prompt: 'shout' }, 'invalid_request', 90023],
    [
      'a plain challenge',
      { code_challenge: newProofKey().challenge, code_challenge_method: 'plain' },
      'invalid_request',
      9002325,
    ],
    [
      'a short challenge',
      { code_challenge: 'short', code_challenge_method: 'S256' },
      'invalid_request',
      501491,
    ],
    ['a permission nobody approved', { scope: 'Mail.Send' }, 'consent_required', 65001],
    [
      'two resources',
      { scope: `User.Read api://${consoleApp.applicationId}/access_as_user` },
      'invalid_request',
      28000,
    ],
  ])('goes back to the application: %s', async (_case, change, error, code) => {
    const answer = answerOf(await bench.authorize(change));
    expect(answer.get('error')).toBe(error);
    expect(answer.get('error_description')).toContain(`AADSTS${code}`);
    expect(answer.get('state')).toBe('the state');
  });
});
