import type { Person } from '@switchboard/domain/directory/person';
import { queryWords, searchTextOf } from '@switchboard/domain/directory/search-text';
import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { putTenant } from '../tenants/tenants.ts';
import { contoso, now, tenantStores } from '../testing/sample-tenant.testing.ts';
import {
  countPeople,
  findPeople,
  forgetDirectoryLink,
  readDirectoryProgress,
  searchPeople,
  writeDirectoryPage,
} from './people.ts';

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

const page = (all: readonly Person[], more: Partial<Parameters<typeof writeDirectoryPage>[2]> = {}) => ({
  people: all.map((person) => ({ person, searchText: searchTextOf(person) })),
  removed: [],
  link: 'https://graph.example/next',
  isFilled: false,
  ...more,
});

async function filledStore(): Promise<Store> {
  const { store } = await tenantStores();
  await writeDirectoryPage(store, contoso, page(people));
  return store;
}

const namesFor = async (store: Store, text: string, limit = 10): Promise<readonly string[]> =>
  (await searchPeople(store, contoso, queryWords(text), limit)).map(({ name }) => name);

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
  await writeDirectoryPage(store, contoso, page([{ personId: personId('p5'), name: 'Brno Adler' }]));
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
  expect(await countPeople(store, contoso)).toBe(4);
});

test('pages add and change people, and remove who has left', async () => {
  const store = await filledStore();
  const changed: Person = { personId: personId('p4'), name: 'Anna Lind' };
  await writeDirectoryPage(
    store,
    contoso,
    page([changed], { removed: [personId('p1'), personId('nobody')] }),
  );
  expect(await countPeople(store, contoso)).toBe(3);
  expect(await namesFor(store, 'berg')).toEqual([]);
  expect(await findPeople(store, contoso, [personId('p4'), personId('p1')])).toEqual([changed]);
  expect(await findPeople(store, contoso, [])).toEqual([]);
});

test('a page that names somebody twice keeps what it says last', async () => {
  const store = await filledStore();
  const twice: readonly Person[] = [
    { personId: personId('p9'), name: 'Ines Before' },
    { personId: personId('p9'), name: 'Ines After' },
  ];
  await writeDirectoryPage(store, contoso, page(twice));
  expect(await namesFor(store, 'ines')).toEqual(['Ines After']);
});

test('names with characters that PostgreSQL refuses are kept without them', async () => {
  const store = await filledStore();
  await writeDirectoryPage(store, contoso, page([{ personId: personId('p9'), name: 'Ro\u0000bin \udc00' }]));
  expect(await namesFor(store, 'bin')).toEqual(['Robin \ufffd']);
});

test('a page counts as a whole or not at all', async () => {
  const store = await filledStore();
  const broken = page([{ personId: personId('p9'), name: undefined as never }], {
    link: 'https://graph.example/broken',
  });
  await expect(writeDirectoryPage(store, contoso, broken)).rejects.toThrow();
  expect(await countPeople(store, contoso)).toBe(4);
  expect((await readDirectoryProgress(store, contoso)).link).toBe('https://graph.example/next');
});

test('how far the directory is read is kept; once filled it stays so', async () => {
  const { store } = await tenantStores();
  expect(await readDirectoryProgress(store, contoso)).toEqual({ link: undefined, isFilled: false });
  await writeDirectoryPage(
    store,
    contoso,
    page([], { isFilled: true, link: 'https://graph.example/changes' }),
  );
  await writeDirectoryPage(store, contoso, page([]));
  expect(await readDirectoryProgress(store, contoso)).toEqual({
    link: 'https://graph.example/next',
    isFilled: true,
  });
  await forgetDirectoryLink(store, contoso);
  expect(await readDirectoryProgress(store, contoso)).toEqual({ link: undefined, isFilled: true });
});

test("another tenant's people are not found", async () => {
  const store = await filledStore();
  const fabrikam = tenantId('f0000000-0000-4000-8000-000000000000');
  await putTenant(store, { tenantId: fabrikam, name: 'Fabrikam' }, now);
  expect(await searchPeople(store, fabrikam, ['anna'], 10)).toEqual([]);
  expect(await findPeople(store, fabrikam, [personId('p4')])).toEqual([]);
  await writeDirectoryPage(store, fabrikam, page([], { removed: [personId('p4')] }));
  expect(await countPeople(store, contoso)).toBe(4);
});
