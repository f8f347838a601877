import type { QueueChanged } from '@switchboard/contract/admin/queue';
import { tenantId } from '@switchboard/domain/ids';
import { silentLogger } from '@switchboard/kit/logger';
import { openStore } from '@switchboard/store/access/store';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AdminDesk, contoso, eva, openAdminDesk, sales } from './admin.testing.ts';
import { checkQueues } from './admin-checks-queues.ts';

let desk: AdminDesk;
let reception: QueueChanged;
let other: QueueChanged;

beforeAll(async () => {
  desk = await openAdminDesk();
});

afterAll(() => desk?.close());

beforeEach(async () => {
  await desk.empty();
  reception = await desk.addQueue();
  other = await desk.addQueue({ name: 'Sales', instanceId: sales });
});

const tenant = { tenantId: tenantId(contoso), name: 'Contoso' };
const found = (publicUrl = 'https://console.test') => checkQueues(desk.store, tenant, publicUrl);
const set = (settings: object) =>
  desk.ask('PATCH', `/tenants/${contoso}/queues/${reception.queueId}`, { settings });
const staff = (...queues: readonly QueueChanged[]) =>
  desk.ask('PUT', `/tenants/${contoso}/operators/${eva}`, {
    name: 'Eva Berg',
    userPrincipalName: 'eva.berg@contoso.example',
    queueIds: queues.map(({ queueId }) => queueId),
  });

test('a queue that somebody answers is well', async () => {
  await staff(reception, other);
  expect(await found()).toEqual([
    { name: 'queue Reception', status: 'ok', detail: '1 operator, pick, open always' },
    { name: 'queue Sales', status: 'ok', detail: '1 operator, pick, open always' },
  ]);
});

test('a queue without operators is found, and who diverts to it', async () => {
  await staff(reception);
  await set({ diversions: { nobodyThere: { destination: { to: 'queue', queueId: other.queueId } } } });
  const [first, second] = await found();
  expect(first).toMatchObject({
    status: 'warning',
    detail: 'its rule nobodyThere leads to Sales, which has no operators',
    remedy: expect.stringContaining('switchboard queues'),
  });
  expect(second).toMatchObject({ status: 'warning', detail: 'nobody answers it: it has no operators' });
});

test('hours without a word for those who call outside them, and an emergency, are found', async () => {
  await staff(reception, other);
  const week = { 1: [{ from: '09:00', to: '17:00' }] };
  await set({ hours: { timeZone: 'Europe/London', week, holidays: [] } });
  expect((await found())[0]).toMatchObject({
    status: 'warning',
    detail: expect.stringContaining('no rule closed'),
  });
  await set({ diversions: { closed: { destination: { to: 'message' }, message: 'closed' } } });
  expect((await found())[0]).toMatchObject({
    status: 'ok',
    detail: expect.stringContaining('Europe/London'),
  });
  await desk.ask('PATCH', `/tenants/${contoso}/queues/${reception.queueId}/switches`, { isEmergency: true });
  expect((await found())[0]).toMatchObject({
    status: 'warning',
    detail: expect.stringContaining('its emergency is on'),
  });
});

test('hours that never let it open are found', async () => {
  await staff(reception, other);
  await set({ hours: { timeZone: 'Europe/London', week: {}, holidays: [] } });
  expect((await found())[0]?.detail).toContain('never let it open');
});

test('sounds at an address that was the server’s are found', async () => {
  await staff(reception, other);
  const [first] = await found('https://new.test');
  expect(first).toMatchObject({
    status: 'failed',
    detail: expect.stringContaining('another address than https://new.test'),
  });
});

test('a tenant without queues is told so', async () => {
  await desk.empty();
  expect(await found()).toMatchObject([{ name: 'queues of Contoso', status: 'warning' }]);
});

test('a database that is gone is a finding', async () => {
  const gone = openStore('postgres://nobody@127.0.0.1:1/none', silentLogger, 1);
  expect(await checkQueues(gone, tenant, 'https://console.test')).toMatchObject([
    { name: 'queues of Contoso', status: 'failed', remedy: 'see "database"' },
  ]);
  await gone.destroy();
});
