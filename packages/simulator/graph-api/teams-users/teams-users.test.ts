import { afterAll, beforeAll, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.stop());

const path = '/admin/teams/userConfigurations';

test('the number that somebody has in Teams comes in E.164', async () => {
  expect((await bench.get(`${path}/${contoso.people.jan}`)).body).toMatchObject({
    accountType: 'user',
    isEnterpriseVoiceEnabled: true,
    telephoneNumbers: [{ telephoneNumber: '+442079460103', assignmentCategory: 'primary' }],
    tenantId: contoso.tenantId,
  });
  expect((await bench.get(`${path}/nobody`)).status).toBe(404);
});

test('all of them come in pages, resource accounts and guests among them', async () => {
  const kinds = new Set<unknown>();
  let count = 0;
  for (let next: string | undefined = `${path}?$select=id,accountType`; next !== undefined; ) {
    const { body } = await bench.get(next);
    const value = body.value as { accountType: string }[];
    count += value.length;
    for (const { accountType } of value) kinds.add(accountType);
    next = body['@odata.nextLink'] as string | undefined;
  }
  expect(count).toBe(300);
  expect(kinds).toEqual(new Set(['guest', 'resourceAccount', 'user']));
});

test('it needs a permission of its own', async () => {
  expect((await bench.get(path, { token: tokens.appWith('User.Read.All') })).status).toBe(403);
});
