import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench } from '../bench.testing.ts';

const { eva, jan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

/** A caller, Eva, and the hidden application. */
async function three(): Promise<{ path: string; lineId: string; callerId: string; evaId: string }> {
  const { path, lineId } = await bench.answered();
  const evaId = await bench.joined(path, eva);
  const { body } = await bench.get(`${path}/participants`);
  const callerId = String((body.value as { id: string }[]).find(({ id }) => id !== evaId)?.id);
  return { path, lineId, callerId, evaId };
}

test('a caller on hold hears music and nobody hears them, until the hold ends', async () => {
  const { path, lineId, callerId } = await three();
  const start = await bench.post(`${path}/participants/${callerId}/startHoldMusic`, {
    clientContext: 'hold',
  });
  expect(start).toMatchObject({ status: 202, body: { status: 'running', clientContext: 'hold' } });
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'holdMusic', uri: null });
  expect(bench.control.truth().conversations[0]?.members.find(({ id }) => id === eva)?.hears).toEqual({
    kind: 'silence',
  });
  expect((await bench.post(`${path}/participants/${callerId}/stopHoldMusic`)).status).toBe(202);
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Eva Berg'] });
  expect(bench.listener.story()).toEqual([
    'startHoldMusicOperation completed 200/0',
    'stopHoldMusicOperation completed 200/0',
  ]);
});

test('only one participant can be on hold at a time', async () => {
  const { path, callerId, evaId } = await three();
  await bench.post(`${path}/participants/${callerId}/startHoldMusic`);
  expect((await bench.post(`${path}/participants/${evaId}/startHoldMusic`)).status).toBe(409);
  await bench.post(`${path}/participants/${callerId}/stopHoldMusic`);
  expect((await bench.post(`${path}/participants/${evaId}/startHoldMusic`)).status).toBe(202);
});

test('music of one’s own plays, or fails the operation and ends the hold', async () => {
  const { path, lineId, callerId } = await three();
  const music = (uri: string) => ({ customPrompt: { mediaInfo: { uri } } });
  const uri = bench.listener.prompt(5);
  await bench.post(`${path}/participants/${callerId}/startHoldMusic`, music(uri));
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'holdMusic', uri });
  await bench.post(`${path}/participants/${callerId}/stopHoldMusic`);
  await bench.post(
    `${path}/participants/${callerId}/startHoldMusic`,
    music(`${bench.listener.url}/prompts/text.wav`),
  );
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Eva Berg'] });
  expect(bench.listener.story().at(-1)).toBe('startHoldMusicOperation failed 400/8509');
});

test('a prompt is not heard by who is on hold, and not while people talk', async () => {
  const { path, lineId, callerId } = await three();
  const body = { prompts: [{ mediaInfo: { uri: bench.listener.prompt(30) } }] };
  await bench.post(`${path}/playPrompt`, body);
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Eva Berg'] });
  await bench.post(`${path}/participants/${callerId}/startHoldMusic`);
  expect(bench.line(lineId).hears?.kind).toBe('holdMusic');
  expect(bench.control.truth().conversations[0]?.members.find(({ id }) => id === eva)?.hears?.kind).toBe(
    'prompt',
  );
});

test('holding, listing and removing are refused in a call of two', async () => {
  const { path } = await bench.answered();
  for (const answer of [
    await bench.post(`${path}/participants/any/startHoldMusic`),
    await bench.get(`${path}/participants`),
    await bench.delete(`${path}/participants/any`),
  ]) {
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('peer-to-peer') } },
    });
  }
});

test('unknown participants are not found', async () => {
  const { path } = await three();
  for (const answer of [
    await bench.get(`${path}/participants/nobody`),
    await bench.delete(`${path}/participants/nobody`),
    await bench.post(`${path}/participants/nobody/mute`),
    await bench.post(`${path}/participants/nobody/startHoldMusic`),
    await bench.post(`${path}/participants/nobody/stopHoldMusic`),
  ]) {
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
  }
});

test('a removed person is out of the call, and the roster says so', async () => {
  const { path, lineId, evaId } = await three();
  expect((await bench.delete(`${path}/participants/${evaId}`)).status).toBe(204);
  await bench.settled();
  expect(bench.listener.story()).toEqual(['roster: A caller']);
  expect(bench.world.presence.of(eva).activity).toBe('Available');
  expect(bench.line(lineId)).toMatchObject({ state: 'connected', hears: { kind: 'silence' } });
});

test('removing is refused where the tenant does not allow the application to', async () => {
  bench.control.changeSettings({ allowRemoveParticipantAppIds: [] });
  const { path, evaId } = await three();
  expect(await bench.delete(`${path}/participants/${evaId}`)).toMatchObject({
    status: 403,
    body: { error: { message: expect.stringContaining('AllowRemoveParticipantAppIds') } },
  });
  expect(bench.world.exchange.where(`person:${eva}`)).toBeDefined();
});

test('a muted participant is shown muted', async () => {
  const { path, evaId } = await three();
  expect(
    (await bench.post(`${path}/participants/${evaId}/mute`, { clientContext: 'hush' })).body.status,
  ).toBe('completed');
  await bench.settled();
  expect(bench.listener.story()).toEqual(['roster: A caller, Eva Berg (muted)']);
});

test('the application mutes itself in group calls only', async () => {
  const { path } = await bench.answered();
  expect((await bench.post(`${path}/mute`)).status).toBe(400);
  await bench.joined(path, jan);
  expect((await bench.post(`${path}/mute`)).body).toMatchObject({
    '@odata.type': '#microsoft.graph.muteParticipantOperation',
  });
  expect((await bench.post(`${path}/unmute`)).body).toMatchObject({ status: 'completed' });
});

test('whoever is on hold stays on hold when the application leaves', async () => {
  const { path, lineId, callerId } = await three();
  await bench.post(`${path}/participants/${callerId}/startHoldMusic`);
  await bench.delete(path);
  expect(bench.line(lineId).hears?.kind).toBe('holdMusic');
});
