import { tenantId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { getUser } from './get-user.ts';
import { usersDelta } from './users-delta.ts';

const contoso = tenantId('contoso');
const next = 'https://graph.microsoft.com/v1.0/users/delta?$skiptoken=1';
const delta = 'https://graph.microsoft.com/v1.0/users/delta?$deltatoken=2';

async function read(client: Parameters<typeof usersDelta>[0], link?: string) {
  const pages = [];
  for await (const page of usersDelta(client, contoso, link)) pages.push(page);
  return pages;
}

describe('the people of a tenant', () => {
  test('come page after page until the delta link', async () => {
    const eva = {
      id: 'EVA',
      displayName: 'Eva Berg',
      businessPhones: ['+442079460101'],
      mobilePhone: null,
      unknown: 1,
    };
    const { client, asked } = stubClient(
      { body: { value: [eva], '@odata.nextLink': next } },
      { body: { value: [{ id: 'Gone', '@removed': { reason: 'changed' } }], '@odata.deltaLink': delta } },
    );
    const pages = await read(client);
    expect(pages).toMatchObject([
      {
        ok: true,
        value: {
          people: [
            { id: 'eva', displayName: 'Eva Berg', businessPhones: ['+442079460101'], mobilePhone: null },
          ],
          removed: [],
          next: { nextLink: next },
        },
      },
      { ok: true, value: { people: [], removed: ['gone'], next: { deltaLink: delta } } },
    ]);
    expect(asked[0]?.path).toMatch(/^\/users\/delta\?\$select=id,displayName,.*,manager$/);
    expect(asked[1]?.path).toBe(next);
  });

  test('go on from a link as it was given', async () => {
    const { client, asked } = stubClient({ body: { value: [], '@odata.deltaLink': delta } });
    await read(client, delta);
    expect(asked.map(({ path }) => path)).toEqual([delta]);
  });

  test.each([
    [[{ id: 'BOSS' }], 'boss'],
    [[{ id: 'old', '@removed': { reason: 'deleted' } }, { id: 'new' }], 'new'],
    [[{ id: 'old', '@removed': { reason: 'deleted' } }], null],
    [undefined, undefined],
  ])('have the manager whom the changes %j leave: %j', async (changes, managerId) => {
    const user = { id: 'eva', 'manager@delta': changes };
    const { client } = stubClient({ body: { value: [user], '@odata.deltaLink': delta } });
    const [page] = await read(client);
    expect(page?.ok && page.value.people[0]?.managerId).toBe(managerId);
  });

  test('keep silent about what Graph did not say', async () => {
    const { client } = stubClient({
      body: { value: [{ id: 'eva', department: 7 }], '@odata.deltaLink': delta },
    });
    const [page] = await read(client);
    expect(page?.ok && JSON.parse(JSON.stringify(page.value.people))).toEqual([{ id: 'eva' }]);
  });

  test('are there or removed by what a page says of them last', async () => {
    const gone = (id: string) => ({ id, '@removed': { reason: 'changed' } });
    const value = [gone('eva'), { id: 'jan' }, { id: 'Eva', displayName: 'Eva' }, gone('JAN'), gone('jan')];
    const { client } = stubClient({ body: { value, '@odata.deltaLink': delta } });
    const [page] = await read(client);
    expect(page).toMatchObject({ value: { people: [{ id: 'eva' }], removed: ['jan'], restorable: ['jan'] } });
  });

  test('are not lost to an item that cannot be read', async () => {
    const value = [{ displayName: 'Nobody' }, null, { id: 'eva' }];
    const { client } = stubClient({ body: { value, '@odata.deltaLink': delta } });
    const [page] = await read(client);
    expect(page).toMatchObject({
      value: { people: [{ id: 'eva' }], ignored: [/value\[0\]/, /value\[1\]/].map(matching) },
    });
  });

  test.each([
    problem('gone', 410, 'http410'),
    problem('gone', 410, 'syncStateNotFound'),
    problem('invalid', 400, 'ResyncRequired'),
  ])('are to be read anew after %j', async (expired) => {
    const pages = await read(stubClient(expired).client, delta);
    expect(pages).toMatchObject([{ ok: false, refusal: { code: 'resync' } }]);
  });

  test.each([
    [problem('forbidden', 403, 'Authorization_RequestDenied'), 'Authorization_RequestDenied'],
    [{ body: { error: 'x' } }, /no array value/],
    [{ body: { value: [] } }, /neither/],
  ])('end with the refusal %#', async (answer, message) => {
    const pages = await read(stubClient(answer).client);
    expect(pages).toMatchObject([{ ok: false, refusal: { code: 'graph', message: matching(message) } }]);
  });
});

const matching = (pattern: string | RegExp) => expect.stringMatching(pattern);

describe('one person', () => {
  test('comes with their manager', async () => {
    const { client, asked } = stubClient({
      body: { id: 'EVA', manager: { id: 'BOSS' }, accountEnabled: true },
    });
    expect(await getUser(client, contoso, 'eva.berg@contoso.example')).toMatchObject({
      ok: true,
      value: { id: 'eva', managerId: 'boss', accountEnabled: true },
    });
    expect(asked[0]?.path).toMatch(/^\/users\/eva\.berg%40contoso\.example\?\$select=.*&\$expand=manager/);
  });

  test('may be unknown', async () => {
    const { client } = stubClient(problem('gone', 404, 'Request_ResourceNotFound'));
    expect(await getUser(client, contoso, 'x')).toMatchObject({
      ok: false,
      refusal: { code: 'unknownPerson' },
    });
  });
});
