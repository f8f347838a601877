import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { createPrompts } from '../media/prompts.ts';
import { createApp } from './app.ts';

const page = '<!doctype html><title>Switchboard</title>';
const script = 'export const answer = 42;\n'.repeat(50);

async function appWith(files: Readonly<Record<string, string | Buffer>>): Promise<FastifyInstance> {
  const consoleFolder = await mkdtemp(path.join(tmpdir(), 'switchboard-app-'));
  await mkdir(path.join(consoleFolder, 'assets'));
  for (const [name, content] of Object.entries(files))
    await writeFile(path.join(consoleFolder, name), content);
  const parts = {
    log: silentLogger,
    clock: new ManualClock(1_000),
    prompts: createPrompts('http://localhost'),
  };
  const app = await createApp({ ...parts, consoleFolder });
  onTestFinished(async () => {
    await app.close();
    await rm(consoleFolder, { recursive: true });
  });
  return app;
}

test('the console is sent compressed to whoever takes it, and kept by the browser', async () => {
  const app = await appWith({
    'index.html': page,
    'assets/index-1.js': script,
    'assets/index-1.js.br': brotliCompressSync(script),
  });
  const headers = { 'accept-encoding': 'gzip, deflate, br' };
  const answer = await app.inject({ url: '/assets/index-1.js', headers });
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: expect.stringContaining('accept-encoding'),
  });
  expect(answer.headers['content-type']).toContain('javascript');
  expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(script);
  const plain = await app.inject({ url: '/assets/index-1.js' });
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, script]);
});

test('the page itself is asked for anew each time', async () => {
  const app = await appWith({ 'index.html': page });
  const answer = await app.inject({ url: '/', headers: { 'accept-encoding': 'br' } });
  expect([answer.headers['cache-control'], answer.body]).toEqual(['no-cache', page]);
});
