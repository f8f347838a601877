import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, omar, jan } = contoso.people;
const eventual = { headers: { ConsistencyLevel: 'eventual' } };
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

type Item = Record<string, unknown>;

async function round(first: string): Promise<{ items: Item[]; deltaLink: string }> {
  const items: Item[] = [];
  for (let next = first; ; ) {
    const { status, body } = await bench.get(next);
    expect(status).toBe(200);
    items.push(...(body.value as Item[]));
    if ('@odata.deltaLink' in body) return { items, deltaLink: String(body['@odata.deltaLink']) };
    next = String(body['@odata.nextLink']);
  }
}

const idOf = (name: string): string =>
  bench.world.groups.ledger.all().find(({ displayName }) => displayName === name)?.id ?? '';

test('groups are listed, found by name and told by id', async () => {
  const filter = encodeURIComponent("startswith(displayName,'Cardio')");
  const { body } = await bench.get(`/groups?$filter=${filter}&$select=id,displayName,groupTypes,mail`);
  expect(body.value).toEqual([
    {
      id: idOf('Cardiology'),
      displayName: 'Cardiology',
      groupTypes: ['Unified', 'DynamicMembership'],
      mail: 'cardiology@contoso.example',
    },
  ]);
  const found = await bench.get('/groups?$search="displayName:aid"&$select=displayName', eventual);
  expect(found.body.value).toEqual([{ displayName: 'First Aiders' }]);
  expect((await bench.get(`/groups/${idOf('Cardiology')}`)).body).toMatchObject({ securityEnabled: false });
  expect((await bench.get('/groups/nobody')).status).toBe(404);
});

test('members come in pages, and can be counted', async () => {
  const path = `/groups/${idOf('All Contoso')}`;
  const first = await bench.get(`${path}/members?$select=id&$top=50`);
  expect(first.body.value).toHaveLength(50);
  const second = await bench.get(String(first.body['@odata.nextLink']));
  expect((second.body.value as Item[])[0]).not.toEqual((first.body.value as Item[])[0]);
  const count = Number((await bench.get(`${path}/members/$count`, eventual)).body);
  expect(count).toBeGreaterThan(250);
  expect((await bench.get(`/groups/${idOf('Reception Team')}/transitiveMembers`)).body.value).toMatchObject([
    { id: eva, '@odata.type': '#microsoft.graph.user' },
    { id: omar },
  ]);
});

test('a first round tells all members, big groups in several items', async () => {
  const { items } = await round('/groups/delta');
  const everybody = items.filter(({ id }) => id === idOf('All Contoso'));
  expect(everybody.length).toBeGreaterThan(1);
  const members = everybody.flatMap((item) => item['members@delta'] as Item[]);
  expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
  expect(members.length).toBeGreaterThan(250);
  expect((await round('/groups/delta?$select=displayName')).items[0]).not.toHaveProperty('members@delta');
});

test('who changes the department changes groups, and who is put into one is told', async () => {
  const { deltaLink } = await round('/groups/delta?$select=displayName,members');
  bench.control.changePerson(jan, { department: 'Radiology' });
  bench.world.groups.changeMembers(idOf('Reception Team'), { added: [jan], removed: [omar] });
  const { items } = await round(deltaLink);
  const user = { '@odata.type': '#microsoft.graph.user' };
  const gone = { '@removed': { reason: 'deleted' } };
  expect(items).toEqual([
    { id: idOf('Cardiology'), displayName: 'Cardiology', 'members@delta': [{ ...user, id: jan, ...gone }] },
    { id: idOf('Radiology'), displayName: 'Radiology', 'members@delta': [{ ...user, id: jan }] },
    {
      id: idOf('Reception Team'),
      displayName: 'Reception Team',
      'members@delta': [
        { ...user, id: jan },
        { ...user, id: omar, ...gone },
      ],
    },
  ]);
});

test('whoever is removed leaves their groups, and comes back to them', async () => {
  const { deltaLink } = await round('/groups/delta?$select=members');
  bench.control.removePerson(omar);
  bench.world.directory.restore(omar);
  const { items } = await round(deltaLink);
  expect(items.filter(({ id }) => id === idOf('Reception Team'))).toMatchObject([
    { 'members@delta': [{ id: omar, '@removed': { reason: 'deleted' } }] },
    { 'members@delta': [{ id: omar }] },
  ]);
});

test('the permission for members reads groups, the one for users does not', async () => {
  expect((await bench.get('/groups', { token: tokens.appWith('GroupMember.Read.All') })).status).toBe(200);
  expect(await bench.get('/groups', { token: tokens.appWith('User.Read.All') })).toMatchObject({
    status: 403,
    body: { error: { code: 'Authorization_RequestDenied' } },
  });
});
