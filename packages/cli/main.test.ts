import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  Administration,
  contoso,
  eva,
  hours,
  reception,
  receptionId,
  run,
  salesId,
  spring,
  token,
} from './cli.testing.ts';

const fabrikam = '99999999-2222-4333-8444-555555555555';
const consent = `https://login.example/${contoso}/v2.0/adminconsent?client_id=${eva}&state=consent`;

let administration: Administration;
let folder: string;

beforeAll(async () => {
  administration = await Administration.open();
  folder = await mkdtemp(path.join(tmpdir(), 'switchboard-cli-'));
});

afterAll(async () => {
  await administration?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => administration.reset());

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const cli = (args: readonly string[], environment: { token?: string } = {}) =>
  run(administration.url, args, environment);

/** The program itself. */
async function program(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { SWITCHBOARD_URL: administration.url, SWITCHBOARD_ADMIN_TOKEN: token, ...environment };
  const child = spawn(process.execPath, [main, ...args], { env });
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: code as unknown, out, err };
}

const widest = (output: string): number => Math.max(...output.split('\n').map((line) => line.length));

describe('what is printed', () => {
  test.each([
    [
      ['tenants', 'list'],
      ['TENANT', contoso, 'Contoso', '90 days'],
    ],
    [
      ['queues', 'list'],
      ['Reception', '+442079460100', reception, 'pick', '15 s', 'by its hours'],
    ],
    [
      ['operators', 'list'],
      ['Eva Berg', eva, 'Reception (2)'],
    ],
    [
      ['sounds', 'list'],
      ['Spring', spring, '1 min 30 s', 'comes along'],
    ],
    [
      ['sound', 'show', 'spring'],
      ['Spring, 1 min 30 s', `https://console.test/media/${spring}.wav`],
    ],
    [
      ['queue', 'show', 'Reception'],
      ['Reception', '+442079460100', receptionId, 'open always', 'Eva Berg (2)', 'no rule', 'consoleFirst'],
    ],
    [
      ['queue', 'show', salesId],
      [
        'Europe/London',
        'Mon 08:00–12:00, 13:00–17:00',
        'Sun closed',
        '12-25 Christmas Day: closed',
        '8 calls',
      ],
    ],
    [
      ['queue', 'show', 'sales'],
      ['"closed", then the end', '"Spring", then the queue Reception', 'a promise to call back'],
    ],
  ])('%j fits 80 columns and has no colours', async (args, words) => {
    const { code, out, err } = await cli(args);
    expect([code, err]).toEqual([0, '']);
    for (const word of words) expect(out).toContain(word);
    expect(widest(out)).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b');
  });

  test.each([
    [['tenants', 'list'], () => ({ tenants: administration.contents.tenants })],
    [['queues', 'list'], () => ({ queues: administration.contents.queues })],
    [['operators', 'list'], () => ({ operators: administration.contents.operators })],
    [['sounds', 'list'], () => ({ sounds: administration.contents.sounds })],
    [['queue', 'show', 'Reception'], () => administration.contents.queues[0]],
    [['queue', 'hours', 'Sales'], () => hours],
    [['doctor'], () => ({ checks: administration.contents.checks })],
  ])('%j --json is one document', async (args, document) => {
    const { code, out, err } = await cli([...args, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(document());
  });

  test('the program itself prints the same, without colours, and ends with the code', async () => {
    const environment = { FORCE_COLOR: '1' };
    expect(await program(['queues', 'list'], environment)).toEqual(await cli(['queues', 'list']));
    const wrong = await program(['queues', 'list', '--tenant', 'Adatum'], environment);
    expect(wrong).toEqual(await cli(['queues', 'list', '--tenant', 'Adatum']));
    expect(wrong.code).toBe(2);
  });

  test('what is empty says how to begin', async () => {
    administration.contents = { ...administration.contents, tenants: [] };
    expect((await cli(['tenants', 'list'])).out).toContain('switchboard tenants add');
    const { code, err } = await cli(['queues', 'list']);
    expect(code).toBe(2);
    expect(err).toContain('There is no tenant yet');
  });

  test('a name cannot steer the terminal', async () => {
    administration.contents.tenants = [{ tenantId: contoso, name: 'Con\u001b[31mtoso', keepDays: 90 }];
    expect((await cli(['tenants', 'list'])).out).not.toContain('\u001b');
  });
});

describe('adding', () => {
  test('a tenant', async () => {
    const { code, out } = await cli(['tenants', 'add', fabrikam, 'Fabrikam']);
    expect([code, out]).toEqual([0, `Added the tenant Fabrikam (${fabrikam}).\n`]);
    expect((await cli(['tenants', 'add', contoso, 'Contoso'])).out).toContain('Kept');
  });

  test('a queue, with seconds for milliseconds, to the only tenant', async () => {
    const args = [
      'queues',
      'add',
      'Sales',
      '--instance',
      reception,
      '--no-greeting',
      '--operator-ring',
      '7.5',
    ];
    const { code, out } = await cli(args);
    expect([code, out]).toEqual([0, 'Added the queue Sales (new).\nNote: look again\n']);
    expect(administration.body).toEqual({
      name: 'Sales',
      instanceId: reception,
      settings: { greeting: null, operatorRing: 7_500 },
    });
    expect(administration.asked.at(-1)).toBe(`POST /api/admin/tenants/${contoso}/queues`);
  });

  test('an operator, with queues by name or all of them', async () => {
    const person = ['--person', eva, '--sign-in-name', 'eva.berg@contoso.example'];
    const args = ['operators', 'add', 'Eva Berg', ...person, '--json'];
    const queueIds = [receptionId];
    expect(JSON.parse((await cli([...args, '--queue', 'reception'])).out)).toMatchObject({ queueIds });
    expect(JSON.parse((await cli([...args, '--all-queues'])).out)).toMatchObject({
      queueIds: [receptionId, salesId],
    });
    const unknown = await cli([...args, '--queue', 'Nowhere']);
    expect(unknown.code).toBe(2);
    expect(JSON.parse(unknown.out).error.message).toBe('No queue is called Nowhere');
  });

  test('which tenant is meant has to be clear', async () => {
    administration.contents.tenants.push({ tenantId: fabrikam, name: 'Fabrikam', keepDays: 90 });
    expect((await cli(['queues', 'list'])).err).toContain('more than one tenant');
    expect((await cli(['queues', 'list', '--tenant', 'fabrikam'])).code).toBe(0);
    expect(administration.asked.at(-1)).toBe(`GET /api/admin/tenants/${fabrikam}/queues`);
    expect((await cli(['queues', 'list', '--tenant', 'Adatum'])).err).toContain('No tenant is called Adatum');
  });
});

describe('the exit code', () => {
  test('is 1 when a check failed, which is shown with what to do', async () => {
    const detail = `not granted: ${'Calls.Initiate.All, '.repeat(6)}User.Read.All`;
    const remedy = `let an administrator consent at ${consent}`;
    administration.contents.checks.push({ name: 'permissions of Contoso', status: 'failed', detail, remedy });
    const { code, out } = await cli(['doctor']);
    expect(code).toBe(1);
    expect(out).toContain('failed   permissions of Contoso: not granted');
    expect(out).toContain(consent);
    expect(out).toContain('2 checks: 1 failed, 0 warnings.');
    expect(widest(out.replace(consent, ''))).toBeLessThanOrEqual(80);
  });

  test('is 0 when there are warnings only', async () => {
    administration.contents.checks.push({
      name: 'credential',
      status: 'warning',
      detail: 'a secret',
      remedy: 'a certificate',
    });
    expect((await cli(['doctor', '--json'])).code).toBe(0);
  });

  test('is 1 when the server refuses', async () => {
    const { code, err } = await cli(['queues', 'add', 'Taken', '--instance', reception]);
    expect([code, err]).toEqual([1, 'It has one\nTo do: Make another\n']);
  });

  test.each([
    [['nothing'], "unknown command 'nothing'"],
    [['tenants'], 'Usage:'],
    [['tenants', 'set', 'Contoso', '--keep-days', 'long'], 'Write a whole number'],
    [['tenants', 'set', 'Nowhere'], 'No tenant is called Nowhere'],
    [['tenants', 'add'], "missing required argument 'tenant-id'"],
    [['queues', 'add', 'Sales'], "'--instance <id>' not specified"],
    [['queues', 'add', 'S', '--instance', reception, '--settle', 'long'], 'Write a time'],
    [['queue', 'set', 'Reception', '--priority', 'high'], 'Write a whole number'],
    [['queue', 'set', 'Reception', '--reject-withheld', 'yes'], 'Write on or off'],
    [['queue', 'set', 'Nowhere'], 'No queue is called Nowhere'],
    [['queue', 'set', 'Reception', '--music', 'Jazz'], 'No sound is called Jazz'],
    [['queue', 'emergency', 'Reception', 'yes'], 'Write on or off'],
    [['queue', 'hours', 'Reception', '--file', '/nowhere/at/all'], 'The file of hours cannot be read'],
    [['queue', 'divert', 'Reception', 'full'], 'not clear'],
    [['queue', 'divert', 'Reception', 'full', '--to', 'moon'], 'moon is nowhere to go'],
    [['queue', 'announce', 'Reception'], 'not clear'],
    [['sound', 'add', '/nowhere/at/all.wav'], 'The sound file cannot be read'],
    [['operator', 'remove', 'Nobody'], 'No operator is called Nobody'],
    [['operator', 'rank', 'Eva Berg', 'first', '--queue', 'Sales'], 'Write a whole number'],
    [['doctor', '--colour'], "unknown option '--colour'"],
    [['doctor', '--server', 'console'], 'console is not the address of a server'],
    [['doctor', '--token-file', '/nowhere/at/all'], 'The token file cannot be read'],
    [['doctor', '--token', 'two words'], '--token holds no token'],
  ])('is 2 for %j', async (args, words) => {
    const { code, out, err } = await cli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
    const json = await cli([...args, '--json']);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out).error).toMatchObject({ code: 'usage', remedy: expect.any(String) });
  });

  test('is 2 without a token', async () => {
    const { code, err } = await cli(['doctor'], { token: '' });
    expect(code).toBe(2);
    expect(err).toContain('--token-file');
  });

  test('is 3 when nobody answers, or a stranger', async () => {
    const nobody = await cli(['doctor', '--server', 'http://127.0.0.1:1']);
    expect(nobody.code).toBe(3);
    expect(nobody.err).toMatch(/^No server answers at http:\/\/127\.0\.0\.1:1: .+\nTo do: .+\n$/);
    const stranger = await cli(['doctor', '--server', `${administration.url}/elsewhere`, '--json']);
    expect(stranger.code).toBe(3);
    expect(JSON.parse(stranger.out).error.message).toContain('is not a Switchboard server');
  });

  test('is 4 with a wrong token, and 0 with the right one from a file', async () => {
    const wrong = await cli(['tenants', 'list'], { token: 'wrong' });
    expect([wrong.code, wrong.err]).toEqual([4, 'Wrong token\nTo do: Mend it\n']);
    const file = path.join(folder, 'token');
    await writeFile(file, `${token}\n`);
    const right = await cli(['tenants', 'list', '--token-file', file], { token: 'wrong' });
    expect(right.code).toBe(0);
  });
});

test('--help lists commands, exit codes and examples', async () => {
  const { code, out } = await cli(['--help']);
  expect(code).toBe(0);
  for (const word of ['doctor', 'tenants', 'queues', 'sounds', 'operators', 'Exit codes:', 'Examples:']) {
    expect(out).toContain(word);
  }
  const more = await cli(['operators', 'add', '--help']);
  expect(more.out).toContain('--token-file');
  const set = await cli(['queue', 'set', '--help']);
  for (const word of ['--max-wait', '--strategy', '--music', '--vip']) expect(set.out).toContain(word);
  expect(widest(set.out)).toBeLessThanOrEqual(80);
  expect(widest(out + more.out)).toBeLessThanOrEqual(80);
});

test('who reads only the beginning is no error', async () => {
  const child = spawn(process.execPath, [main, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [[code], err] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  expect([code, err]).toEqual([0, '']);
});
