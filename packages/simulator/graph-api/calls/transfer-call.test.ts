import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench } from '../bench.testing.ts';

const { eva, jan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const toUser = (id: string) => ({ transferTarget: { endpointType: 'default', identity: { user: { id } } } });

test('a transfer that is picked up ends the application’s leg with 7015 and leaves the two talking', async () => {
  const { path, lineId } = await bench.answered();
  expect((await bench.post(`${path}/transfer`, toUser(jan))).status).toBe(202);
  expect(bench.line(lineId).hears).toEqual({ kind: 'ringing' });
  bench.control.answer(jan);
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Jan de Vries'] });
  expect(bench.listener.story()).toEqual([
    'updated transferring',
    'updated transferAccepted',
    'deleted terminated 0/7015',
  ]);
  expect((await bench.post(`${path}/transfer`, toUser(eva))).status).toBe(404);
});

test('a declined and an unanswered transfer give the call back', async () => {
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/transfer`, toUser(jan));
  bench.control.decline(jan);
  await bench.settled();
  await bench.post(`${path}/transfer`, toUser(jan));
  await bench.pass(20);
  expect(bench.listener.story()).toEqual([
    'updated transferring',
    'updated established 500/7000',
    'updated transferring',
    'updated established 500/7700',
  ]);
  expect(bench.line(lineId)).toMatchObject({ state: 'connected', hears: { kind: 'silence' } });
});

test('the target’s own rule sends the caller to voicemail, and the transfer has succeeded', async () => {
  bench.control.setClient(jan, { unanswered: { afterSeconds: 15, then: 'voicemail' } });
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/transfer`, toUser(jan));
  await bench.pass(15);
  expect(bench.line(lineId).hears).toEqual({ kind: 'voicemail', of: 'Jan de Vries' });
  expect(bench.listener.story().at(-1)).toBe('deleted terminated 0/7015');
});

test('a caller who hangs up while the target rings ends everything', async () => {
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/transfer`, toUser(jan));
  bench.control.hangUpLine(lineId);
  await bench.settled();
  expect(bench.control.truth()).toMatchObject({ conversations: [], ringing: [] });
  expect(bench.listener.story().at(-1)).toBe('deleted terminated 200/540000');
});

test('an attended transfer joins the caller with the target of the other call', async () => {
  const { path, lineId } = await bench.answered();
  const other = await bench.post('/communications/calls', {
    ...bench.answerBody(),
    targets: [{ identity: { user: { id: jan } } }],
  });
  bench.control.answer(jan);
  const body = { transferTarget: { identity: { user: { id: jan } }, replacesCallId: other.body.id } };
  expect((await bench.post(`${path}/transfer`, body)).status).toBe(202);
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Jan de Vries'] });
  expect(bench.listener.story()).toEqual(
    expect.arrayContaining(['deleted terminated 0/7015', 'deleted terminated 200/18503']),
  );
  expect(bench.control.truth().conversations).toHaveLength(1);
});

test('to a number outside', async () => {
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/transfer`, { transferTarget: { identity: { phone: { id: '+12025550123' } } } });
  bench.control.answerNumber('+12025550123');
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['+12025550123'] });
});

test('a call in meeting mode cannot be transferred', async () => {
  const { path } = await bench.answered();
  await bench.joined(path, eva);
  expect(await bench.post(`${path}/transfer`, toUser(jan))).toMatchObject({
    status: 403,
    body: { error: { code: '8523' } },
  });
});

test('while a transfer is under way the other actions are refused', async () => {
  const { path } = await bench.answered();
  await bench.post(`${path}/transfer`, toUser(jan));
  expect((await bench.post(`${path}/transfer`, toUser(eva))).status).toBe(409);
  const prompt = { prompts: [{ mediaInfo: { uri: bench.listener.prompt(1) } }] };
  expect((await bench.post(`${path}/playPrompt`, prompt)).status).toBe(409);
});
