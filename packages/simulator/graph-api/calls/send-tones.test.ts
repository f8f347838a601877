import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, tokens } from '../bench.testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const keys = { tones: ['tone4', 'tone2', 'pound'], delayBetweenTonesMs: 1_000, clientContext: 'extension' };

test('tones are heard one after the other, and the operation completes', async () => {
  const { path, lineId } = await bench.answered();
  const answer = await bench.post(`${path}/sendDtmfTones`, keys);
  expect(answer).toMatchObject({ status: 200, body: { status: 'running', clientContext: 'extension' } });
  expect(bench.line(lineId).tones).toEqual(['tone4']);
  await bench.pass(3);
  expect(bench.line(lineId).tones).toEqual(keys.tones);
  expect(bench.listener.story()).toEqual(['sendDtmfTonesOperation completed 200/0']);
  const operation = await bench.get(`${path}/operations/${String(answer.body.id)}`);
  expect(operation.body).toMatchObject({ completionReason: 'completedSuccessfully' });
  expect((await bench.get(`${path}/operations`)).body).toMatchObject({ value: [{ id: answer.body.id }] });
});

test('cancelled, the rest of the tones is never heard', async () => {
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/sendDtmfTones`, keys);
  await bench.post(`${path}/cancelMediaProcessing`);
  await bench.pass(5);
  expect(bench.line(lineId).tones).toEqual(['tone4']);
  expect(bench.listener.items()[0]?.resourceData).toMatchObject({
    status: 'failed',
    completionReason: 'mediaOperationCanceled',
    resultInfo: { code: 400, subcode: 8508 },
  });
});

test('when the call ends the rest of the tones ends with it', async () => {
  const { path } = await bench.answered();
  await bench.post(`${path}/sendDtmfTones`, keys);
  await bench.delete(path);
  await bench.pass(5);
  expect(bench.listener.story()).toEqual(['deleted terminated 200/7000']);
});

test('unknown tones, none at all and a call answered without the permission are refused', async () => {
  const { path } = await bench.answered();
  expect((await bench.post(`${path}/sendDtmfTones`, { tones: [] })).status).toBe(400);
  expect(await bench.post(`${path}/sendDtmfTones`, { tones: ['tone11'] })).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining('tones.0') } },
  });
  const other = await bench.dial();
  const token = tokens.appWith('Calls.JoinGroupCall.All', 'Calls.Initiate.All');
  await bench.post(`${other.path}/answer`, bench.answerBody(), { token });
  expect((await bench.post(`${other.path}/sendDtmfTones`, keys)).status).toBe(403);
});
