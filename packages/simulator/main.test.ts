import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const exampleFolder = fileURLToPath(new URL('scenarios/examples', import.meta.url));
const examples = readdirSync(exampleFolder).map((name) => join(exampleFolder, name));

async function run(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, [main, ...args]);
  const [[code], out, err] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

test('--help tells what can be given', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  expect(out).toContain('--calls-per-minute');
});

test.each([
  [['--port', 'eleven'], '--port must be a whole number'],
  [['--people', '2000000'], '--people must be a whole number'],
  [['--operators', 'sleepy'], '--operators is auto or manual'],
  [['--webhook', 'nowhere'], '--webhook must be an http or https address'],
  [['--colour', 'red'], 'Run with --help'],
  [['--fault', 'drop=2'], '--fault: drop.probability: '],
  [['--fault', 'loss=1'], '--fault: loss: there is no such fault'],
  [['--port', '0', '--fault', 'signedOut.people=nobody'], '--fault: signedOut.people: there is nobody'],
  [['--faults', 'absent.json'], '--faults absent.json: it cannot be read'],
  [['--scenario', main], `--scenario ${main}: it is not JSON`],
])('%j is refused in a sentence', async (args, words) => {
  const { code, err } = await run(...args);
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).not.toContain('    at ');
});

test('a port in use gets a sentence and a way out', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { code, err } = await run('--port', String((server.address() as AddressInfo).port));
  server.close();
  expect(code).toBe(1);
  expect(err).toContain('is in use; stop what runs there or choose another with --port');
});

test.each(examples)('the example %s is played', async (example) => {
  const child = spawn(process.execPath, [main, '--port', '0', '--people', '30', '--scenario', example]);
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('it starts, and Ctrl-C stops it', async () => {
  const child = spawn(process.execPath, [main, '--port', '0', '--people', '10', '--calls-per-minute', '60']);
  const [greeting] = (await once(child.stdout, 'data')) as [Buffer];
  expect(greeting.toString()).toContain('http://localhost:');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
