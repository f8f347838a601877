import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildMark } from '@switchboard/contract/console-build';
import { expect, onTestFinished, test } from 'vitest';
import { consoleBuild } from './console-build.ts';

test('what is served now says how it was built, also after a build beside a running server', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchboard-build-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  expect(consoleBuild(folder)).toBeUndefined();
  const put = (head: string) =>
    writeFile(path.join(folder, 'index.html'), `<html><head>${head}</head></html>`);
  await put('<title>Switchboard</title>');
  expect(consoleBuild(folder)).toBeUndefined();
  await put(`<meta name="${buildMark}" content="0123456789abcdef" />`);
  expect(consoleBuild(folder)).toBe('0123456789abcdef');
  await put(`<meta name="${buildMark}" content="fedcba9876543210" />`);
  expect(consoleBuild(folder)).toBe('fedcba9876543210');
});
