import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { PeopleIndex } from '../people-index.ts';
import { documentOf, indexOf } from '../testing/sample-documents.testing.ts';
import { readSnapshot } from './read-snapshot.ts';
import { writeSnapshot } from './write-snapshot.ts';

async function scratchFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchboard-search-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return path.join(folder, 'contoso.people');
}

function sampleIndex(): PeopleIndex {
  const index = indexOf(
    documentOf('a', 'Ana Cruz', { phones: ['+44 20 7946 0123'] }),
    documentOf('b', 'Øle Berg'),
  );
  index.put([documentOf('c', 'Жанна Иванова', { city: 'Oslo' })]);
  index.remove(['b']);
  return index;
}

test('what is read is what was written, with its mark', async () => {
  const file = await scratchFile();
  const index = sampleIndex();
  await writeSnapshot(file, index.segments, 'as of page 7');
  const read = await readSnapshot(file);
  expect(read).toEqual({ ok: true, value: { mark: 'as of page 7', segments: index.segments } });
  expect(await readdir(path.dirname(file))).toEqual(['contoso.people']);
  const again = new PeopleIndex(read.ok ? read.value.segments : []);
  expect(again.size).toBe(2);
  for (const text of ['ana', 'ivanova', '0123', 'berg', 'oslo']) {
    expect(again.search({ text })).toEqual(index.search({ text }));
  }
  again.put([documentOf('a', 'Ana Silva')]);
  expect(again.search({ text: 'cruz' }).hits).toEqual([]);
});

test('an empty index is written and read', async () => {
  const file = await scratchFile();
  await writeSnapshot(file, [], '');
  expect(await readSnapshot(file)).toEqual({ ok: true, value: { mark: '', segments: [] } });
});

test('what cannot be used is refused by name', async () => {
  const file = await scratchFile();
  expect(await readSnapshot(file)).toEqual({ ok: false, refusal: 'missing' });
  expect(await readSnapshot(path.dirname(file))).toEqual({ ok: false, refusal: 'unreadable' });
  for (const text of ['', 'swsearch', 'something else altogether, and longer than the head of a file']) {
    await writeFile(file, text);
    expect(await readSnapshot(file)).toEqual({ ok: false, refusal: 'notASnapshot' });
  }
  await writeSnapshot(file, sampleIndex().segments, 'mark');
  const whole = await readFile(file);
  whole.writeUInt32LE(0, 8);
  await writeFile(file, whole);
  expect(await readSnapshot(file)).toEqual({ ok: false, refusal: 'otherVersion' });
});

test('a cut file and one with more behind it are refused', async () => {
  const file = await scratchFile();
  await writeSnapshot(file, sampleIndex().segments, 'mark');
  const whole = await readFile(file);
  await writeFile(file, Buffer.concat([whole, Buffer.from('x')]));
  expect(await readSnapshot(file)).toEqual({ ok: false, refusal: 'damaged' });
  await truncate(file, whole.length - 1);
  expect(await readSnapshot(file)).toEqual({ ok: false, refusal: 'truncated' });
  await truncate(file, 40);
  expect(await readSnapshot(file)).toEqual({ ok: false, refusal: 'truncated' });
});

test('any byte that is another one is noticed', async () => {
  const file = await scratchFile();
  await writeSnapshot(file, sampleIndex().segments, 'mark');
  const whole = await readFile(file);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      // The last four bytes of the head mean nothing.
      fc.pre(at < 28 || at >= 32);
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      await writeFile(file, damaged);
      expect((await readSnapshot(file)).ok).toBe(false);
    }),
    { numRuns: 100 },
  );
});
