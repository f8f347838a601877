import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClock } from '@switchboard/kit/clock';
import { keepRunning } from '@switchboard/kit/lifecycle';
import { silentLogger } from '@switchboard/kit/logger';
import { expect, onTestFinished, test } from 'vitest';
import type { SearchDocument } from '../document/search-document.ts';
import { documentOf } from '../testing/sample-documents.testing.ts';
import { PeopleSearchHost } from './people-search-host.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

async function startHost({ folder, budget = 2 ** 30 }: { folder?: string; budget?: number } = {}) {
  const home = folder ?? (await mkdtemp(path.join(tmpdir(), 'switchboard-search-')));
  const stop = new AbortController();
  const reopened: string[] = [];
  let wake = (): void => undefined;
  const host = new PeopleSearchHost({
    folder: home,
    budget,
    log: silentLogger,
    onReopened: (tenant, index) => {
      reopened.push(`${tenant} ${index?.mark ?? 'lost'}`);
      wake();
    },
  });
  const nextReopened = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const ended = keepRunning(host, stop.signal, clock, silentLogger);
  const end = async (): Promise<void> => {
    stop.abort();
    await ended;
  };
  onTestFinished(async () => {
    await end();
    await rm(home, { recursive: true, force: true });
  });
  return { host, folder: home, reopened, nextReopened, end };
}

async function* pagesOf(
  ...pages: readonly (readonly SearchDocument[])[]
): AsyncGenerator<readonly SearchDocument[]> {
  yield* pages;
}

const crowd = (count: number): readonly SearchDocument[] =>
  Array.from({ length: count }, (_, n) => documentOf(String(n), `Ana Cruz ${n}`));

async function idsFor(
  host: PeopleSearchHost,
  tenant: string,
  text: string,
): Promise<readonly string[] | string> {
  const answer = await host.search(tenant, { text });
  return answer.ok ? answer.value.hits.map(({ id }) => id) : answer.refusal.code;
}

test('an index is built of pages, searched, changed, and there again after a restart', async () => {
  const { host, folder, end } = await startHost();
  expect(await host.search('contoso', { text: 'ana' })).toMatchObject({
    refusal: { code: 'noIndex', snapshot: 'missing' },
  });
  const progress: number[] = [];
  const pages = pagesOf([documentOf('a', 'Ana Cruz')], [documentOf('b', 'Omar Haddad')]);
  expect(await host.build('contoso', pages, 'page 2', (n) => progress.push(n))).toEqual({
    mark: 'page 2',
    size: 2,
  });
  expect(progress).toEqual([1, 2]);
  expect(await idsFor(host, 'contoso', 'omar')).toEqual(['b']);
  const changes = { put: [documentOf('c', 'Zoe Berg')], removed: ['a'], mark: 'page 3' };
  expect(await host.change('contoso', changes)).toEqual({ ok: true, value: { mark: 'page 3', size: 2 } });
  expect(await host.stats()).toMatchObject([{ tenant: 'contoso', size: 2, isDirty: true }]);
  await end();
  const later = await startHost({ folder });
  expect(await later.host.open('contoso')).toEqual({ ok: true, value: { mark: 'page 3', size: 2 } });
  expect(await idsFor(later.host, 'contoso', 'zoe')).toEqual(['c']);
  expect(await idsFor(later.host, 'contoso', 'ana')).toEqual([]);
});

test('what changes while an index is built is in it', async () => {
  const { host } = await startHost();
  async function* pages(): AsyncGenerator<readonly SearchDocument[]> {
    yield [documentOf('a', 'Ana Cruz'), documentOf('b', 'Omar Haddad')];
    await host.change('contoso', { put: [documentOf('b', 'Omar Nour')], removed: ['a'], mark: 'newer' });
  }
  expect(await host.build('contoso', pages(), 'page 1')).toEqual({ mark: 'newer', size: 1 });
  expect(await idsFor(host, 'contoso', 'nour')).toEqual(['b']);
});

test('pages that break off leave everything as it was', async () => {
  const { host } = await startHost();
  await host.build('contoso', pagesOf([documentOf('a', 'Ana Cruz')]), 'first');
  async function* broken(): AsyncGenerator<readonly SearchDocument[]> {
    yield [documentOf('b', 'Omar Haddad')];
    throw new Error('the source is gone');
  }
  await expect(host.build('contoso', broken(), 'second')).rejects.toThrow('the source is gone');
  expect(await host.open('contoso')).toMatchObject({ value: { mark: 'first', size: 1 } });
});

test('tenants do not see each other, and their names are no paths', async () => {
  const { host, folder } = await startHost();
  await host.build('../contoso', pagesOf([documentOf('a', 'Ana Cruz')]), '1');
  await host.build('fabrikam', pagesOf([documentOf('b', 'Ana Cruz')]), '1');
  expect(await idsFor(host, '../contoso', 'ana')).toEqual(['a']);
  expect(await idsFor(host, 'fabrikam', 'ana')).toEqual(['b']);
  expect((await readdir(folder)).toSorted()).toEqual(['%2E%2E%2Fcontoso.people', 'fabrikam.people']);
  await host.forget('fabrikam');
  expect(await readdir(folder)).toEqual(['%2E%2E%2Fcontoso.people']);
  expect(await idsFor(host, 'fabrikam', 'ana')).toBe('noIndex');
});

test('beyond the budget the tenant not used for longest is on disk only, until it is searched', async () => {
  const { host } = await startHost({ budget: 1 });
  await host.build('one', pagesOf(crowd(3)), '1');
  await host.change('one', { put: [documentOf('x', 'Zoe Berg')], removed: [], mark: '2' });
  await host.build('two', pagesOf(crowd(3)), '1');
  expect((await host.stats()).map(({ tenant }) => tenant)).toEqual(['two']);
  expect(await idsFor(host, 'one', 'zoe')).toEqual(['x']);
  expect((await host.stats()).map(({ tenant }) => tenant)).toEqual(['one']);
});

test('of the queries of a line only the newest is answered, and none that nobody waits for', async () => {
  const { host } = await startHost();
  await host.build('contoso', pagesOf(crowd(100)), '1');
  const line = 'the console at the door';
  const answers = await Promise.all(
    ['a', 'an', 'ana'].map((text) => host.search('contoso', { text }, { line })),
  );
  expect(answers.map((answer) => (answer.ok ? 'answered' : answer.refusal.code))).toEqual([
    'overtaken',
    'overtaken',
    'answered',
  ]);
  const gone = AbortSignal.abort();
  expect(await host.search('contoso', { text: 'ana' }, { signal: gone })).toMatchObject({
    refusal: { code: 'overtaken' },
  });
});

test('when the thread dies its requests reject by name, and it comes back with its indexes', async () => {
  const { host, reopened, nextReopened } = await startHost();
  await host.build('contoso', pagesOf(crowd(3)), 'saved');
  const reopening = nextReopened();
  await expect(host.search('contoso', undefined as never)).rejects.toMatchObject({ code: 'threadFailed' });
  const pending = host.search('contoso', { text: 'ana' });
  const dying = pending.catch((error: unknown) => error);
  await host.killThread();
  expect(await dying).toMatchObject({ name: 'SearchFault', code: 'threadDied' });
  await reopening;
  expect(reopened).toEqual(['contoso saved']);
  expect(await idsFor(host, 'contoso', 'ana')).toHaveLength(3);
});

test('a damaged snapshot is told, and the tenant can be built anew', async () => {
  const { host, folder } = await startHost();
  await writeFile(path.join(folder, 'contoso.people'), 'this is no snapshot, but it is long enough for one');
  expect(await host.open('contoso')).toMatchObject({
    refusal: { code: 'noIndex', snapshot: 'notASnapshot' },
  });
  await host.build('contoso', pagesOf(crowd(1)), '1');
  expect(await idsFor(host, 'contoso', 'ana')).toEqual(['0']);
});

test('before it runs and after it stopped it says so', async () => {
  const { host, end } = await startHost();
  await end();
  expect(() => host.search('contoso', { text: 'ana' })).toThrow('not running');
});
