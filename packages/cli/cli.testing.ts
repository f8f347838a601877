import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { callListQuerySchema } from '@switchboard/contract/admin/call';
import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import { putOperatorSchema, putQueueOperatorSchema } from '@switchboard/contract/admin/operator';
import {
  type AdminQueueView,
  addQueueSchema,
  buildAnnouncementSchema,
  changeQueueSchema,
  switchQueueByAdminSchema,
} from '@switchboard/contract/admin/queue';
import type { QueueSettingsView } from '@switchboard/contract/admin/queue-settings';
import type { SoundView } from '@switchboard/contract/admin/sound';
import { putTemplateSchema } from '@switchboard/contract/admin/template';
import { addTenantSchema, changeTenantSchema, type TenantView } from '@switchboard/contract/admin/tenant';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { runCli } from './run-cli.ts';

export const token = 'fictional-token-of-at-least-32-characters';
export const contoso = '11111111-2222-4333-8444-555555555555';
export const reception = '33333333-2222-4333-8444-000000000001';
export const eva = '7e57c0de-0000-4000-8000-0000000000e1';
export const receptionId = '01940000-0000-7000-8000-000000000001';
export const salesId = '01940000-0000-7000-8000-000000000002';
export const callId = '01940000-0000-7000-8000-0000000000c1';
export const spring = 'f'.repeat(32);

const settings: QueueSettingsView = {
  music: 'music',
  strategy: 'pick',
  answering: 'consoleFirst',
  bridge: 'anchor',
  priority: 0,
  operatorRing: 15_000,
  transferRing: 18_000,
  numberRing: 30_000,
  settle: 3_000,
  check: 30_000,
  offerTime: 20_000,
  wrapUp: 0,
  diversions: {},
  nightWhenLastLeaves: false,
  vip: [],
  blocked: [],
  rejectWithheld: false,
  parkTime: 120_000,
  campTime: 300_000,
};
const switches = { mode: 'auto', isEmergency: false } as const;

export const hours = {
  timeZone: 'Europe/London',
  week: {
    1: [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
  },
  holidays: [{ date: '12-25', name: 'Christmas Day' }],
};
const diversions = {
  closed: { destination: { to: 'message' }, message: 'closed' },
  full: { destination: { to: 'queue', queueId: receptionId }, message: spring },
  waitedTooLong: { destination: { to: 'callBack' } },
} as const;

const sound = (name: string, soundId: string, isShipped: boolean): SoundView => ({
  soundId,
  name,
  milliseconds: 90_000,
  isShipped,
  url: `https://console.test/media/${soundId}.wav`,
  usedBy: [],
});

interface Contents {
  tenants: TenantView[];
  queues: AdminQueueView[];
  sounds: SoundView[];
  operators: object[];
  checks: DoctorCheck[];
}

const freshContents = (): Contents => ({
  tenants: [{ tenantId: contoso, name: 'Contoso', keepDays: 90 }],
  queues: [
    {
      queueId: receptionId,
      name: 'Reception',
      instanceId: reception,
      number: '+442079460100',
      settings,
      switches,
    },
    {
      queueId: salesId,
      name: 'Sales',
      instanceId: '33333333-2222-4333-8444-000000000002',
      settings: { ...settings, hours, maxWaiting: 8, diversions },
      switches,
    },
  ],
  sounds: [sound('Spring', spring, false), sound('music', 'music', true), sound('closed', 'closed', true)],
  operators: [
    {
      personId: eva,
      name: 'Eva Berg',
      userPrincipalName: 'eva.berg.of.the.reception.in.the.north@contoso.example',
      queueIds: [receptionId],
      ranks: { [receptionId]: 2 },
    },
  ],
  checks: [{ name: 'database', status: 'ok', detail: 'PostgreSQL 18.1 answers' }],
});

/** A server that keeps the contract, and checks by it what it is sent. */
export class Administration {
  contents = freshContents();
  /** Every request that came with the right token, and the body of the last that had one. */
  asked: string[] = [];
  body: unknown;
  readonly #app: FastifyInstance;

  private constructor() {
    this.#app = Fastify({ forceCloseConnections: true });
    this.#app.addContentTypeParser('audio/wav', { parseAs: 'buffer' }, (_request, file, done) =>
      done(null, file),
    );
    this.#app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, file, done) =>
      done(null, file),
    );
    this.#app.addHook('onRequest', async (request, reply) => {
      if (request.headers.authorization === `Bearer ${token}`) {
        this.asked.push(`${request.method} ${request.url}`);
        return;
      }
      const error = {
        code: 'notAllowed',
        field: 'Authorization',
        message: 'Wrong token',
        remedy: 'Mend it',
      };
      return await reply.code(401).send({ error });
    });
    this.#addTenants();
    this.#addContacts();
    this.#addQueues();
    this.#addSounds();
    this.#addTemplates();
    this.#addOperators();
    this.#addCalls();
    this.#app.get('/api/admin/doctor', () => ({ checks: this.contents.checks }));
  }

  /** @param addMore further addresses */
  static async open(addMore?: (app: FastifyInstance) => void): Promise<Administration> {
    const made = new Administration();
    addMore?.(made.#app);
    await made.#app.listen({ host: '127.0.0.1', port: 0 });
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#app.server.address() as AddressInfo).port}`;
  }

  reset(): void {
    this.contents = freshContents();
    this.asked = [];
    this.body = undefined;
  }

  close(): Promise<void> {
    return this.#app.close();
  }

  #addContacts(): void {
    const address = '/api/admin/tenants/:id/contacts.csv';
    this.#app.get(address, (_request, reply) =>
      reply.type('text/csv').send('\ufeffid,name\r\nshared:1,Jan\r\n'),
    );
    this.#app.post(address, (request) => {
      this.body = request.body;
      const isWrong = String(request.body).includes('wrong');
      const problems = isWrong ? [{ row: 3, field: 'phone', remedy: 'check the digits' }] : [];
      return { added: isWrong ? 0 : 2, changed: 0, unchanged: 0, problems };
    });
  }

  #addTenants(): void {
    this.#app.get('/api/admin/tenants', () => ({ tenants: this.contents.tenants }));
    this.#app.post('/api/admin/tenants', (request, reply) => {
      const tenant = addTenantSchema.parse(request.body);
      const isNew = !this.contents.tenants.some(({ tenantId }) => tenantId === tenant.tenantId);
      return reply.code(isNew ? 201 : 200).send({ ...tenant, keepDays: 90 });
    });
    this.#app.patch('/api/admin/tenants/:id', (request) => {
      const changed = changeTenantSchema.parse(request.body);
      this.body = changed;
      return { tenantId: contoso, name: changed.name ?? 'Contoso', keepDays: changed.keepDays ?? 90 };
    });
  }

  #addQueues(): void {
    const all = '/api/admin/tenants/:id/queues';
    const address = `${all}/:queue`;
    this.#app.get(all, () => ({ queues: this.contents.queues }));
    this.#app.post(all, (request, reply) => {
      this.body = request.body;
      const { settings: _given, ...queue } = addQueueSchema.parse(request.body);
      if (queue.name === 'Taken') {
        const error = {
          code: 'instanceTaken',
          field: 'instanceId',
          message: 'It has one',
          remedy: 'Make another',
        };
        return reply.code(409).send({ error });
      }
      return reply.code(201).send({ queueId: 'new', ...queue, settings, switches, warnings: ['look again'] });
    });
    this.#app.patch(address, (request) => this.#takeChange(request, changeQueueSchema));
    this.#app.patch(`${address}/switches`, (request) => this.#takeChange(request, switchQueueByAdminSchema));
    this.#app.post(`${address}/announcement`, (request) =>
      this.#takeChange(request, buildAnnouncementSchema),
    );
    this.#app.delete(address, (request) => this.#changed(request));
  }

  #takeChange(request: FastifyRequest, schema: { parse: (input: unknown) => unknown }): object {
    this.body = schema.parse(request.body);
    return this.#changed(request);
  }

  #changed(request: FastifyRequest): object {
    const { queue } = request.params as { queue: string };
    return { ...this.contents.queues.find(({ queueId }) => queueId === queue), warnings: [] };
  }

  #addTemplates(): void {
    const templates = '/api/admin/tenants/:id/templates';
    const call = {
      name: 'call',
      language: 'nl',
      title: 'Gebeld',
      subject: '{caller}',
      body: '{caller}\nbelde',
    };
    this.#app.get(templates, () => ({ templates: [{ ...call, isShipped: true }] }));
    this.#app.put(`${templates}/:name/:language`, (request) => {
      this.body = request.body;
      return { ...(request.params as object), ...putTemplateSchema.parse(request.body), isShipped: false };
    });
    this.#app.delete(`${templates}/:name/:language`, () => ({ ...call, isShipped: false }));
  }

  #addSounds(): void {
    const all = '/api/admin/tenants/:id/sounds';
    this.#app.get(all, () => ({ sounds: this.contents.sounds }));
    this.#app.delete(`${all}/:sound`, () => this.contents.sounds[0]);
    this.#app.post(all, (request, reply) => {
      this.body = request.body;
      const { name } = request.query as { name: string };
      const changed = ['it is mono now'];
      return reply.code(201).send({ ...sound(name, spring, false), changed, warnings: ['it is quiet'] });
    });
  }

  #addOperators(): void {
    const all = '/api/admin/tenants/:id/operators';
    const part = '/api/admin/tenants/:id/queues/:queue/operators/:person';
    this.#app.get(all, () => ({ operators: this.contents.operators }));
    this.#app.put(`${all}/:person`, (request, reply) => {
      const { person } = request.params as { person: string };
      const asked = putOperatorSchema.parse(request.body);
      return reply.code(201).send({ personId: person, ...asked, ranks: {} });
    });
    this.#app.delete(`${all}/:person`, () => this.contents.operators[0]);
    this.#app.put(part, (request) => {
      this.body = putQueueOperatorSchema.parse(request.body);
      return this.contents.operators[0];
    });
    this.#app.delete(part, () => this.contents.operators[0]);
  }

  #addCalls(): void {
    const all = '/api/admin/tenants/:id/calls';
    this.#app.get(all, (request) => {
      const { before } = callListQuerySchema.parse(request.query);
      return before === undefined
        ? { calls: [endedCall], next: `${endedCall.arrivedAt}_${callId}` }
        : { calls: [] };
    });
    this.#app.get(`${all}/:call`, (request, reply) => {
      if ((request.params as { call: string }).call !== callId) {
        const error = { code: 'callUnknown', field: 'callId', message: 'No such call', remedy: 'Look' };
        return reply.code(404).send({ error });
      }
      const asked = { operation: 'answer', status: 'done', attempts: 1, effectId: 'e-1' };
      const entries = [
        { at: endedCall.arrivedAt, step: 'callArrived', text: 'The call arrived in Reception' },
        {
          at: endedCall.arrivedAt,
          step: 'request',
          request: asked,
          text: `Microsoft was asked to answer the call (answer)${' · in time'.repeat(6)}`,
        },
        { at: endedCall.endedAt, step: 'callEnded', text: 'The call is over: the caller hung up' },
      ];
      return reply.send({ call: endedCall, entries });
    });
  }
}

/** A call of a Monday that Eva took, and whose caller hung up. */
const endedCall = {
  callId,
  queueId: receptionId,
  queue: 'Reception',
  state: 'ended',
  caller: { name: 'Jan de Vries', number: '+44 20 7946 0123' },
  arrivedAt: new Date(2026, 10, 23, 13, 5, 9).getTime(),
  answeredAt: new Date(2026, 10, 23, 13, 5, 21).getTime(),
  endedAt: new Date(2026, 10, 23, 13, 9).getTime(),
  ended: 'callerHungUp',
  operatorId: eva,
  operator: 'Eva Berg',
} as const;

/** Runs a command in this process, as the program does in its own. */
export async function run(
  server: string,
  args: readonly string[],
  environment: { readonly token?: string } = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const given = environment.token ?? token;
  const world = {
    environment: { server, token: given === '' ? undefined : given },
    fetch: globalThis.fetch,
    readFile: (path: string) => readFile(path),
  };
  const streams = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };
  const code = await runCli(args, world, streams);
  return { code, out, err };
}
