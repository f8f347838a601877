import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench } from '../bench.testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const prompts = (...uris: string[]) => ({
  prompts: uris.map((uri) => ({
    '@odata.type': '#microsoft.graph.mediaPrompt',
    mediaInfo: { '@odata.type': '#microsoft.graph.mediaInfo', uri, resourceId: uri },
  })),
  clientContext: 'the greeting',
});

test('a prompt plays as long as its WAV, and its operation then completes', async () => {
  const { lineId, path } = await bench.answered();
  const uri = bench.listener.prompt(4);
  const answer = await bench.post(`${path}/playPrompt`, prompts(uri));
  expect(answer).toMatchObject({
    status: 200,
    body: {
      '@odata.type': '#microsoft.graph.playPromptOperation',
      status: 'running',
      clientContext: 'the greeting',
    },
  });
  await bench.pass(3.9);
  expect(bench.line(lineId).hears).toEqual({ kind: 'prompt', uri });
  expect(bench.listener.story()).toEqual([]);
  await bench.pass(0.1);
  expect(bench.line(lineId).hears).toEqual({ kind: 'silence' });
  expect(bench.listener.story()).toEqual(['playPromptOperation completed 200/0']);
  expect((await bench.get(`${path}/operations/${String(answer.body.id)}`)).body.status).toBe('completed');
});

test('several prompts and several operations play in order', async () => {
  const { lineId, path } = await bench.answered();
  const [one, two, three] = [1, 2, 3].map((seconds) => bench.listener.prompt(seconds));
  await bench.post(`${path}/playPrompt`, prompts(one ?? '', two ?? ''));
  await bench.post(`${path}/playPrompt`, prompts(three ?? ''));
  await bench.pass(2.5);
  expect(bench.line(lineId).hears).toEqual({ kind: 'prompt', uri: two });
  expect(bench.listener.story()).toEqual([]);
  await bench.pass(1);
  expect(bench.line(lineId).hears).toEqual({ kind: 'prompt', uri: three });
  await bench.pass(2.5);
  expect(bench.listener.story()).toEqual([
    'playPromptOperation completed 200/0',
    'playPromptOperation completed 200/0',
  ]);
});

test('cancelling ends what plays and what waits with 8508', async () => {
  const { lineId, path } = await bench.answered();
  await bench.post(`${path}/playPrompt`, prompts(bench.listener.prompt(60)));
  await bench.post(`${path}/playPrompt`, prompts(bench.listener.prompt(61)));
  await bench.settled();
  expect((await bench.post(`${path}/cancelMediaProcessing`, { clientContext: 'enough' })).body.status).toBe(
    'completed',
  );
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'silence' });
  expect(bench.listener.story()).toEqual([
    'playPromptOperation failed 400/8508',
    'playPromptOperation failed 400/8508',
  ]);
  await bench.pass(120);
  expect(bench.listener.story()).toHaveLength(2);
});

test.each([
  ['of another rate', 'prompts/8000hz.wav', 'WAV must be PCM, mono, 16000 Hz'],
  ['that is no WAV', 'prompts/text.wav', 'not a WAV file'],
  ['that is not there', 'prompts/none', 'answered 404'],
])('a prompt %s fails its operation and says why', async (_, name, why) => {
  const { path } = await bench.answered();
  await bench.post(`${path}/playPrompt`, prompts(`${bench.listener.url}/${name}`));
  await bench.settled();
  expect(bench.listener.story()).toEqual(['playPromptOperation failed 400/8509']);
  expect(JSON.stringify(bench.listener.items())).toContain(why);
});

test('the world knows the longest silence of a caller', async () => {
  const { lineId, path } = await bench.answered();
  await bench.pass(3);
  await bench.post(`${path}/playPrompt`, prompts(bench.listener.prompt(10)));
  await bench.pass(11);
  expect(bench.line(lineId).longestSilenceMs).toBe(3_000);
  await bench.pass(5);
  expect(bench.line(lineId).longestSilenceMs).toBe(6_000);
});

test('keys pressed by the caller are told once tones are subscribed to', async () => {
  const { lineId, path } = await bench.answered();
  expect(bench.control.pressKeys(lineId, '1')).toMatchObject({ value: { heard: false } });
  await bench.post(`${path}/subscribeToTone`, { clientContext: 'menu' });
  expect(bench.control.pressKeys(lineId, '2#')).toMatchObject({ value: { heard: true } });
  await bench.settled();
  expect(bench.listener.story()).toEqual(['tone tone2', 'tone pound']);
});

test('no prompts, too many prompts and an overlong context are refused by the name of the field', async () => {
  const { path } = await bench.answered();
  const uri = bench.listener.prompt(1);
  const bodies = [
    [{}, 'prompts'],
    [prompts(), 'prompts'],
    [prompts(...Array.from({ length: 21 }, () => uri)), 'prompts'],
    [{ ...prompts(uri), clientContext: 'x'.repeat(257) }, 'clientContext'],
  ] as const;
  for (const [body, field] of bodies) {
    const answer = await bench.post(`${path}/playPrompt`, body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(`${field}: `);
  }
});
