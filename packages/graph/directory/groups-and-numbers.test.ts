import { tenantId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { accountKind } from './account-kind.ts';
import { countUsers } from './count-users.ts';
import { groupMembers } from './group-members.ts';
import { groupsDelta } from './groups-delta.ts';
import { teamsAccounts } from './teams-numbers.ts';
import { usersDelta } from './users-delta.ts';

const contoso = tenantId('contoso');
const asker = { tenantId: contoso };
const user = (id: string) => ({ '@odata.type': '#microsoft.graph.user', id });

describe('a group', () => {
  test('has the people of the groups inside it too, and nothing that is no person', async () => {
    const nextLink = 'https://graph.microsoft.com/v1.0/groups/g/transitiveMembers?$skiptoken=1';
    const { client, asked } = stubClient(
      {
        body: {
          value: [user('EVA'), { '@odata.type': '#microsoft.graph.group', id: 'g2' }],
          '@odata.nextLink': nextLink,
        },
      },
      { body: { value: [{ id: 'noor' }, null, { id: 7 }], '@odata.nextLink': nextLink } },
    );
    expect(await groupMembers(client, asker, 'g 1')).toEqual({ ok: true, value: new Set(['eva', 'noor']) });
    expect(asked.map(({ path }) => path)).toEqual([
      '/groups/g%201/transitiveMembers?$select=id&$top=999',
      nextLink,
    ]);
  });

  test('may be asked for its direct members', async () => {
    const { client, asked } = stubClient({ body: { value: [] } });
    await groupMembers(client, asker, 'g', { nested: false });
    expect(asked[0]?.path).toMatch(/^\/groups\/g\/members\?/);
  });

  test.each([
    [problem('gone', 404, 'Request_ResourceNotFound'), 'unknown'],
    [problem('forbidden', 403, 'Authorization_RequestDenied'), 'noRight'],
    [{ body: {} }, 'graph'],
  ])('that cannot be read is refused by name %#', async (answer, code) => {
    const { client } = stubClient(answer);
    expect(await groupMembers(client, asker, 'g')).toMatchObject({ ok: false, refusal: { code } });
  });

  test('tells who came and left', async () => {
    const deltaLink = 'https://graph.microsoft.com/v1.0/groups/delta?$deltatoken=2';
    const changes = [user('EVA'), { ...user('NOOR'), '@removed': { reason: 'deleted' } }, 'x', { id: 'jan' }];
    const { client, asked } = stubClient({
      body: {
        value: [{ id: 'G', displayName: 'Sales', 'members@delta': changes }],
        '@odata.deltaLink': deltaLink,
      },
    });
    const { value: page } = await groupsDelta(client, contoso, ['g', "x'y"]).next();
    expect(page).toMatchObject({
      value: { items: [{ id: 'g', displayName: 'Sales', joined: ['eva', 'jan'], left: ['noor'] }] },
    });
    expect(decodeURIComponent(asked[0]?.path ?? '')).toContain("$filter=id eq 'g' or id eq 'x''y'");
  });
});

describe('Teams', () => {
  test('tells the numbers of accounts, page after page', async () => {
    const nextLink = 'https://graph.microsoft.com/v1.0/admin/teams/userConfigurations?$skiptoken=1';
    const eva = {
      id: 'EVA',
      accountType: 'User',
      isEnterpriseVoiceEnabled: true,
      telephoneNumbers: [
        { telephoneNumber: 'tel:+442079460101;ext=7', assignmentCategory: 'Primary' },
        { telephoneNumber: 5 },
        { telephoneNumber: '+442079460109', assignmentCategory: 'private' },
      ],
    };
    const { client } = stubClient(
      { body: { value: [eva, 'x'], '@odata.nextLink': nextLink } },
      { body: { value: [{ id: 'queue', accountType: 'resourceAccount', telephoneNumbers: null }] } },
    );
    const pages = [];
    for await (const page of teamsAccounts(client, asker)) pages.push(page.ok && page.value);
    expect(pages).toEqual([
      [
        {
          personId: 'eva',
          accountType: 'user',
          hasPhoneSystem: true,
          numbers: [
            { number: '+442079460101;ext=7', category: 'primary' },
            { number: '+442079460109', category: 'private' },
          ],
        },
      ],
      [{ personId: 'queue', accountType: 'resourceaccount', numbers: [] }],
    ]);
  });

  test('may not be asked', async () => {
    const { client } = stubClient(problem('forbidden', 403, 'Forbidden'));
    const { value } = await teamsAccounts(client, asker).next();
    expect(value).toMatchObject({ ok: false, refusal: { code: 'noRight' } });
  });
});

test.each([
  [{ isResourceAccount: true }, 'resource'],
  [{ department: 'Microsoft Communication Application Instance' }, 'resource'],
  [{ department: 'Sales', userType: 'guest' }, 'guest'],
  [{ userType: 'Member', isResourceAccount: null }, 'person'],
  [{}, 'person'],
])('an account %j is a %s', (fields, kind) => {
  expect(accountKind({ id: 'x' as never, ...fields })).toBe(kind);
});

test.each([
  [893, { ok: true, value: 893 }],
  ['893', { ok: true, value: 893 }],
  [undefined, { ok: false }],
  [{ count: 3 }, { ok: false }],
  [-1, { ok: false }],
])('the number of users %j is %j', async (body, result) => {
  const { client, asked } = stubClient({ body });
  expect(await countUsers(client, asker)).toMatchObject(result);
  expect(asked[0]).toMatchObject({ path: '/users/$count', headers: { ConsistencyLevel: 'eventual' } });
});

test('somebody who was deleted may come back, or not', async () => {
  const value = [
    { id: 'A', '@removed': { reason: 'changed' } },
    { id: 'B', '@removed': { reason: 'deleted' } },
    { id: 'C', '@removed': {} },
  ];
  const { client } = stubClient({
    body: { value, '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/d' },
  });
  const { value: page } = await usersDelta(client, contoso).next();
  expect(page).toMatchObject({ value: { removed: ['a', 'b', 'c'], restorable: ['a'] } });
});
