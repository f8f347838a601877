import { type DirectoryView, directoryViewSchema } from '@switchboard/contract/admin/directory';
import { personId, tenantId } from '@switchboard/domain/ids';
import { knowPeople } from '@switchboard/store/testing/sample-people.testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AdminDesk, contoso, errorOf, eva, openAdminDesk } from './admin.testing.ts';

let desk: AdminDesk;

beforeAll(async () => {
  desk = await openAdminDesk();
});

afterAll(() => desk?.close());

beforeEach(async () => {
  await desk.empty();
  await desk.ask('POST', '/tenants', { tenantId: contoso, name: 'Contoso' });
});

const directory = `/tenants/${contoso}/directory`;

async function shown(asked: ReturnType<AdminDesk['ask']>): Promise<DirectoryView> {
  const answer = await asked;
  expect(answer).toMatchObject({ status: 200 });
  return directoryViewSchema.parse(answer.body);
}

test('a new directory is not read yet, and has the usual settings', async () => {
  expect(await shown(desk.ask('GET', directory))).toEqual({
    state: 'filling',
    streams: [],
    counts: { directory: 0, organisation: 0, shared: 0, personal: 0, former: 0 },
    settings: {
      extra: [],
      guests: true,
      hidden: false,
      disabled: false,
      resources: false,
      groups: [],
      organisationContacts: true,
      formerDays: 30,
    },
  });
});

test('settings change as they are named, and say which lists are read', async () => {
  const asked = {
    otherPhone: 'extensionAttribute1',
    teamsNumber: 'userConfigurations',
    extra: [{ label: 'Cost centre', property: 'extensionAttribute2' }],
    organisationContacts: false,
    formerDays: 7,
  };
  const changed = await shown(desk.ask('PATCH', directory, asked));
  expect(changed.settings).toMatchObject({ ...asked, guests: true });
  expect(changed.streams.map(({ stream }) => stream)).toEqual(['users', 'numbers']);
  const less = await shown(desk.ask('PATCH', directory, { otherPhone: null, guests: false }));
  expect(less.settings).not.toHaveProperty('otherPhone');
  expect(less.settings).toMatchObject({ guests: false, teamsNumber: 'userConfigurations' });
});

test.each([
  [{ otherPhone: "x' or 1 eq 1" }, 'otherPhone', /Graph/],
  [{ otherPhone: '' }, 'otherPhone', /property/],
  [{ teamsNumber: 7 }, 'teamsNumber', /userConfigurations/],
  [{ extra: [{ label: 'A', property: 'a b' }] }, 'extra.0.property', /Graph/],
  [{ extra: [1, 2].map(() => ({ label: 'A', property: 'faxNumber' })) }, 'extra', /no label twice/],
  [
    { extra: Array.from({ length: 11 }, (_, n) => ({ label: `L${n}`, property: 'faxNumber' })) },
    'extra',
    /10/,
  ],
  [{ groups: ['all'] }, 'groups.0', /object id/],
  [{ formerDays: -1 }, 'formerDays', /0 to 365/],
  [{ guests: 'yes' }, 'guests', /true or false/],
  [{ guest: true }, 'guest', /slip/],
])('%j is refused by its field, with a remedy', async (asked, field, remedy) => {
  const { status, body } = await desk.ask('PATCH', directory, asked);
  expect(status).toBe(400);
  expect(errorOf(body)).toMatchObject({ code: 'malformed', field, remedy: expect.stringMatching(remedy) });
  expect((await shown(desk.ask('GET', directory))).settings.extra).toEqual([]);
});

test('it is read anew on demand', async () => {
  await desk.ask('PATCH', directory, { guests: false });
  const before = await desk.store.selectFrom('directory_streams').select('round').execute();
  await shown(desk.ask('POST', `${directory}/read`));
  const after = await desk.store.selectFrom('directory_streams').select('round').execute();
  expect(after.map(({ round }) => round)).toEqual(before.map(({ round }) => round + 1));
});

test('one person is erased, or everybody', async () => {
  await knowPeople(desk.store, tenantId(contoso), [
    { personId: personId(eva), name: 'Eva Berg' },
    { personId: personId('p2'), name: 'Bo Lund' },
  ]);
  const person = `${directory}/people/${eva}`;
  expect(await desk.ask('DELETE', person)).toEqual({ status: 200, body: { personId: eva } });
  const again = await desk.ask('DELETE', person);
  expect([again.status, errorOf(again.body)]).toMatchObject([
    404,
    { code: 'personUnknown', field: 'personId' },
  ]);
  expect((await shown(desk.ask('GET', directory))).counts.directory).toBe(1);
  expect((await shown(desk.ask('DELETE', `${directory}?withOwn=true`))).counts.directory).toBe(0);
  expect((await desk.ask('DELETE', `${directory}?withOwn=perhaps`)).status).toBe(400);
});

test('of a tenant that is not there nothing is known', async () => {
  for (const [method, path] of [
    ['GET', ''],
    ['PATCH', ''],
    ['POST', '/read'],
    ['DELETE', ''],
    ['DELETE', `/people/${eva}`],
  ] as const) {
    const url = `/tenants/99999999-2222-4333-8444-555555555555/directory${path}`;
    const { status, body } = await desk.ask(method, url, method === 'PATCH' ? {} : undefined);
    expect([method, status, errorOf(body).code]).toEqual([method, 404, 'tenantUnknown']);
  }
});
