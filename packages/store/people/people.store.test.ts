import type { Person } from '@switchboard/domain/directory/person';
import { queryWords } from '@switchboard/domain/directory/search-text';
import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { putTenant } from '../tenants/tenants.ts';
import { knowPeople } from '../testing/sample-people.testing.ts';
import { contoso, now, tenantStores } from '../testing/sample-tenant.testing.ts';
import { findIdsByWords } from './find-by-words.ts';
import { findPeople } from './people.ts';

const people: readonly Person[] = [
  {
    personId: personId('p1'),
    name: 'Žofie Dvořáková',
    department: 'Sales',
    city: 'Brno',
    phone: '+44 20 7946 0101',
  },
  {
    personId: personId('p2'),
    name: 'José García Ñúñez',
    department: 'Field Sales',
    mail: 'jose@contoso.example',
  },
  {
    personId: personId('p3'),
    name: 'Øyvind Łukasz Strauß',
    jobTitle: 'Engineer',
    mobile: '+1 (555) 010-0199',
  },
  { personId: personId('p4'), name: 'Anna Berg', department: 'Brnoware' },
];

const adler: Person = { personId: personId('p5'), name: 'Brno Adler' };

async function filledStore(): Promise<Store> {
  const { store } = await tenantStores();
  await knowPeople(store, contoso, people);
  return store;
}

const namesFor = async (store: Store, text: string, limit = 10): Promise<readonly string[]> =>
  (await findIdsByWords(store, contoso, { words: queryWords(text), limit, offset: 0 })).map(
    (id) => [...people, adler].find((person) => person.personId === id)?.name ?? id,
  );

test('a search needs no diacritics, and takes them', async () => {
  const store = await filledStore();
  for (const text of ['zofie', 'Žofie', 'DVORAK', 'dvořák']) {
    expect([text, await namesFor(store, text)]).toEqual([text, ['Žofie Dvořáková']]);
  }
  for (const text of ['oyvind', 'łukasz', 'lukasz', 'strauss', 'Strauß']) {
    expect([text, await namesFor(store, text)]).toEqual([text, ['Øyvind Łukasz Strauß']]);
  }
  expect(await namesFor(store, 'nunez')).toEqual(['José García Ñúñez']);
});

test('every word must be the beginning of some word, in any order', async () => {
  const store = await filledStore();
  expect(await namesFor(store, 'sales jo')).toEqual(['José García Ñúñez']);
  expect(await namesFor(store, 'garcia jose field')).toEqual(['José García Ñúñez']);
  expect(await namesFor(store, 'jose brno')).toEqual([]);
  expect(await namesFor(store, 'ales')).toEqual([]);
});

test('whose name begins with the word come first, then all by name, as many as asked for', async () => {
  const store = await filledStore();
  await knowPeople(store, contoso, [adler]);
  expect(await namesFor(store, 'brno')).toEqual(['Brno Adler', 'Anna Berg', 'Žofie Dvořáková']);
  expect(await namesFor(store, 'brno', 2)).toEqual(['Brno Adler', 'Anna Berg']);
});

test('a number is found by any run of its digits, however it is written', async () => {
  const store = await filledStore();
  for (const text of [
    '+44 20 7946 0101',
    '0044 20 7946 0101',
    '020 7946 0101',
    '79460101',
    '0101',
    '(020) 7946-0101',
  ]) {
    expect([text, await namesFor(store, text)]).toEqual([text, ['Žofie Dvořáková']]);
  }
  expect(await namesFor(store, '555 010')).toEqual(['Øyvind Łukasz Strauß']);
  expect(await namesFor(store, 'zofie 0101')).toEqual(['Žofie Dvořáková']);
});

test('wildcards and quotes in a query are nothing but noise', async () => {
  const store = await filledStore();
  for (const text of ['%', '_', '%%%', '\\', "'", '"; --', ' '])
    expect([text, await namesFor(store, text)]).toEqual([text, []]);
  expect(await namesFor(store, '%anna%')).toEqual(['Anna Berg']);
  expect(await namesFor(store, 'a_na')).toEqual([]);
  expect(await namesFor(store, "anna'); DROP TABLE people; --")).toEqual([]);
  expect(await store.selectFrom('people').select('person_id').execute()).toHaveLength(4);
});

test("another tenant's people are not found", async () => {
  const store = await filledStore();
  const fabrikam = tenantId('f0000000-0000-4000-8000-000000000000');
  await putTenant(store, { tenantId: fabrikam, name: 'Fabrikam' }, now);
  expect(await findIdsByWords(store, fabrikam, { words: ['anna'], limit: 10, offset: 0 })).toEqual([]);
  expect(await findPeople(store, fabrikam, [personId('p4')])).toEqual([]);
});
