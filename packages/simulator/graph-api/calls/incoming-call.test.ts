import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

test('a call to a queue is announced with caller, application instance and a signed token', async () => {
  const { callId } = await bench.dial();
  const heard = bench.listener.heard[0];
  expect(heard?.authorization).toBe(`Bearer signed for ${contoso.applicationId} of ${contoso.tenantId}`);
  expect(bench.listener.items()).toMatchObject([
    {
      changeType: 'created',
      resource: `/app/calls/${callId}`,
      resourceUrl: `/communications/calls/${callId}`,
      resourceData: {
        state: 'incoming',
        direction: 'incoming',
        tenantId: contoso.tenantId,
        source: { identity: { phone: { id: '+442079460999' } } },
        targets: [{ identity: { applicationInstance: { id: contoso.queues.reception.id } } }],
      },
    },
  ]);
});

test('the caller hears ringing until the application answers, then silence', async () => {
  const { lineId, path } = await bench.dial();
  expect(bench.line(lineId)).toMatchObject({ state: 'ringing', hears: { kind: 'ringing' } });
  const answer = await bench.post(`${path}/answer`, bench.answerBody());
  await bench.settled();
  expect(answer.status).toBe(202);
  expect(bench.line(lineId)).toMatchObject({ state: 'connected', hears: { kind: 'silence' } });
  expect(bench.listener.story()).toEqual(['created incoming', 'updated establishing', 'updated established']);
  expect(bench.listener.heard.map((heard) => heard.path)).toEqual(['/calls', '/calls/one', '/calls/one']);
});

test('an answer after fifteen seconds finds no call, and the caller has been given up', async () => {
  const { lineId, path } = await bench.dial();
  await bench.pass(15);
  expect((await bench.post(`${path}/answer`, bench.answerBody())).status).toBe(404);
  expect(bench.line(lineId)).toMatchObject({ state: 'ended', hears: null });
  expect(bench.listener.story()).toEqual(['created incoming', 'deleted terminated 408/10057']);
});

test('an answer just before fifteen seconds is in time', async () => {
  const { path } = await bench.dial();
  await bench.pass(14.9);
  expect((await bench.post(`${path}/answer`, bench.answerBody())).status).toBe(202);
  await bench.pass(60);
  expect((await bench.get(path)).body).toMatchObject({ state: 'established' });
});

test('a second answer is refused and changes nothing', async () => {
  const { path } = await bench.answered();
  expect((await bench.post(`${path}/answer`, bench.answerBody())).status).toBe(409);
  expect((await bench.get(path)).body).toMatchObject({ state: 'established' });
});

test('a rejected call ends for the caller', async () => {
  const { lineId, path } = await bench.dial();
  expect((await bench.post(`${path}/reject`, { reason: 'busy' })).status).toBe(202);
  await bench.settled();
  expect(bench.line(lineId).state).toBe('ended');
  expect(bench.listener.story()).toEqual(['created incoming', 'deleted terminated 200/10550']);
  expect((await bench.post(`${path}/reject`, { reason: 'busy' })).status).toBe(404);
});

test('a caller who hangs up while it rings ends the call', async () => {
  const { lineId, path } = await bench.dial();
  bench.control.hangUpLine(lineId);
  await bench.settled();
  expect(bench.listener.story()).toEqual(['created incoming', 'deleted terminated 200/540000']);
  expect((await bench.post(`${path}/answer`, bench.answerBody())).status).toBe(404);
});

test('a caller who hangs up after the answer ends the call', async () => {
  const { lineId } = await bench.answered();
  bench.control.hangUpLine(lineId);
  await bench.settled();
  expect(bench.listener.story()).toEqual(['deleted terminated 200/540000']);
  expect(bench.control.truth().conversations).toEqual([]);
});

test('when the application hangs up on a call of two the caller is out as well', async () => {
  const { lineId, path } = await bench.answered();
  expect((await bench.delete(path)).status).toBe(204);
  await bench.settled();
  expect(bench.listener.story()).toEqual(['deleted terminated 200/7000']);
  expect(bench.line(lineId).state).toBe('ended');
});

test('a call without keepAlive is dropped after forty-five minutes, one with it goes on', async () => {
  const { path, lineId } = await bench.answered();
  await bench.pass(44 * 60);
  expect((await bench.post(`${path}/keepAlive`, undefined)).status).toBe(200);
  await bench.pass(44 * 60);
  expect(bench.line(lineId).state).toBe('connected');
  await bench.pass(60);
  expect(bench.listener.story()).toEqual(['deleted terminated 408/8537']);
  expect((await bench.post(`${path}/keepAlive`, undefined)).status).toBe(404);
});

test('the old spelling of addresses and ids in capitals reach the same call', async () => {
  const { callId } = await bench.answered();
  expect((await bench.get(`/app/calls/${callId.toUpperCase()}`)).body).toMatchObject({ id: callId });
});

test('an answer with a plain http address outside this machine is refused by the name of the field', async () => {
  const { path } = await bench.dial();
  const body = { ...bench.answerBody(), callbackUri: 'http://contoso.example/calls' };
  const answer = await bench.post(`${path}/answer`, body);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain('callbackUri: must be an https address');
});

test('a call that cannot be announced is written down and rings out', async () => {
  bench.listener.statuses.set('/calls', [500]);
  const { lineId } = await bench.dial();
  expect(bench.line(lineId).state).toBe('ringing');
  expect(
    bench.control
      .log()
      .map(({ message }) => message)
      .join(),
  ).toContain('the answer was 500');
  await bench.pass(15);
  expect(bench.line(lineId).state).toBe('ended');
});

test('a deployment that answers 302 has the call announced elsewhere', async () => {
  bench.listener.statuses.set('/calls', [302]);
  bench.control.dial({ from: '+442079460999', to: contoso.queues.reception.number });
  await bench.settled();
  expect(bench.listener.heard.map(({ path }) => path)).toEqual(['/calls', '/elsewhere']);
});

test('nobody has a number that is no queue', () => {
  const dialled = bench.control.dial({ from: '+442079460999', to: '+442079460555' });
  expect(dialled).toMatchObject({ ok: false, refusal: { status: 404 } });
});

test('an application that may not see callers gets an encrypted source', async () => {
  const blind = await Bench.start({}, undefined, ['User.Read.All']);
  await blind.dial();
  const source = blind.listener.items()[0]?.resourceData.source;
  expect(source).toMatchObject({ identity: { encrypted: {} } });
  expect(JSON.stringify(source)).not.toContain('+442079460999');
  await blind.stop();
});

test('the legacy format comes first where it is asked for, and Graph’s after it', async () => {
  bench.control.changeSettings({ legacyFirstNotification: true });
  bench.listener.statuses.set('/calls', [204]);
  await bench.dial();
  expect(bench.listener.heard.map(({ body }) => Object.keys(body as object)[0])).toEqual([
    'conversationInvitation',
    '@odata.type',
  ]);
});

test('another application and another tenant do not reach the call', async () => {
  const { path } = await bench.answered();
  expect((await bench.get(path, { token: tokens.otherApp })).status).toBe(404);
  expect(await bench.get(path, { token: tokens.otherTenant })).toMatchObject({
    status: 403,
    body: { error: { code: '7505' } },
  });
});

test('redirected calls ring at all targets, the first to pick up has the caller', async () => {
  const { lineId, path } = await bench.dial();
  const { eva, omar } = contoso.people;
  const targets = [eva, omar].map((id) => ({ identity: { user: { id } } }));
  expect((await bench.post(`${path}/redirect`, { targets, timeout: 15 })).status).toBe(202);
  bench.control.answer(omar);
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Omar Haddad'] });
  expect(bench.control.truth().ringing).toEqual([]);
  expect(bench.listener.story().slice(1)).toEqual(['updated redirecting', 'deleted terminated 200/0']);
});

test('a redirected call that nobody takes ends for the caller', async () => {
  const { lineId, path } = await bench.dial();
  await bench.post(`${path}/redirect`, {
    targets: [{ identity: { user: { id: contoso.people.eva } } }],
    timeout: 15,
  });
  await bench.pass(15);
  expect(bench.line(lineId).state).toBe('ended');
  expect(bench.listener.story().at(-1)).toBe('deleted terminated 408/10057');
});
