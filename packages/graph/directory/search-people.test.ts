import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { searchPeople } from './search-people.ts';

const contoso = { tenantId: tenantId('contoso') };
const eva = { id: 'EVA', displayName: 'Eva Berg' };
const queryOf = (path: string | undefined) => decodeURIComponent(path?.split('?')[1]?.split('&')[0] ?? '');

test('one word is looked for in every field, as an advanced query and before everything else of the directory', async () => {
  const { client, asked } = stubClient({ body: { value: [eva, { displayName: 'Nobody' }] } });
  expect(await searchPeople(client, contoso, { text: ' berg ' })).toEqual({
    ok: true,
    value: {
      people: [expect.objectContaining({ id: 'eva', displayName: 'Eva Berg' })],
      by: 'words',
      ignored: ['value[1]: a user without an id'],
    },
  });
  expect(queryOf(asked[0]?.path)).toBe(
    '$search="displayName:berg" OR "givenName:berg" OR "surname:berg" OR "mail:berg" OR "userPrincipalName:berg"',
  );
  expect(asked[0]).toMatchObject({ headers: { ConsistencyLevel: 'eventual' }, priority: 'high' });
  expect(asked[0]?.path).toContain('&$count=true&$select=id,');
  expect(asked[0]).not.toHaveProperty('token');
});

test('of several words each is in the name, and what could end the query is not sent', async () => {
  const { client, asked } = stubClient({ body: { value: [] } });
  await searchPeople(client, contoso, { text: 'eva "berg\\" OR \u0000x', limit: 5_000 });
  expect(queryOf(asked[0]?.path)).toBe(
    '$search="displayName:eva" AND "displayName:berg" AND "displayName:OR" AND "displayName:x"',
  );
  expect(asked[0]?.path).toContain('$top=999');
});

test('where Graph takes no search, fields that begin with the text are found', async () => {
  const { client, asked } = stubClient(problem('invalid', 400, 'Request_UnsupportedQuery'), {
    body: { value: [eva] },
  });
  expect(await searchPeople(client, contoso, { text: "O'Bri" })).toMatchObject({
    ok: true,
    value: { by: 'start', people: [{ id: 'eva' }] },
  });
  expect(queryOf(asked[1]?.path)).toMatch(/^\$filter=startswith\(displayName,'O''Bri'\) or /);
  expect(asked[1]?.headers).toEqual({});
});

test('an operator’s search goes by their own rights, and says when these do not reach', async () => {
  const operator = { personId: personId('noor'), token: 'token of noor' };
  const { client, asked } = stubClient(problem('forbidden', 403, 'Authorization_RequestDenied'));
  expect(await searchPeople(client, { ...contoso, operator }, { text: 'eva' })).toMatchObject({
    ok: false,
    refusal: { code: 'noRight' },
  });
  expect(asked).toMatchObject([{ token: 'token of noor' }]);
});

test('an empty text finds nobody without asking', async () => {
  const { client, asked } = stubClient();
  expect(await searchPeople(client, contoso, { text: ' " ' })).toMatchObject({ value: { people: [] } });
  expect(asked).toEqual([]);
});

test.each([null, 'text', 7, [], { value: 'x' }])('an answer %j is a refusal', async (body) => {
  const { client } = stubClient({ body });
  expect(await searchPeople(client, contoso, { text: 'eva' })).toMatchObject({
    ok: false,
    refusal: { code: 'graph', problem: { code: 'unreadable' } },
  });
});
