import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import { putOperatorSchema } from '@switchboard/contract/admin/operator';
import { addQueueSchema } from '@switchboard/contract/admin/queue';
import { addTenantSchema } from '@switchboard/contract/admin/tenant';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const token = 'fictional-token-of-at-least-32-characters';
const contoso = '11111111-2222-4333-8444-555555555555';
const fabrikam = '99999999-2222-4333-8444-555555555555';
const reception = '33333333-2222-4333-8444-000000000001';
const eva = '7e57c0de-0000-4000-8000-0000000000e1';
const times = { operatorRing: 15_000, transferRing: 18_000, settle: 3_000, check: 30_000 };
const consent = `https://login.example/${contoso}/v2.0/adminconsent?client_id=${eva}&state=consent`;

interface Contents {
  tenants: { tenantId: string; name: string }[];
  queues: object[];
  operators: object[];
  checks: DoctorCheck[];
}

let contents: Contents;
let app: FastifyInstance;
let server: string;
let folder: string;
/** Every request that came with the right token. */
let asked: string[];

/** A server that keeps the contract, and checks what it is sent by it. */
function administration(): FastifyInstance {
  const made = Fastify({ forceCloseConnections: true });
  made.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization === `Bearer ${token}`) {
      asked.push(`${request.method} ${request.url}`);
      return;
    }
    const error = { code: 'notAllowed', field: 'Authorization', message: 'Wrong token', remedy: 'Mend it' };
    return await reply.code(401).send({ error });
  });
  made.get('/api/admin/tenants', () => ({ tenants: contents.tenants }));
  made.post('/api/admin/tenants', (request, reply) => {
    const tenant = addTenantSchema.parse(request.body);
    const isNew = !contents.tenants.some(({ tenantId }) => tenantId === tenant.tenantId);
    return reply.code(isNew ? 201 : 200).send(tenant);
  });
  made.get('/api/admin/tenants/:id/queues', () => ({ queues: contents.queues }));
  made.post('/api/admin/tenants/:id/queues', (request, reply) => {
    const { greeting = true, times: given, ...queue } = addQueueSchema.parse(request.body);
    if (queue.name === 'Taken') {
      const error = {
        code: 'instanceTaken',
        field: 'instanceId',
        message: 'It has one',
        remedy: 'Make another',
      };
      return reply.code(409).send({ error });
    }
    return reply.code(201).send({ queueId: 'new', ...queue, greeting, times: { ...times, ...given } });
  });
  made.get('/api/admin/tenants/:id/operators', () => ({ operators: contents.operators }));
  made.put('/api/admin/tenants/:id/operators/:person', (request, reply) => {
    const { person } = request.params as { person: string };
    return reply.code(201).send({ personId: person, ...putOperatorSchema.parse(request.body) });
  });
  made.get('/api/admin/doctor', () => ({ checks: contents.checks }));
  return made;
}

beforeAll(async () => {
  app = administration();
  await app.listen({ host: '127.0.0.1', port: 0 });
  server = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  folder = await mkdtemp(path.join(tmpdir(), 'switchboard-cli-'));
});

afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  asked = [];
  contents = {
    tenants: [{ tenantId: contoso, name: 'Contoso' }],
    queues: [
      {
        queueId: '01940000-0000-7000-8000-000000000001',
        name: 'Reception',
        instanceId: reception,
        number: '+442079460100',
        greeting: false,
        times,
      },
    ],
    operators: [
      {
        personId: eva,
        name: 'Eva Berg',
        userPrincipalName: 'eva.berg.of.the.reception.in.the.north@contoso.example',
        queueIds: ['01940000-0000-7000-8000-000000000001'],
      },
    ],
    checks: [{ name: 'database', status: 'ok', detail: 'PostgreSQL 18.1 answers' }],
  };
});

const main = fileURLToPath(new URL('main.ts', import.meta.url));

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { SWITCHBOARD_URL: server, SWITCHBOARD_ADMIN_TOKEN: token, ...environment };
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
      ['TENANT', contoso, 'Contoso'],
    ],
    [
      ['queues', 'list'],
      ['Reception', '+442079460100', reception, 'operator 15 s', 'no', 'greeting'],
    ],
    [
      ['operators', 'list'],
      ['Eva Berg', eva, 'Reception'],
    ],
  ])('%j fits 80 columns and has no colours', async (args, words) => {
    const { code, out, err } = await run(args, { FORCE_COLOR: '1' });
    expect([code, err]).toEqual([0, '']);
    for (const word of words) expect(out).toContain(word);
    expect(widest(out)).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b');
  });

  test.each([
    [['tenants', 'list'], () => ({ tenants: contents.tenants })],
    [['queues', 'list'], () => ({ queues: contents.queues })],
    [['operators', 'list'], () => ({ operators: contents.operators })],
    [['doctor'], () => ({ checks: contents.checks })],
  ])('%j --json is one document', async (args, document) => {
    const { code, out, err } = await run([...args, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(document());
  });

  test('what is empty says how to begin', async () => {
    contents = { ...contents, tenants: [] };
    expect((await run(['tenants', 'list'])).out).toContain('switchboard tenants add');
    const { code, err } = await run(['queues', 'list']);
    expect(code).toBe(2);
    expect(err).toContain('There is no tenant yet');
  });

  test('a name cannot steer the terminal', async () => {
    contents.tenants = [{ tenantId: contoso, name: 'Con\u001b[31mtoso' }];
    expect((await run(['tenants', 'list'])).out).not.toContain('\u001b');
  });
});

describe('adding', () => {
  test('a tenant', async () => {
    const { code, out } = await run(['tenants', 'add', fabrikam, 'Fabrikam']);
    expect([code, out]).toEqual([0, `Added the tenant Fabrikam (${fabrikam}).\n`]);
    expect((await run(['tenants', 'add', contoso, 'Contoso'])).out).toContain('Kept');
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
    const { code, out } = await run([...args, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      name: 'Sales',
      instanceId: reception,
      greeting: false,
      times: { ...times, operatorRing: 7_500 },
    });
    expect(asked.at(-1)).toBe(`POST /api/admin/tenants/${contoso}/queues`);
  });

  test('an operator, with queues by name or all of them', async () => {
    const person = ['--person', eva, '--sign-in-name', 'eva.berg@contoso.example'];
    const args = ['operators', 'add', 'Eva Berg', ...person, '--json'];
    const queueIds = ['01940000-0000-7000-8000-000000000001'];
    expect(JSON.parse((await run([...args, '--queue', 'reception'])).out)).toMatchObject({ queueIds });
    expect(JSON.parse((await run([...args, '--all-queues'])).out)).toMatchObject({ queueIds });
    const unknown = await run([...args, '--queue', 'Nowhere']);
    expect(unknown.code).toBe(2);
    expect(JSON.parse(unknown.out).error.message).toBe('No queue is called Nowhere');
  });

  test('which tenant is meant has to be clear', async () => {
    contents.tenants.push({ tenantId: fabrikam, name: 'Fabrikam' });
    expect((await run(['queues', 'list'])).err).toContain('more than one tenant');
    expect((await run(['queues', 'list', '--tenant', 'fabrikam'])).code).toBe(0);
    expect(asked.at(-1)).toBe(`GET /api/admin/tenants/${fabrikam}/queues`);
    expect((await run(['queues', 'list', '--tenant', 'Adatum'])).err).toContain('No tenant is called Adatum');
  });
});

describe('the exit code', () => {
  test('is 1 when a check failed, which is shown with what to do', async () => {
    const detail = `not granted: ${'Calls.Initiate.All, '.repeat(6)}User.Read.All`;
    const remedy = `let an administrator consent at ${consent}`;
    contents.checks.push({ name: 'permissions of Contoso', status: 'failed', detail, remedy });
    const { code, out } = await run(['doctor']);
    expect(code).toBe(1);
    expect(out).toContain('failed   permissions of Contoso: not granted');
    expect(out).toContain(consent);
    expect(out).toContain('2 checks: 1 failed, 0 warnings.');
    expect(widest(out.replace(consent, ''))).toBeLessThanOrEqual(80);
  });

  test('is 0 when there are warnings only', async () => {
    contents.checks.push({
      name: 'credential',
      status: 'warning',
      detail: 'a secret',
      remedy: 'a certificate',
    });
    expect((await run(['doctor', '--json'])).code).toBe(0);
  });

  test('is 1 when the server refuses', async () => {
    const { code, err } = await run(['queues', 'add', 'Taken', '--instance', reception]);
    expect([code, err]).toEqual([1, 'It has one\nTo do: Make another\n']);
  });

  test.each([
    [['nothing'], "unknown command 'nothing'"],
    [['tenants'], 'Usage:'],
    [['tenants', 'add'], "missing required argument 'tenant-id'"],
    [['queues', 'add', 'Sales'], "'--instance <id>' not specified"],
    [['queues', 'add', 'S', '--instance', reception, '--settle', 'long'], 'Write seconds'],
    [['doctor', '--colour'], "unknown option '--colour'"],
    [['doctor', '--server', 'console'], 'console is not the address of a server'],
    [['doctor', '--token-file', '/nowhere/at/all'], 'The token file cannot be read'],
    [['doctor', '--token', 'two words'], '--token holds no token'],
  ])('is 2 for %j', async (args, words) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
    const json = await run([...args, '--json']);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out).error).toMatchObject({ code: 'usage', remedy: expect.any(String) });
  });

  test('is 2 without a token', async () => {
    const { code, err } = await run(['doctor'], { SWITCHBOARD_ADMIN_TOKEN: '' });
    expect(code).toBe(2);
    expect(err).toContain('--token-file');
  });

  test('is 3 when nobody answers, or a stranger', async () => {
    const nobody = await run(['doctor', '--server', 'http://127.0.0.1:1']);
    expect(nobody.code).toBe(3);
    expect(nobody.err).toMatch(/^No server answers at http:\/\/127\.0\.0\.1:1: .+\nTo do: .+\n$/);
    const stranger = await run(['doctor', '--server', `${server}/elsewhere`, '--json']);
    expect(stranger.code).toBe(3);
    expect(JSON.parse(stranger.out).error.message).toContain('is not a Switchboard server');
  });

  test('is 4 with a wrong token, and 0 with the right one from a file', async () => {
    const wrong = await run(['tenants', 'list'], { SWITCHBOARD_ADMIN_TOKEN: 'wrong' });
    expect([wrong.code, wrong.err]).toEqual([4, 'Wrong token\nTo do: Mend it\n']);
    const file = path.join(folder, 'token');
    await writeFile(file, `${token}\n`);
    const right = await run(['tenants', 'list', '--token-file', file], { SWITCHBOARD_ADMIN_TOKEN: 'wrong' });
    expect(right.code).toBe(0);
  });
});

test('--help lists commands, exit codes and examples', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  for (const word of ['doctor', 'tenants', 'queues', 'operators', 'Exit codes:', 'Examples:']) {
    expect(out).toContain(word);
  }
  const more = await run(['operators', 'add', '--help']);
  expect(more.out).toContain('--token-file');
  expect(widest(out + more.out)).toBeLessThanOrEqual(80);
});

test('who reads only the beginning is no error', async () => {
  const child = spawn(process.execPath, [main, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [[code], err] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  expect([code, err]).toEqual([0, '']);
});
