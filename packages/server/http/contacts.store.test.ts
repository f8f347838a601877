import { contactImportSchema } from '@switchboard/contract/views/contact-import';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { recordSession } from '@switchboard/store/access/sessions';
import { contoso, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test } from 'vitest';
import { createPrompts } from '../media/prompts.ts';
import { token as adminToken } from './admin.testing.ts';
import { registerAdmin } from './admin.ts';
import { createApp } from './app.ts';
import { registerContacts } from './contacts.ts';
import { hashOf } from './secrets.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
const publicUrl = 'https://console.test';

async function stage() {
  const { store } = await tenantStores();
  const prompts = createPrompts(publicUrl);
  const app = await createApp({ log: silentLogger, clock, prompts, consoleFolder: '/nowhere' });
  onTestFinished(() => app.close());
  const newId = () => crypto.randomUUID();
  registerContacts(app, { store, clock, newId, publicUrl });
  const checks = { installation: async () => [], tenant: async () => [] };
  registerAdmin(app, { adminToken, store, clock, newId, checks, defaultPrompts: prompts });
  const expiresAt = Date.now() + 60_000;
  await recordSession(store, { tokenHash: hashOf('token'), tenantId: contoso, operatorId: olga, expiresAt });
  const ask = (method: 'GET' | 'POST', payload?: string, headers: Record<string, string> = {}) =>
    app.inject({
      method,
      url: '/api/contacts.csv',
      headers: { cookie: 'switchboard_session=token', 'content-type': 'text/csv', ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  const administer = (method: 'GET' | 'POST', tenant: string, payload?: string) =>
    app.inject({
      method,
      url: `/api/admin/tenants/${tenant}/contacts.csv`,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'text/csv' },
      ...(payload === undefined ? {} : { payload }),
    });
  return { ask, administer };
}

test('an operator gives a file in, and gets the contacts out as one', async () => {
  const { ask } = await stage();
  const taken = await ask('POST', 'name,phone\nJan Berg,020 7946 0301\n', { origin: publicUrl });
  expect([taken.statusCode, contactImportSchema.parse(taken.json())]).toEqual([
    200,
    { added: 1, changed: 0, unchanged: 0, problems: [] },
  ]);
  const { statusCode, headers, body } = await ask('GET');
  expect([statusCode, headers['content-type'], headers['content-disposition']]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'attachment; filename="contacts.csv"',
  ]);
  expect(body).toContain('Jan Berg');
  expect(body).toContain("'+442079460301");
});

test('nobody but a signed-in operator of this site may do so', async () => {
  const { ask } = await stage();
  expect((await ask('GET', undefined, { cookie: '' })).statusCode).toBe(401);
  expect((await ask('POST', 'name\nX\n', { cookie: 'switchboard_session=other' })).statusCode).toBe(401);
  expect((await ask('POST', 'name\nX\n', { origin: 'https://elsewhere.example' })).statusCode).toBe(403);
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])
    expect((await ask('POST', 'name\nX\n', { 'content-type': type })).statusCode).toBe(415);
  expect((await ask('POST')).json()).toMatchObject({ added: 0, problems: [{ row: 1 }] });
});

test('an administrator does so for a tenant that there is', async () => {
  const { administer } = await stage();
  expect((await administer('POST', contoso, 'name\nJan Berg\n')).json()).toMatchObject({ added: 1 });
  expect((await administer('GET', contoso)).body).toContain('Jan Berg');
  const nowhere = await administer('GET', '11111111-2222-4333-8444-555555555555');
  expect([nowhere.statusCode, nowhere.json()]).toMatchObject([404, { error: { code: 'tenantUnknown' } }]);
});
