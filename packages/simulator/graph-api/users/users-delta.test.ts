import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench } from '../bench.testing.ts';

const { eva, jan, director } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

type User = Record<string, unknown>;

/** Follows a round to its end. */
async function round(
  first: string,
  headers: Record<string, string> = {},
): Promise<{ users: User[]; pages: number; deltaLink: string }> {
  const users: User[] = [];
  let next = first;
  for (let pages = 1; ; pages++) {
    const { status, body } = await bench.get(next, { headers });
    expect(status).toBe(200);
    users.push(...(body.value as User[]));
    expect('@odata.nextLink' in body && '@odata.deltaLink' in body).toBe(false);
    if ('@odata.deltaLink' in body) return { users, pages, deltaLink: String(body['@odata.deltaLink']) };
    next = String(body['@odata.nextLink']);
  }
}

test.each(['/users/delta', '/users/delta()', '/users/microsoft.graph.delta()'])(
  '%s begins a round over everybody',
  async (path) => {
    const { users, pages } = await round(`${path}?$select=id,displayName`);
    expect(pages).toBe(2);
    expect(new Set(users.map(({ id }) => id)).size).toBe(300);
  },
);

test('a later round brings what changed, who came and who is gone, with the options of the first', async () => {
  const { deltaLink } = await round('/users/delta?$select=displayName,jobTitle,manager');
  bench.control.changePerson(jan, { jobTitle: 'Head Cardiologist' }, director);
  const added = bench.control.addPerson(jan, {
    displayName: 'Nora Quist',
    userPrincipalName: 'nora.quist@contoso.example',
  });
  bench.control.removePerson(contoso.people.lukasz);
  bench.control.removePerson(contoso.people.nguyen, true);
  const changes = await round(deltaLink);
  expect(changes.users).toEqual([
    {
      id: jan,
      displayName: 'Jan de Vries',
      jobTitle: 'Head Cardiologist',
      'manager@delta': [{ '@odata.type': '#microsoft.graph.user', id: director }],
    },
    expect.objectContaining({ id: added.ok ? added.value.person.id : '', displayName: 'Nora Quist' }),
    { id: contoso.people.lukasz, '@removed': { reason: 'changed' } },
    { id: contoso.people.nguyen, '@removed': { reason: 'deleted' } },
  ]);
  expect((await round(changes.deltaLink)).users).toEqual([]);
});

test('minimal answers hold the changed properties only', async () => {
  const { deltaLink } = await round('/users/delta?$select=displayName,jobTitle,businessPhones');
  bench.control.changePerson(jan, { businessPhone: '+44 20 7946 0999' });
  expect((await round(deltaLink, { Prefer: 'return=minimal' })).users).toEqual([
    { id: jan, businessPhones: ['+44 20 7946 0999'] },
  ]);
});

test('latest begins with nothing and tells of what comes', async () => {
  const { users, deltaLink } = await round('/users/delta?$deltatoken=latest');
  expect(users).toEqual([]);
  bench.control.changePerson(jan, { mobilePhone: null });
  expect((await round(deltaLink)).users).toMatchObject([{ id: jan, mobilePhone: null }]);
});

test('a change while a round runs is told in it or in the next', async () => {
  const first = await bench.get('/users/delta?$select=jobTitle');
  bench.control.changePerson(eva, { jobTitle: 'Chief Receptionist' });
  const rest = await round(String(first.body['@odata.nextLink']));
  expect((await round(rest.deltaLink)).users).toEqual([
    expect.objectContaining({ id: eva, jobTitle: 'Chief Receptionist' }),
  ]);
});

test('a round can be about named people only', async () => {
  const filter = `$filter=${encodeURIComponent(`id eq '${eva}' or id eq '${jan}'`)}`;
  const { users, deltaLink } = await round(`/users/delta?${filter}`);
  expect(users.map(({ id }) => id)).toEqual([eva, jan]);
  bench.control.changePerson(director, { jobTitle: 'Chair' });
  expect((await round(deltaLink)).users).toEqual([]);
});

test('tokens older than seven days and tokens of nobody are gone, with the way to begin again', async () => {
  const { deltaLink } = await round('/users/delta');
  await bench.pass(8 * 86_400);
  for (const link of [deltaLink, '/users/delta?$deltatoken=nonsense']) {
    const answer = await bench.get(link);
    expect(answer).toMatchObject({ status: 410, body: { error: { code: 'syncStateNotFound' } } });
    expect(answer.headers.get('location')).toMatch(/\/users\/delta\?\$deltatoken=$/);
  }
});

test.each([
  '$top=5',
  '$expand=manager',
  '$orderby=displayName',
  '$search="displayName:x"',
  "$filter=surname eq 'x'",
])('the option %s is refused', async (option) => {
  expect((await bench.get(`/users/delta?${option}`)).status).toBe(400);
});

test('page sizes are the server’s own', async () => {
  bench.control.changeSettings({ deltaPageSize: 50 });
  expect((await round('/users/delta?$select=id')).pages).toBe(6);
});

test('a page takes as long as it is told to, and a search none of it', async () => {
  bench.control.changeSettings({ deltaLatencyMs: 400 });
  let isThere = false;
  const page = bench.get('/users/delta?$select=id').finally(() => (isThere = true));
  expect((await bench.get('/users?$top=1')).status).toBe(200);
  expect(isThere).toBe(false);
  await bench.pass(0.4);
  expect((await page).status).toBe(200);
});

test('somebody restored comes back whole, and what was gone for good does not', async () => {
  const { deltaLink } = await round('/users/delta?$select=displayName,accountEnabled,manager');
  bench.control.removePerson(jan);
  bench.control.removePerson(eva);
  bench.control.removePerson(eva, true);
  expect(bench.world.directory.restore(jan)?.id).toBe(jan);
  expect(bench.world.directory.restore(eva)).toBeUndefined();
  expect((await round(deltaLink)).users).toEqual([
    { id: jan, '@removed': { reason: 'changed' } },
    { id: eva, '@removed': { reason: 'changed' } },
    { id: eva, '@removed': { reason: 'deleted' } },
    { id: jan, displayName: 'Jan de Vries', accountEnabled: true, 'manager@delta': [expect.anything()] },
  ]);
});

test('what the product shows of a person comes with the names that Graph gives it', async () => {
  const select =
    'id,businessPhones,onPremisesExtensionAttributes,otherMails,employeeId,showInAddressList,isResourceAccount,userType,accountEnabled,faxNumber';
  const { users } = await round(`/users/delta?$select=${select}`);
  const some = (test: (user: User) => unknown) => users.some((user) => Boolean(test(user)));
  expect(some(({ userType, otherMails }) => userType === 'Guest' && (otherMails as unknown[])[0])).toBe(true);
  expect(some(({ showInAddressList, isResourceAccount }) => !showInAddressList && !isResourceAccount)).toBe(
    true,
  );
  expect(users.filter(({ isResourceAccount }) => isResourceAccount)).toHaveLength(2);
  const filled = users.map((user) => user.onPremisesExtensionAttributes as Record<string, unknown>);
  expect(Object.keys(filled[0] ?? {})).toHaveLength(15);
  expect(filled.some(({ extensionAttribute1 }) => extensionAttribute1 !== null)).toBe(true);
});

test('a changed extension attribute is told with all fifteen', async () => {
  const { deltaLink } = await round('/users/delta?$select=onPremisesExtensionAttributes,displayName');
  bench.control.changePerson(jan, { extensionAttributes: { extensionAttribute1: '+44 20 7946 0188' } });
  expect((await round(deltaLink, { Prefer: 'return=minimal' })).users).toEqual([
    {
      id: jan,
      onPremisesExtensionAttributes: expect.objectContaining({
        extensionAttribute1: '+44 20 7946 0188',
        extensionAttribute15: null,
      }),
    },
  ]);
});

test('fewer a page are given where the client asks and the setting lets it', async () => {
  const headers = { Prefer: 'odata.maxpagesize=60' };
  expect((await round('/users/delta?$select=id', headers)).pages).toBe(5);
  bench.control.changeSettings({ directoryTakesPageSize: false });
  expect((await round('/users/delta?$select=id', headers)).pages).toBe(2);
});

test('a token of something else is not known', async () => {
  const { deltaLink } = await round('/groups/delta?$select=id');
  const token = new URL(deltaLink).searchParams.get('$deltatoken') ?? '';
  expect((await bench.get(`/users/delta?$deltatoken=${token}`)).status).toBe(410);
});
