import { afterAll, beforeAll, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan, sigridur, director } = contoso.people;
const eventual = { headers: { ConsistencyLevel: 'eventual' } };
let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.stop());

type User = Record<string, unknown>;
const list = async (query: string, ask: Parameters<Bench['get']>[1] = {}): Promise<User[]> =>
  (await bench.get(`/users?${query}`, ask)).body.value as User[];

test('a list has a hundred users a page, and following the links gives everybody once', async () => {
  const ids: unknown[] = [];
  let pages = 0;
  let next: string | undefined = '/users?$select=id';
  while (next !== undefined) {
    const { body } = await bench.get(next);
    const users = body.value as User[];
    expect(users.length).toBeLessThanOrEqual(100);
    ids.push(...users.map(({ id }) => id));
    next = body['@odata.nextLink'] as string | undefined;
    pages += 1;
  }
  expect(pages).toBe(3);
  expect(new Set(ids).size).toBe(300);
});

test('without $select the default properties come, with it only those asked for', async () => {
  const [first] = await list('$top=1');
  expect(Object.keys(first ?? {})).toEqual(
    expect.arrayContaining(['businessPhones', 'displayName', 'id', 'userPrincipalName']),
  );
  expect(first).not.toHaveProperty('department');
  expect(await list('$top=1&$select=id,department')).toEqual([{ id: eva, department: 'Patient Services' }]);
});

test.each([
  ["startswith(displayName,'jan de')", ['Jan de Vries']],
  ["startsWith(surname,'Þór') and department eq 'Cardiology'", ['Sigríður Þórsdóttir']],
  ["userPrincipalName eq 'EVA.BERG@contoso.example'", ['Eva Berg']],
  ["surname eq 'O''Neill' and givenName eq 'Siobhán'", ["Siobhán O'Neill"]],
  [
    "(givenName eq 'Eva' or givenName eq 'Omar') and accountEnabled eq true and startswith(jobTitle,'Recep')",
    ['Eva Berg', 'Omar Haddad'],
  ],
])('the filter %s finds them', async (filter, names) => {
  const found = await list(`$filter=${encodeURIComponent(filter)}&$select=displayName`);
  expect(found.slice(0, names.length).map(({ displayName }) => displayName)).toEqual(names);
});

test('advanced filters and ordering with a filter need the header and $count', async () => {
  const filter = `$filter=${encodeURIComponent("endswith(mail,'@fabrikam.example')")}`;
  expect((await bench.get(`/users?${filter}`)).body).toMatchObject({
    error: { code: 'Request_UnsupportedQuery' },
  });
  const guests = await list(`${filter}&$count=true&$select=userType`, eventual);
  expect(new Set(guests.map(({ userType }) => userType))).toEqual(new Set(['Guest']));
  const ordered = `$filter=${encodeURIComponent("startswith(displayName,'S')")}&$orderby=displayName desc`;
  expect((await bench.get(`/users?${ordered}`)).status).toBe(400);
  const names = (await list(`${ordered}&$count=true`, eventual)).map(({ displayName }) =>
    String(displayName),
  );
  expect(names.length).toBeGreaterThan(1);
  expect(names).toEqual(names.toSorted((a, b) => b.toLowerCase().localeCompare(a.toLowerCase())));
});

test('$search without the header is refused in Graph’s words', async () => {
  expect(await bench.get('/users?$search="displayName:jan"')).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'Request_UnsupportedQuery',
        message: expect.stringContaining('ConsistencyLevel: eventual'),
      },
    },
  });
});

test.each([
  ['"displayName:vries jan"', 'Jan de Vries'],
  ['"displayName:thors" OR "mail:jan.devries"', 'Jan de Vries'],
  ['"displayName:sigri" AND "department:Card"', 'Sigríður Þórsdóttir'],
])('$search=%s finds by the beginnings of words, marks or not', async (search, name) => {
  const found = await list(`$search=${encodeURIComponent(search)}&$select=displayName`, eventual);
  expect(found.map(({ displayName }) => displayName)).toContain(name);
});

test('a count comes with the header only', async () => {
  const all = await bench.get('/users?$count=true&$top=1', eventual);
  expect(all.body['@odata.count']).toBe(300);
  expect((await bench.get('/users?$count=true&$top=1')).body).not.toHaveProperty('@odata.count');
  expect((await bench.get('/users/$count', eventual)).body).toBe(300);
  expect((await bench.get('/users/$count')).body).toMatchObject({
    error: { message: '$count is not currently supported.' },
  });
});

test.each([
  ['$top=1000', 'Must be between 1 and 999'],
  ['$select=shoeSize', "property named 'shoeSize'"],
  ['$expand=memberOf', 'only manager can be expanded'],
  ["$filter=shoeSize eq '44'", 'shoeSize'],
  ["$filter=faxNumber eq '1'", 'not indexed'],
  ['$filter=displayName eq', 'ends too early'],
  ["$filter=displayName like 'x'", "operator 'like'"],
  ['$orderby=department', 'displayName or userPrincipalName'],
  ['$skiptoken=nonsense', '$skiptoken'],
])('%s is refused with a sentence that names it', async (query, words) => {
  const answer = await bench.get(`/users?${query}`);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(words);
});

test('one user by id, by principal name in any case, or not at all', async () => {
  expect((await bench.get(`/users/${jan}`)).body).toMatchObject({ displayName: 'Jan de Vries' });
  expect((await bench.get('/users/Jan.deVries@contoso.example')).body).toMatchObject({ id: jan });
  expect(await bench.get('/users/nobody@contoso.example')).toMatchObject({
    status: 404,
    body: { error: { code: 'Request_ResourceNotFound' } },
  });
});

test('managers come alone, expanded, and not at all for the director', async () => {
  expect((await bench.get(`/users/${jan}/manager`)).body).toMatchObject({ id: sigridur });
  expect((await bench.get(`/users/${director}/manager`)).status).toBe(404);
  const query = `$filter=${encodeURIComponent(`id eq '${jan}'`)}&$expand=manager($select=id,displayName)`;
  expect(await list(query)).toMatchObject([
    { id: jan, manager: { id: sigridur, displayName: 'Sigríður Þórsdóttir' } },
  ]);
});

test('queues are disabled resource accounts', async () => {
  const { body } = await bench.get(
    `/users/${contoso.queues.reception.id}?$select=displayName,accountEnabled,isResourceAccount`,
  );
  expect(body).toMatchObject({
    displayName: 'Contoso Reception',
    accountEnabled: false,
    isResourceAccount: true,
  });
});

test('/me is whoever the token speaks for, and nobody for an application', async () => {
  const token = tokens.user(eva, 'User.Read');
  expect((await bench.get('/me', { token })).body).toMatchObject({ id: eva });
  expect((await bench.get('/me')).status).toBe(403);
  expect((await bench.get('/me/manager', { token: tokens.user(eva, 'User.Read.All') })).body).toMatchObject({
    id: director,
  });
});

test('permissions are checked in application and in delegated tokens', async () => {
  const denied = { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } };
  expect(await bench.get('/users', { token: tokens.appWith('Presence.Read.All') })).toMatchObject(denied);
  expect(await bench.get('/users', { token: tokens.user(eva, 'User.Read') })).toMatchObject(denied);
  expect((await bench.get('/users', { token: tokens.user(eva, 'User.ReadBasic.All') })).status).toBe(200);
  expect(await bench.get('/users/delta', { token: tokens.appWith('User.ReadBasic.All') })).toMatchObject(
    denied,
  );
});

test.each([
  ['/users', '2'],
  ['/users?$select=id', '1'],
  ['/users?$top=19', '1'],
  ['/users?$expand=manager', '3'],
  ['/users?$expand=manager&$select=id&$top=5', '1'],
  [`/users/${jan}`, '1'],
  ['/users/delta', '1'],
])('%s tells that it costs %s', async (path, units) => {
  expect((await bench.get(path)).headers.get('x-ms-resource-unit')).toBe(units);
});
