import { contractVersion } from '@switchboard/contract/version';
import { callId as toCallId } from '@switchboard/domain/ids';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Console } from './support/console.ts';
import {
  climbingPaths,
  oddItems,
  senselessBodies,
  socketGarbage,
  untrustedSenders,
} from './support/hostile-cases.ts';
import { fabrikam, type HostileStage, openHostileStage } from './support/hostile-stage.ts';
import { RawConsole, rawRequest, sendRaw } from './support/hostile-wire.ts';
import { until } from './support/until.ts';

/**
 * One caller waits while everything that nobody should send is sent. After each attempt the server is alive and the
 * caller still waits; at the end the call is taken and ended as any other.
 */
let stage: HostileStage;
let witness: Console;
let callId: string;
let leg: string;
let lineId: string;
let slowBody: Promise<{ readonly status: number; readonly text: string }>;

beforeAll(async () => {
  stage = await openHostileStage();
  const { control, contoso } = stage.simulator;
  const line = control.dial({ from: '+44 20 7946 0999', to: contoso.queues.reception.number });
  if (!line.ok) throw new Error(line.refusal.message);
  lineId = line.value.id;
  witness = new Console(stage.url, await stage.session('eva'));
  await witness.open();
  const waiting = await witness.untilCall('waiting', (call) => call.can.includes('accept'));
  callId = waiting.callId;
  const row = await stage.store.selectFrom('legs').selectAll().executeTakeFirstOrThrow();
  leg = row.leg_id;
  // Sent at the beginning and judged near the end: the server's patience with it runs meanwhile.
  slowBody = sendRaw(
    stage.url,
    'POST /api/calls HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"va',
  );
});

afterAll(async () => {
  witness.close();
  await stage.stop();
});

const callStillWaits = async (): Promise<void> => {
  const health = await fetch(`${stage.url}/health`);
  expect(health.status).toBe(200);
  const live = stage.store.selectFrom('calls').select(['call_id', 'state']).where('ended_at', 'is', null);
  expect(await live.execute()).toEqual([{ call_id: callId, state: 'waiting' }]);
  expect(witness.call).toMatchObject({ callId, state: 'waiting', can: ['accept'] });
};

/** Would end the waiting call, if it were believed. */
const lethal = () => ({
  value: [
    {
      changeType: 'deleted',
      resourceUrl: `/communications/calls/${leg}`,
      resourceData: { '@odata.type': '#microsoft.graph.call', state: 'terminated' },
    },
  ],
});

const deletionOf = (id: string) => ({
  changeType: 'deleted',
  resourceUrl: `/communications/calls/${id}`,
  resourceData: { '@odata.type': '#microsoft.graph.call' },
});

const incomingAt = (instance: unknown, change: object = {}) => ({
  value: [
    {
      changeType: 'created',
      resourceUrl: `/communications/calls/${crypto.randomUUID()}`,
      resourceData: {
        '@odata.type': '#microsoft.graph.call',
        state: 'incoming',
        direction: 'incoming',
        source: { identity: { phone: { id: '+15550100' } } },
        targets: [{ identity: { applicationInstance: { id: instance } } }],
        ...change,
      },
    },
  ],
});

interface Refused {
  readonly status: number;
  readonly error: { readonly code?: string; readonly message?: string };
}

async function send(path: string, init: RequestInit): Promise<Refused> {
  const response = await fetch(`${stage.url}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as { error?: Refused['error'] }) : {};
  return { status: response.status, error: body.error ?? { message: text } };
}

async function notify(
  body: unknown,
  {
    path = `/api/calls/${callId}`,
    token,
    type = 'application/json',
  }: { path?: string; token?: string; type?: string } = {},
): Promise<Refused> {
  return send(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token ?? (await stage.tokens.good())}`, 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('A notification whose sender is not Microsoft', () => {
  afterEach(callStillWaits);

  test.each(untrustedSenders)('is refused: %s', async (_what, authorization, code, message) => {
    const header = await authorization(stage.tokens);
    const answer = await send(`/api/calls/${callId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(header === undefined ? {} : { authorization: header }),
      },
      body: JSON.stringify(lethal()),
    });
    expect(answer).toMatchObject({ status: 403, error: { code } });
    expect(answer.error.message).toMatch(message);
  });

  test('is refused when it speaks of another customer’s call, by our id and by Graph’s', async () => {
    const token = await stage.tokens.good({ tid: fabrikam.tenantId });
    expect(await notify(lethal(), { token })).toMatchObject({ status: 404, error: { code: 'unknownCall' } });
    const path = '/api/calls';
    expect(await notify(lethal(), { token, path })).toMatchObject({ status: 404 });
    const { reception } = stage.simulator.contoso.queues;
    expect(await notify(incomingAt(reception.id), { token, path })).toMatchObject({ status: 404 });
  });
});

describe('A notification that makes no sense', () => {
  afterEach(callStillWaits);

  test.each(senselessBodies)('is refused: %s', async (_what, body, status, message) => {
    const answer = await notify(body);
    expect(answer.status).toBe(status);
    expect(answer.error.message).toMatch(message);
  });

  test('is refused with 415 when it is not JSON', async () => {
    expect(await notify('<value/>', { type: 'application/xml' })).toMatchObject({ status: 415 });
    expect(await notify('value', { type: 'text/plain' })).toMatchObject({ status: 400 });
  });

  test.each(oddItems)('changes nothing when its items are odd: %s', async (_what, value) => {
    const answer = await notify({ value });
    expect([202, 404]).toContain(answer.status);
  });

  test('is read however deep it is nested', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect((await notify(`{"value":[${deep}]}`)).status).toBeLessThan(500);
    expect((await notify(`{"value":${'{"value":'.repeat(50_000)}1${'}'.repeat(50_000)}}`)).status).toBe(400);
  });

  test.each(['\u0000', '\ud800', '\u202e', '😀'.repeat(2_000)])(
    'never fails here for the sake of a caller’s name (%j)',
    async (name) => {
      const source = { identity: { guest: { id: `guest${name}`, displayName: `Caller ${name}` } } };
      const answer = await notify(incomingAt(crypto.randomUUID(), { source }), { path: '/api/calls' });
      expect(answer).toMatchObject({ status: 404, error: { code: 'unknownCall' } });
    },
  );

  test('is refused with 404 for calls, legs and resource accounts that we do not know', async () => {
    const unknown = { status: 404, error: { code: 'unknownCall' } };
    expect(await notify(lethal(), { path: `/api/calls/${crypto.randomUUID()}` })).toMatchObject(unknown);
    const other = deletionOf(crypto.randomUUID());
    for (const id of ['not-an-id', '%00', "'%20OR%201=1--", '..%2f..%2fhealth']) {
      expect([id, await notify({ value: [other] }, { path: `/api/calls/${id}` })]).toMatchObject([
        id,
        unknown,
      ]);
    }
    for (const instance of [
      crypto.randomUUID(),
      'reception',
      "'; DROP TABLE calls; --",
      'a\u0000b',
      fabrikam.instanceId,
    ]) {
      expect(await notify(incomingAt(instance), { path: '/api/calls' })).toMatchObject(unknown);
    }
    expect(await notify({ value: [deletionOf('a%00b')] }, { path: '/api/calls' })).toMatchObject(unknown);
  });

  test('does not cost the caller their place when their name holds what no database keeps', async () => {
    const source = { identity: { phone: { id: '+15550101', displayName: 'Ann\u0000e \ud800' } } };
    const { reception } = stage.simulator.contoso.queues;
    expect(await notify(incomingAt(reception.id, { source }), { path: '/api/calls' })).toMatchObject({
      status: 202,
    });
    const others = () => stage.store.selectFrom('calls').selectAll().where('call_id', '<>', toCallId(callId));
    expect((await others().executeTakeFirst())?.data.caller.name).toMatch(/^Anne/);
    // The simulated Microsoft knows no such leg, so the call ends, and says why.
    await until('its end', async () => (await others().executeTakeFirst())?.state === 'ended');
  });

  test('about another leg than the call’s own changes nothing at the call’s address', async () => {
    const other = deletionOf(crypto.randomUUID());
    expect((await notify({ value: [other] })).status).toBe(202);
  });

  test('is refused with 413 beyond a megabyte, announced or not', async () => {
    const big = `{"value":["${'x'.repeat(10 * 1_048_576)}"]}`;
    const announced = await notify(big).catch(() => ({ status: 413, error: {} }));
    expect(announced.status).toBe(413);
    const head = `POST /api/calls HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer ${await stage.tokens.good()}\r\n`;
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
    const chunked = await sendRaw(stage.url, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(20)}`);
    expect(chunked.status).toBe(413);
  });
});

describe('A WebSocket', () => {
  afterEach(callStillWaits);

  const upgrade = (headers: readonly string[], path = '/api/socket') =>
    sendRaw(
      stage.url,
      [
        `GET ${path} HTTP/1.1`,
        'Host: localhost',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
        ...headers,
        '',
        '',
      ].join('\r\n'),
    );

  test('is refused without a session, with a forged one, with one that is over', async () => {
    for (const cookie of [
      '',
      'switchboard_session=',
      `switchboard_session=${'A'.repeat(43)}`,
      'switchboard_session=%00;;;=',
    ]) {
      expect((await upgrade([`Cookie: ${cookie}`])).status).toBe(401);
    }
    const over = await stage.session('eva', -1);
    expect((await upgrade([`Cookie: switchboard_session=${over}`])).status).toBe(401);
  });

  test('is refused to another site’s page, and at other addresses', async () => {
    const cookie = `Cookie: switchboard_session=${await stage.session('eva')}`;
    for (const origin of ['https://evil.example', 'null', 'file://', 'http://localhost:1', '%%%']) {
      expect((await upgrade([cookie, `Origin: ${origin}`])).status).toBe(403);
    }
    expect((await upgrade([cookie], '/api/other')).status).toBe(404);
    expect((await upgrade([cookie], '/api/socket/../socket')).status).toBe(404);
  });

  test.each(socketGarbage)(
    'answers garbage with the field and what to do: %s',
    async (_what, data, field) => {
      const console = await RawConsole.connect(stage.url, await stage.session('eva'));
      console.send(data);
      await until('a refusal', () => console.heard.length > 0, 5_000);
      expect(console.heard[0]).toMatchObject({ type: 'answer', refusal: { code: 'malformed', field } });
      expect(JSON.stringify(console.heard[0])).toContain('remedy');
      await console.hello();
      console.end();
    },
  );

  test.each([
    ['speaks another version', { type: 'hello', version: contractVersion + 1 }, 'outdated'],
    ['commands before its hello', { type: 'accept', id: '1', callId: 'any' }, 'misbehaved'],
    ['searches before its hello', { type: 'search', id: '1', text: 'a', limit: 5 }, 'misbehaved'],
  ])('is sent away with the reason when it %s', async (_what, message, reason) => {
    const console = await RawConsole.connect(stage.url, await stage.session('eva'));
    console.say(message);
    expect(await console.untilClosed()).toEqual({ code: 1000, reason });
    expect(console.heard).toEqual([{ type: 'farewell', reason }]);
  });

  test('is sent away when it says hello twice', async () => {
    const console = await (await RawConsole.connect(stage.url, await stage.session('eva'))).hello();
    console.say({ type: 'hello', version: contractVersion });
    expect(await console.untilClosed()).toMatchObject({ reason: 'misbehaved' });
  });

  test('is closed at a frame beyond the limit, and gets everything anew for a number from the future', async () => {
    const session = await stage.session('eva');
    const huge = await (await RawConsole.connect(stage.url, session)).hello();
    huge.send('x'.repeat(1_048_576));
    expect(await huge.untilClosed()).toMatchObject({ code: 1009 });
    const future = await RawConsole.connect(stage.url, session);
    future.say({ type: 'hello', version: contractVersion, resumeFrom: Number.MAX_SAFE_INTEGER });
    await until('the welcome', () => future.heard.length > 0);
    expect(future.heard[0]).toMatchObject({ type: 'welcome', resumed: false, calls: [{ callId }] });
    future.end();
  });

  test('is told of too many messages, then sent away; the others notice nothing', async () => {
    const console = await (await RawConsole.connect(stage.url, await stage.session('eva'))).hello();
    for (let n = 0; n < 2_000; n += 1) console.say({ type: 'accept', id: `n${n}`, callId: 'nothing' });
    expect(await console.untilClosed()).toMatchObject({ reason: 'misbehaved' });
    const codes = console.heard.flatMap((message) =>
      message.type === 'answer' ? [message.refusal?.code] : [],
    );
    expect(codes).toContain('tooMany');
  });

  test('gets a refusal for calls that do not exist, texts that no database takes, and other customers’ calls', async () => {
    const console = await (await RawConsole.connect(stage.url, await stage.session('eva'))).hello();
    for (const [n, id] of [crypto.randomUUID(), "' OR 1=1 --", '\ud800', '__proto__'].entries()) {
      console.say({ type: 'accept', id: `a${n}`, callId: id });
      expect((await console.answer(`a${n}`)).refusal).toEqual({ code: 'callGone' });
    }
    const remedy = expect.stringContaining('U+0000');
    for (const message of [
      { type: 'accept', id: 'n1', callId: 'a\u0000b' },
      { type: 'transfer', id: 'n2', callId, to: { kind: 'person', personId: 'a\u0000b' } },
      { type: 'search', id: 'n3', text: 'a\u0000b', limit: 5 },
    ]) {
      console.say(message);
      expect((await console.answer(message.id)).refusal).toMatchObject({ code: 'malformed', remedy });
    }
    for (const [n, text] of ['%_\\', '\ud800', "'); --", '😀'].entries()) {
      console.say({ type: 'search', id: `s${n}`, text, limit: 5 });
      await until('the people', () =>
        console.heard.some((each) => each.type === 'people' && each.id === `s${n}`),
      );
    }
    console.end();
    const stranger = await (await RawConsole.connect(stage.url, await stage.session('fabrikam'))).hello();
    expect(stranger.heard[0]).toMatchObject({ type: 'welcome', calls: [] });
    for (const type of ['accept', 'hold', 'hangUp', 'takeBack', 'resume']) {
      stranger.say({ type, id: type, callId });
      expect((await stranger.answer(type)).refusal).toEqual({ code: 'callGone' });
    }
    stranger.end();
  });
});

describe('A request', () => {
  afterEach(callStillWaits);

  test.each(climbingPaths)('cannot climb out of the served files: %s', async (path) => {
    const answer = await sendRaw(stage.url, rawRequest('GET', path));
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/root:|"workspaces"|"private"/);
  });

  test('with a method that an address does not have is refused with a sentence', async () => {
    for (const [method, path] of [
      ['GET', '/api/calls'],
      ['DELETE', `/api/calls/${callId}`],
      ['PUT', '/auth/sign-in'],
      ['GET', '/auth/sign-out'],
      ['POST', '/media/music.wav'],
      ['PATCH', '/nowhere'],
    ] as const) {
      const answer = await send(path, { method });
      expect(answer.status).toBe(404);
      expect(answer.error).toMatchObject({ code: 'notFound', message: expect.stringContaining(path) });
    }
    expect((await sendRaw(stage.url, rawRequest('TRACE', '/'))).status).toBe(404);
  });

  test('that is no HTTP, or has too many headers, is refused', async () => {
    expect((await sendRaw(stage.url, 'NONSENSE\r\n\r\n')).status).toBe(400);
    expect((await sendRaw(stage.url, rawRequest('GET', '/', [`X: ${'x'.repeat(20_000)}`]))).status).toBe(431);
    const many = Array.from({ length: 3_000 }, (_, n) => `X-${n}: ${n}`);
    expect((await sendRaw(stage.url, rawRequest('GET', '/', many))).status).toBe(431);
    const twoLengths = ['Content-Length: 5', 'Transfer-Encoding: chunked', 'Content-Type: application/json'];
    expect((await sendRaw(stage.url, rawRequest('POST', '/api/calls', twoLengths))).status).toBe(400);
  });

  test('whose body never comes is ended after the server’s patience', async () => {
    expect((await slowBody).status).toBe(408);
  }, 30_000);
});

describe('A sign-in', () => {
  afterEach(callStillWaits);

  const callback = '/auth/callback';

  async function begin(): Promise<{ state: string; cookie: string; authorize: string }> {
    const response = await fetch(`${stage.url}/auth/sign-in?hint=${'x'.repeat(5_000)}`, {
      redirect: 'manual',
    });
    const authorize = response.headers.get('location') ?? '';
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return { state: new URL(authorize).searchParams.get('state') ?? '', cookie, authorize };
  }

  /** What a person does on Microsoft's page: picks Eva, and is sent back. */
  async function pickEva(authorize: string): Promise<string> {
    const page = await (await fetch(authorize)).text();
    const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? '';
    const flow = /name="flow" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ flow, account: stage.simulator.contoso.people.eva });
    const answer = await fetch(new URL(action, authorize), { method: 'POST', body, redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    return `${back.pathname}${back.search}`;
  }

  const at = (path: string, cookie = ''): Promise<Refused> => send(path, { headers: { cookie } });

  test('with a state that is forged, foreign or doubled is refused with the way on', async () => {
    const { state, cookie } = await begin();
    const refusals = [
      await at(callback),
      await at(`${callback}?code=x&state=${'A'.repeat(43)}`, 'switchboard_sign_in='),
      await at(`${callback}?code=x&state=${state}`),
      await at(`${callback}?code=x&state=${state}`, 'switchboard_sign_in=another'),
      await at(`${callback}?code=x&state=${state}&state=${state}`, cookie),
      await at(`${callback}?code=x&state[]=${state}`, cookie),
      await at(`${callback}?code=x&state=forged`, 'switchboard_sign_in=forged'),
    ];
    for (const refusal of refusals) {
      expect(refusal.status).toBe(400);
      expect(refusal.error.message).toMatch(/Begin again.*Sign in again/s);
    }
    expect(await at(`${callback}?code=forged&state=${state}`, cookie)).toMatchObject({ status: 403 });
    expect(await at(`${callback}?code=forged&state=${state}`, cookie)).toMatchObject({ status: 400 });
  });

  test('that was refused by Microsoft says so and shows nothing of the address', async () => {
    const { state, cookie } = await begin();
    const script = encodeURIComponent('<script>alert(1)</script>');
    const answer = await at(`${callback}?error=${script}&error_description=${script}&state=${state}`, cookie);
    expect(answer.status).toBe(403);
    expect(answer.error.message).not.toContain('alert(1)');
  });

  test('that is replayed opens nothing: not twice, not in another browser', async () => {
    const { cookie, authorize } = await begin();
    const back = await pickEva(authorize);
    expect(await at(back)).toMatchObject({ status: 400 });
    const first = await fetch(`${stage.url}${back}`, { headers: { cookie }, redirect: 'manual' });
    expect(first.status).toBe(302);
    expect(first.headers.getSetCookie().join()).toMatch(/switchboard_session=[^;]{43};.*HttpOnly/);
    expect(await at(back, cookie)).toMatchObject({ status: 400 });
    expect(await at('/api/me', 'switchboard_session=forged')).toMatchObject({
      status: 401,
      error: { code: 'notSignedIn' },
    });
  });
});

describe('After all this', () => {
  const truth = () => stage.simulator.control.truth();

  test('the caller who waited is taken, put through to the operator, and the call ends as any other', async () => {
    const { eva } = stage.simulator.contoso.people;
    expect(await witness.ask('accept', callId)).toBe('taken');
    await until('Eva’s Teams rings', () => truth().ringing.some((bell) => bell.personId === eva));
    stage.simulator.control.answer(eva);
    await witness.untilCall('connected', (call) => call.callId === callId && call.state === 'connected');
    expect(truth().lines.find((line) => line.id === lineId)?.state).toBe('connected');
    expect(await witness.ask('hangUp', callId)).toBe('taken');
    const ended = await witness.untilCall('over', (call) => call.callId === callId && call.state === 'ended');
    expect(ended.ended).toBe('operatorHungUp');
  });
});
