import { randomUUID } from 'node:crypto';
import { ManualClock } from '@switchboard/kit/clock';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../world/contoso.ts';
import { World } from '../world/world.ts';
import { ContactControl } from './contact-control.ts';
import { registerContactControl } from './contact-routes.ts';
import { TenantControl } from './tenant-control.ts';
import { registerTenantControl } from './tenant-routes.ts';

const { eva, jan } = contoso.people;
const morning = Date.UTC(2026, 10, 23, 9);
let app: FastifyInstance;
let world: World;

beforeEach(() => {
  world = new World({ clock: new ManualClock(morning), newId: randomUUID, seed: 1, people: 60 });
  app = Fastify();
  registerTenantControl(app, new TenantControl(world));
  registerContactControl(app, new ContactControl(world));
});
afterEach(() => app.close());

async function send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const response = await app.inject({ method, url: `/control${path}`, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

test('somebody goes on holiday, says when they are back, and comes back', async () => {
  const until = '2026-11-30T08:00:00Z';
  expect(await send('POST', `/people/${jan}/absence`, { message: 'Back on Monday', until })).toMatchObject({
    status: 200,
    body: { absence: { message: 'Back on Monday', until: Date.parse(until) } },
  });
  expect(
    (await send('POST', `/people/${jan}/absence`, { message: 'x', until: '2026-11-01T08:00:00Z' })).status,
  ).toBe(400);
  expect((await send('DELETE', `/people/${jan}/absence`)).body).toMatchObject({ absence: null });
});

test('a status message, a place of work and what is shared are changed', async () => {
  await send('POST', `/people/${jan}/note`, { text: 'In theatre', minutes: 30 });
  await send('POST', `/people/${jan}/work-location`, { location: 'remote' });
  expect((await send('POST', `/people/${jan}/sharing`, { sharing: 'none' })).body).toMatchObject({
    note: { text: 'In theatre', expiresAt: morning + 1_800_000 },
    workLocation: 'remote',
    sharing: 'none',
  });
  expect((await send('DELETE', `/people/${jan}/note`)).body.note).toBeNull();
});

test('a mailbox is taken and given back, and its time zone and working hours are others', async () => {
  const path = `/people/${jan}/mailbox`;
  const hours = { days: [1, 2, 6], start: 360, end: 840 };
  expect((await send('POST', path, { timeZone: 'Tokyo Standard Time', hours })).body).toMatchObject({
    zone: 'Asia/Tokyo',
    hours,
    hasMailbox: true,
  });
  expect((await send('POST', path, { hasMailbox: false })).body).toMatchObject({
    zone: 'Asia/Tokyo',
    hasMailbox: false,
  });
  expect((await send('POST', path, { hasMailbox: true })).body).toMatchObject({ hasMailbox: true });
  const strange = await send('POST', path, { timeZone: 'Mars/Olympus' });
  expect([strange.status, JSON.stringify(strange.body)]).toEqual([
    400,
    expect.stringContaining('timeZone: there is no Mars/Olympus'),
  ]);
  const late = { hours: { ...hours, start: 900, end: 600 } };
  expect((await send('POST', path, late)).status).toBe(400);
  expect((await send('POST', path, { hours: { ...hours, days: [8] } })).status).toBe(400);
  const { reception } = contoso.queues;
  expect((await send('POST', `/people/${reception.id}/mailbox`, { hasMailbox: true })).status).toBe(409);
});

test('a meeting is put into a calendar and taken out again', async () => {
  const meeting = { subject: 'Interview', start: '2026-11-23T14:00:00Z', minutes: 45, isPrivate: true };
  const { body } = await send('POST', `/people/${jan}/meetings`, meeting);
  const events = body.events as { id: string; subject: string }[];
  const event = events.find(({ subject }) => subject === 'Interview');
  expect(event).toMatchObject({ isPrivate: true, end: Date.UTC(2026, 10, 23, 14, 45) });
  const after = await send('DELETE', `/people/${jan}/meetings`, { eventId: event?.id ?? '' });
  expect(after.body.events).toHaveLength(events.length - 1);
});

test('who was removed is in the bin and can be restored', async () => {
  world.directory.remove(jan, false);
  expect((await send('GET', '/bin')).body).toMatchObject([{ displayName: 'Jan de Vries' }]);
  expect((await send('POST', `/people/${jan}/restore`)).body).toMatchObject({
    manager: { displayName: 'Sigríður Þórsdóttir' },
  });
  expect((await send('POST', `/people/${jan}/restore`)).status).toBe(404);
});

test('an operator’s contacts are added, changed, moved into folders and deleted', async () => {
  const path = `/people/${eva}/contacts`;
  type Folder = { folderId: string; name: string; contacts: { id: string; displayName: string }[] };
  const folders = (await send('POST', `/people/${eva}/contact-folders`, { displayName: 'Doctors' }))
    .body as unknown as Folder[];
  const folderId = folders.find(({ name }) => name === 'Doctors')?.folderId ?? '';
  const added = (await send('POST', path, { displayName: 'Nora Quist', folderId }))
    .body as unknown as Folder[];
  const contactId = added.at(-1)?.contacts[0]?.id ?? '';
  await send('PATCH', path, { contactId, mobilePhone: '+44 7700 900001' });
  expect(((await send('GET', path)).body as unknown as Folder[]).at(-1)).toMatchObject({
    name: 'Doctors',
    contacts: [{ displayName: 'Nora Quist', mobilePhone: '+44 7700 900001' }],
  });
  expect((await send('DELETE', path, { contactId })).status).toBe(200);
  expect((await send('DELETE', path, { contactId })).status).toBe(404);
  expect((await send('DELETE', `/people/${eva}/contact-folders`, { folderId })).status).toBe(200);
});

test('contacts of the organisation are added, changed, removed and restored', async () => {
  const { body } = await send('POST', '/org-contacts', { displayName: 'Tailspin Night Desk' });
  const path = `/org-contacts/${String(body.id)}`;
  expect((await send('PATCH', path, { businessPhone: '+1 425 555 0190' })).body).toMatchObject({
    displayName: 'Tailspin Night Desk',
    businessPhone: '+1 425 555 0190',
    city: null,
  });
  expect((await send('DELETE', path)).status).toBe(200);
  expect((await send('POST', `${path}/restore`)).status).toBe(200);
  expect((await send('DELETE', path, { forGood: true })).status).toBe(200);
  expect((await send('POST', `${path}/restore`)).status).toBe(404);
});

test('people are put into groups, except into those that follow a rule', async () => {
  const groups = (await send('GET', '/groups')).body as unknown as { id: string; displayName: string }[];
  const id = (name: string) => groups.find(({ displayName }) => displayName === name)?.id ?? '';
  const added = ['jan.devries@contoso.example'];
  expect((await send('POST', `/groups/${id('Reception Team')}/members`, { added })).status).toBe(200);
  expect((await send('POST', `/groups/${id('Radiology')}/members`, { added })).status).toBe(409);
  expect((await send('POST', `/groups/${id('Reception Team')}/members`, { added: ['nobody'] })).status).toBe(
    404,
  );
});
