import { constants, createDecipheriv, createHmac, privateDecrypt } from 'node:crypto';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, benchStart, tokens } from '../bench.testing.ts';

const { eva, omar, jan } = contoso.people;
const presenceToken = tokens.user(eva, 'Presence.Read.All');
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const inMinutes = (minutes: number): string => new Date(bench.clock.now() + minutes * 60_000).toISOString();
const body = (more: Record<string, unknown> = {}) => ({
  changeType: 'updated',
  notificationUrl: `${bench.listener.url}/changes?mine=1`,
  resource: `/communications/presences?$filter=id in ('${jan}','${omar}')`,
  expirationDateTime: inMinutes(60),
  clientState: 'secret of mine',
  ...more,
});
const users = (more: Record<string, unknown> = {}) =>
  body({ resource: 'users', changeType: 'updated,deleted', ...more });

const changes = () =>
  bench.listener.heard
    .filter(({ path }) => path === '/changes')
    .flatMap(({ body: heard }) => (heard as { value: Record<string, unknown>[] }).value);

test('after the handshake a change of presence is told to whoever watches that person', async () => {
  const created = await bench.post('/subscriptions', body(), { token: presenceToken });
  expect(created).toMatchObject({ status: 201, body: { clientState: 'secret of mine', creatorId: eva } });
  bench.control.setPresence(jan, { availability: 'Away', activity: 'Away' });
  bench.control.setPresence(contoso.people.lukasz, { availability: 'Away', activity: 'Away' });
  await bench.settled();
  expect(changes()).toMatchObject([
    {
      subscriptionId: created.body.id,
      clientState: 'secret of mine',
      changeType: 'updated',
      tenantId: contoso.tenantId,
      resource: `communications/presences/${jan}`,
      resourceData: { id: jan, '@odata.id': `users/${jan}/presence` },
    },
  ]);
});

test('talking shows as InACall by itself, and its end as well', async () => {
  await bench.post('/subscriptions', body(), { token: presenceToken });
  const { path } = await bench.answered();
  await bench.joined(path, jan);
  bench.control.hangUp(jan);
  await bench.settled();
  expect(changes()).toHaveLength(1);
  expect(bench.world.presence.of(jan).availability).toBe('Available');
});

test('rich notifications are encrypted so that the documented way opens them', async () => {
  const pair = await generate([{ name: 'commonName', value: 'contoso.example' }], { algorithm: 'sha256' });
  const encryptionCertificate = pair.cert.replace(/-----[^-]+-----|\s/g, '');
  const rich = { includeResourceData: true, encryptionCertificate, encryptionCertificateId: 'first' };
  await bench.post('/subscriptions', body(rich), { token: presenceToken });
  bench.control.setPresence(jan, { availability: 'Busy', activity: 'InAMeeting' });
  await bench.settled();
  const content = changes()[0]?.encryptedContent as Record<string, string>;
  expect(content.encryptionCertificateId).toBe('first');
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const key = privateDecrypt({ key: pair.private, padding }, Buffer.from(content.dataKey ?? '', 'base64'));
  const data = Buffer.from(content.data ?? '', 'base64');
  expect(createHmac('sha256', key).update(data).digest('base64')).toBe(content.dataSignature);
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const opened: unknown = JSON.parse(Buffer.concat([cipher.update(data), cipher.final()]).toString());
  expect(opened).toMatchObject({ id: jan, availability: 'Busy', activity: 'InAMeeting' });
  expect(bench.listener.heard.at(-1)?.body).toMatchObject({
    validationTokens: [`validation token for ${contoso.applicationId}`],
  });
});

test('changes of users are told: created and binned as updated, purged as deleted', async () => {
  await bench.post('/subscriptions', users());
  bench.control.addPerson(jan, { displayName: 'Nora Quist' });
  bench.control.removePerson(jan);
  bench.control.removePerson(omar, true);
  await bench.settled();
  expect(changes().map(({ changeType }) => changeType)).toEqual(['updated', 'updated', 'deleted']);
});

test('changes of groups are told, those of their members among them', async () => {
  const group = bench.world.groups.ledger.at(0)?.id ?? '';
  await bench.post('/subscriptions', users({ resource: `groups/${group}` }));
  bench.world.groups.changeMembers(group, { added: [jan], removed: [] });
  bench.control.changePerson(jan, { department: 'Radiology' });
  await bench.settled();
  expect(changes()).toMatchObject([{ changeType: 'updated', resource: `Groups/${group}` }]);
  const refused = { token: tokens.appWith('User.Read.All') };
  expect((await bench.post('/subscriptions', users({ resource: 'groups' }), refused)).status).toBe(403);
});

test('an address that does not answer the handshake gets no subscription', async () => {
  bench.listener.answersHandshake = false;
  const answer = await bench.post('/subscriptions', body(), { token: presenceToken });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'InvalidRequest' } } });
  expect(JSON.stringify(answer.body)).toContain('validation request failed');
  expect((await bench.get('/subscriptions', { token: presenceToken })).body.value).toEqual([]);
});

test('applications cannot watch presence, and a user only once', async () => {
  expect((await bench.post('/subscriptions', body())).status).toBe(403);
  expect(
    (await bench.post('/subscriptions', body(), { token: tokens.user(eva, 'Presence.Read') })).status,
  ).toBe(403);
  expect((await bench.post('/subscriptions', body(), { token: presenceToken })).status).toBe(201);
  expect((await bench.post('/subscriptions', body(), { token: presenceToken })).status).toBe(409);
  const other = tokens.user(omar, 'Presence.Read.All');
  expect((await bench.post('/subscriptions', body(), { token: other })).status).toBe(201);
});

test('it can be read, renewed and deleted by its owner, and is unknown to others', async () => {
  const { body: created } = await bench.post('/subscriptions', users());
  const path = `/subscriptions/${String(created.id)}`;
  expect((await bench.get(path, { token: tokens.otherApp })).status).toBe(404);
  const renewed = await bench.ask('PATCH', path, { body: { expirationDateTime: inMinutes(600) } });
  expect(renewed.body.expirationDateTime).toBe(
    new Date(benchStart + 600 * 60_000).toISOString().replace('Z', '0000Z'),
  );
  await bench.pass(120 * 60);
  expect((await bench.get(path)).status).toBe(200);
  expect((await bench.post(`${path}/reauthorize`)).status).toBe(204);
  expect((await bench.delete(path)).status).toBe(204);
  expect((await bench.get(path)).status).toBe(404);
});

test('what has expired is gone and tells nothing more', async () => {
  const { body: created } = await bench.post('/subscriptions', body(), { token: presenceToken });
  await bench.pass(60 * 60);
  expect((await bench.get(`/subscriptions/${String(created.id)}`, { token: presenceToken })).status).toBe(
    404,
  );
  bench.control.setPresence(jan, { availability: 'Away', activity: 'Away' });
  await bench.settled();
  expect(changes()).toEqual([]);
});

test('bad subscriptions are refused by the name of the field', async () => {
  const ids = Array.from({ length: 651 }, (_, index) => `'person-${index}'`).join(',');
  const cases: [Record<string, unknown>, string][] = [
    [{ expirationDateTime: inMinutes(90) }, 'expirationDateTime'],
    [{ expirationDateTime: inMinutes(-1) }, 'expirationDateTime'],
    [{ expirationDateTime: 'tomorrow' }, 'expirationDateTime'],
    [{ changeType: 'created' }, 'changeType'],
    [{ resource: 'me/messages' }, 'resource'],
    [{ resource: `/communications/presences?$filter=id in (${ids})` }, '650'],
    [{ notificationUrl: 'http://contoso.example/changes' }, 'notificationUrl'],
    [{ includeResourceData: true }, 'encryptionCertificate'],
    [{ includeResourceData: true, encryptionCertificate: 'AAAA', encryptionCertificateId: 'x' }, 'X.509'],
    [{ clientState: 'x'.repeat(129) }, 'clientState'],
  ];
  for (const [more, words] of cases) {
    const answer = await bench.post('/subscriptions', body(more), { token: presenceToken });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(words);
  }
});
