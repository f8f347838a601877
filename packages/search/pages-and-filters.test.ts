import { setImmediate as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { mostHits, mostPassedBy } from './match/search-query.ts';
import { PeopleIndex } from './people-index.ts';
import { documentOf, indexOf } from './testing/sample-documents.testing.ts';

const departments = ['Sales', 'Legal'];
const crowd = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    documentOf(`person-${n}`, `Cruz ${String(n).padStart(5, '0')}`, {
      department: departments[n % 2],
      office: n % 10 === 0 ? 'Leeds' : 'London',
    }),
  );

test('pages of a search follow each other without a gap and without anybody twice', () => {
  const index = new PeopleIndex();
  for (let from = 0; from < 3_000; from += 500) index.put(crowd(3_000).slice(from, from + 500));
  const whole = index.search({ text: 'cruz', limit: mostHits }).hits.map(({ id }) => id);
  const paged = Array.from({ length: 10 }, (_, page) =>
    index.search({ text: 'cruz', limit: 40, offset: page * 40 }),
  );
  expect(paged.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual(whole);
  expect(index.search({ text: 'cruz', limit: 100, offset: 2_950 }).hits).toHaveLength(50);
  expect(index.search({ text: 'cruz', limit: 3, offset: 9e9 }).hits).toEqual([]);
  expect(mostPassedBy).toBe(5_000);
});

test.each([-1, Number.NaN, 1.5])('an offset of %s is brought into bounds', (offset) => {
  const index = indexOf(...crowd(3));
  expect(index.search({ text: 'cruz', limit: 1, offset }).hits).toHaveLength(1);
});

test('without a text the filters name whom is found, by name, former people last', () => {
  const former = documentOf('former', 'Aaron Former', { department: 'Legal', isFormer: true });
  const index = indexOf(...crowd(40), former);
  const { hits, total } = index.search({ text: ' ', limit: 100, filters: { departments: ['legal'] } });
  expect(total).toBe(21);
  expect(hits.slice(0, 2).map(({ id }) => id)).toEqual(['person-1', 'person-3']);
  expect(hits.at(-1)?.id).toBe('former');
  expect(index.search({ text: '', filters: { places: ['Leeds'], departments: ['Sales'] } }).total).toBe(4);
  expect(index.search({ text: '', filters: { ids: ['person-7', 'nobody'] } }).hits).toMatchObject([
    { id: 'person-7', matches: [] },
  ]);
});

test('a text without a letter or a digit finds nobody, whatever the filters name', () => {
  const index = indexOf(...crowd(3));
  for (const text of ['🎉', '…', '@', '\u202e'])
    expect(index.search({ text, filters: { sources: ['directory'] } })).toMatchObject({ hits: [], total: 0 });
});

test('neither text nor filters find nobody', () => {
  const index = indexOf(...crowd(3));
  expect(index.search({ text: '' }).hits).toEqual([]);
  expect(index.search({ text: '', filters: {} }).hits).toEqual([]);
  expect(index.search({ text: '', filters: { departments: [] } }).hits).toEqual([]);
});

test('pages of everybody follow each other though many names begin alike', () => {
  const index = new PeopleIndex();
  const documents = crowd(1_500);
  for (let from = 0; from < 1_500; from += 300) index.put(documents.slice(from, from + 300));
  const page = (offset: number) =>
    index.search({ text: '', limit: 100, offset, filters: { departments: ['Sales'] } }).hits;
  const ids = [0, 100, 200, 300, 400, 500, 600, 700].flatMap((offset) => page(offset).map(({ id }) => id));
  expect(new Set(ids).size).toBe(750);
});

test('a small index is made in steps between which others come', async () => {
  let pauses = 0;
  const index = await buildIndex(crowd(500), async () => {
    pauses += 1;
    await pause();
  });
  expect(pauses).toBeGreaterThanOrEqual(10);
  expect(index.search({ text: '00042' }).hits).toMatchObject([{ id: 'person-42' }]);
  expect((await buildIndex([], () => pause())).search({ text: 'cruz' }).hits).toEqual([]);
});
