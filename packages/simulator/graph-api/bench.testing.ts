import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { ok, refused } from '@switchboard/kit/result';
import Fastify from 'fastify';
import { Control } from '../control/control.ts';
import { PlatformControl } from '../control/platform-control.ts';
import { FaultDial } from '../faults/fault-dial.ts';
import { contoso } from '../world/contoso.ts';
import { registration } from '../world/registration.ts';
import type { WorldSettings } from '../world/settings.ts';
import type { TruthLine } from '../world/truth.ts';
import { World } from '../world/world.ts';
import { type Contract, hasContract, loadContract } from './contract.testing.ts';
import type { GrantedPrincipal } from './grants/permission-grant.ts';
import { createGraphApi, type FaultDoors, type TokenAuthority } from './graph-api.ts';
import { Listener } from './listener.testing.ts';
import type { GraphToken } from './wire/graph-request.ts';

export const benchStart = Date.UTC(2026, 10, 23, 9);

export interface Answer {
  readonly status: number;
  // A test says what it expects of a body; its type is the test's business.
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

interface Ask {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

const appToken = (roles: readonly string[], more: Partial<GraphToken> = {}): string =>
  Buffer.from(
    JSON.stringify({
      tenantId: contoso.tenantId,
      applicationId: contoso.applicationId,
      roles,
      scopes: [],
      ...more,
    }),
  ).toString('base64url');

/** Tokens of the bench: the claims themselves. The genuine ones are tried in start.test.ts. */
export const tokens = {
  app: appToken(registration.applicationPermissions),
  appWith: (...roles: string[]): string => appToken(roles),
  otherApp: appToken(registration.applicationPermissions, {
    applicationId: '0ther000-0000-4000-8000-000000000000',
  }),
  otherTenant: appToken(registration.applicationPermissions, {
    tenantId: '0ther000-0000-4000-8000-000000000001',
  }),
  user: (userId: string, ...scopes: string[]): string => appToken([], { userId, scopes }),
};

const authority: TokenAuthority = {
  async verifyGraphToken(authorization) {
    const text = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (text === undefined)
      return refused({ code: 'InvalidAuthenticationToken', message: 'Access token is empty.' });
    if (text === 'forged')
      return refused({ code: 'InvalidAuthenticationToken', message: 'Signature is invalid.' });
    return ok(JSON.parse(Buffer.from(text, 'base64url').toString()) as GraphToken);
  },
  signNotification: async (audience, tenantId) => `signed for ${audience} of ${tenantId}`,
  signValidationToken: async (audience) => `validation token for ${audience}`,
};

let contract: Contract | undefined;

/** A simulator whose time stands still, an application's listener, and a client. What Graph says is held against its paper. */
export class Bench {
  readonly clock = new ManualClock(benchStart);
  readonly world: World;
  readonly control: Control;
  readonly platform: PlatformControl;
  readonly faults: FaultDial;
  readonly listener: Listener;
  readonly problems: string[] = [];
  /** The service principals of the tenant. */
  principals: readonly GrantedPrincipal[] = [];
  readonly #app = Fastify({ forceCloseConnections: true });
  readonly #graph: ReturnType<typeof createGraphApi>;
  #url = '';

  constructor(settings: Partial<WorldSettings> = {}, doors?: FaultDoors, permissions?: readonly string[]) {
    let count = 0;
    const newId = (): string => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
    this.world = new World({ clock: this.clock, newId, seed: 1, people: 300, settings });
    this.listener = new Listener(({ path, body }) => {
      if (path.startsWith('/calls') && !('conversationInvitation' in (body as object)))
        this.#check('commsNotifications', body);
      if (path.startsWith('/changes')) this.#check('changeNotificationCollection', body);
    });
    const webhook = (): string => `${this.listener.url}/calls`;
    this.faults = new FaultDial({
      world: this.world,
      seed: 1,
      forgetCall: (callId) => this.#graph.forget(callId),
    });
    this.#graph = createGraphApi({
      world: this.world,
      tenantId: contoso.tenantId,
      applications: [
        {
          applicationId: contoso.applicationId,
          displayName: contoso.applicationName,
          get webhook() {
            return webhook();
          },
          applicationPermissions: permissions ?? registration.applicationPermissions,
        },
      ],
      tokens: authority,
      publicUrl: () => this.#url,
      principals: () => this.principals,
      faults: doors ?? this.faults.doors,
    });
    this.platform = new PlatformControl(this.world, this.#graph);
    this.control = new Control({
      world: this.world,
      settled: this.#graph.settled,
      pressed: this.#graph.pressed,
    });
  }

  static async start(
    settings: Partial<WorldSettings> = {},
    doors?: FaultDoors,
    permissions?: readonly string[],
  ): Promise<Bench> {
    const bench = new Bench(settings, doors, permissions);
    await bench.listener.start();
    await bench.#graph.register(bench.#app);
    const { port } = new URL(await bench.#app.listen({ port: 0, host: '127.0.0.1' }));
    bench.#url = `http://127.0.0.1:${port}`;
    return bench;
  }

  /** @throws when anything that was said does not fit Microsoft's paper */
  async stop(): Promise<void> {
    await this.#graph.settled();
    await this.#app.close();
    await this.listener.stop();
    if (this.problems.length > 0) throw new Error(`not as documented:\n${this.problems.join('\n')}`);
  }

  async ask(
    method: string,
    path: string,
    { token = tokens.app, headers = {}, body, signal }: Ask = {},
  ): Promise<Answer> {
    const response = await fetch(path.startsWith('http') ? path : `${this.#url}/v1.0${path}`, {
      method,
      ...(signal ? { signal } : {}),
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    const documented = new URL(response.url).pathname
      .replace('/v1.0', '')
      .replace('/app/calls', '/communications/calls');
    if (hasContract && !documented.includes('$count')) {
      contract ??= loadContract();
      this.problems.push(...contract.answer(method, decodeURIComponent(documented), response.status, answer));
    }
    return { status: response.status, body: answer, headers: response.headers };
  }

  readonly get = (path: string, ask: Ask = {}): Promise<Answer> => this.ask('GET', path, ask);
  readonly post = (path: string, body: unknown = {}, ask: Ask = {}): Promise<Answer> =>
    this.ask('POST', path, { ...ask, body });
  readonly delete = (path: string, ask: Ask = {}): Promise<Answer> => this.ask('DELETE', path, ask);

  settled(): Promise<void> {
    return this.#graph.settled();
  }

  /** Moves the time and lets everything that follows from it arrive. */
  async pass(seconds: number): Promise<void> {
    await this.control.advance(seconds * 1_000);
    await this.settled();
  }

  /** Somebody outside dials the reception; the application has heard of it. @returns the ids of line and call */
  async dial(from = '+442079460999'): Promise<{ lineId: string; callId: string; path: string }> {
    const dialled = this.control.dial({ from, to: contoso.queues.reception.number, name: 'A caller' });
    if (!dialled.ok) throw new Error(dialled.refusal.message);
    await this.settled();
    const item = must(
      this.listener.items().findLast(({ changeType }) => changeType === 'created'),
      'the incoming call',
    );
    const callId = String(item.resourceData.id);
    return { lineId: dialled.value.id, callId, path: `/communications/calls/${callId}` };
  }

  answerBody(options: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    return {
      callbackUri: `${this.listener.url}/calls/one`,
      acceptedModalities: ['audio'],
      mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
      callOptions: { '@odata.type': '#microsoft.graph.incomingCallOptions', ...options },
    };
  }

  /** A call that the application has answered; what was told so far is forgotten. */
  async answered(options: Readonly<Record<string, unknown>> = { hideBotAfterEscalation: true }): Promise<{
    lineId: string;
    callId: string;
    path: string;
  }> {
    const call = await this.dial();
    const answer = await this.post(`${call.path}/answer`, this.answerBody(options));
    if (answer.status !== 202) throw new Error(`answer: ${answer.status}`);
    await this.settled();
    this.listener.forget();
    return call;
  }

  /** Invites a person and lets them pick up; what was told is forgotten. @returns the participant's id */
  async joined(
    path: string,
    personId: string,
    participantId = `participant-of-${personId}`,
  ): Promise<string> {
    const answer = await this.post(`${path}/participants/invite`, inviteBody(personId, participantId));
    if (answer.status !== 200) throw new Error(`invite: ${answer.status}`);
    const picked = this.control.answer(personId);
    if (!picked.ok) throw new Error(picked.refusal.message);
    await this.settled();
    this.listener.forget();
    return participantId;
  }

  line(lineId: string): TruthLine {
    return must(
      this.control.truth().lines.find(({ id }) => id === lineId),
      'the line',
    );
  }

  #check(schema: string, body: unknown): void {
    if (!hasContract) return;
    contract ??= loadContract();
    this.problems.push(...contract.named(schema, body));
  }
}

export const inviteBody = (personId: string, participantId?: string): Record<string, unknown> => ({
  participants: [
    {
      '@odata.type': '#microsoft.graph.invitationParticipantInfo',
      identity: {
        '@odata.type': '#microsoft.graph.identitySet',
        user: { '@odata.type': '#microsoft.graph.identity', id: personId },
      },
      ...(participantId === undefined ? {} : { participantId }),
    },
  ],
  clientContext: 'the invitation',
});
