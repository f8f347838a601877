import { templateListSchema } from '@switchboard/contract/admin/template';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AdminDesk, contoso, errorOf, openAdminDesk } from './admin.testing.ts';

let desk: AdminDesk;
beforeAll(async () => {
  desk = await openAdminDesk();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  await desk.empty();
  await desk.ask('POST', '/tenants', { tenantId: contoso, name: 'Contoso' });
});

const templates = `/tenants/${contoso}/templates`;
const visit = { title: 'Site visit', subject: '{caller} is here', body: '{caller}[ of {company}] is here.' };
const listed = async () =>
  templateListSchema
    .parse((await desk.ask('GET', templates)).body)
    .templates.filter(({ name, language }) => name === 'call' && language === 'en');

test('a template of one’s own is kept, stands in for a shipped one, and is taken away', async () => {
  expect(await listed()).toMatchObject([{ isShipped: true }]);
  const put = await desk.ask('PUT', `${templates}/call/en`, visit);
  expect([put.status, put.body]).toEqual([200, { ...visit, name: 'call', language: 'en', isShipped: false }]);
  expect(await listed()).toMatchObject([{ isShipped: false, title: 'Site visit' }]);
  expect((await desk.ask('DELETE', `${templates}/call/en`)).status).toBe(200);
  expect(await listed()).toMatchObject([{ isShipped: true }]);
  const shipped = await desk.ask('DELETE', `${templates}/call/en`);
  expect(shipped.status).toBe(404);
  expect(errorOf(shipped.body)).toMatchObject({ code: 'templateUnknown' });
});

test.each([
  [{ ...visit, body: 'Hello {recipent}' }, 'body', 'Nothing is known as {recipent}'],
  [{ ...visit, subject: '{caller' }, 'subject', 'without its counterpart'],
  [{ ...visit, subject: 'two\nlines' }, 'subject', 'not valid'],
  [{ title: 'x', subject: 'x' }, 'body', 'missing'],
])('what cannot be filled is refused by its name (%#)', async (body, field, message) => {
  const answer = await desk.ask('PUT', `${templates}/visit/en`, body);
  expect(answer.status).toBe(400);
  expect(errorOf(answer.body)).toMatchObject({
    code: 'malformed',
    field,
    message: expect.stringContaining(message),
  });
});

test('a language without messages, and a name that is none, are refused', async () => {
  for (const path of ['visit/sv', 'Visit%20me/en'])
    expect((await desk.ask('PUT', `${templates}/${path}`, visit)).status).toBe(400);
});

test('a tenant has a language', async () => {
  const changed = await desk.ask('PATCH', `/tenants/${contoso}`, { language: 'nl' });
  expect(changed.body).toMatchObject({ language: 'nl' });
  expect((await desk.ask('PATCH', `/tenants/${contoso}`, { language: 'sv' })).status).toBe(400);
});
