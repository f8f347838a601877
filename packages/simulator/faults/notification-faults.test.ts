import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench } from '../graph-api/bench.testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const answer = (path: string) => bench.post(`${path}/answer`, bench.answerBody());

test('the notifications of a kind are lost, the others arrive', async () => {
  const { path } = await bench.dial();
  bench.faults.set({ drop: { probability: 1, kinds: ['call'] } });
  await answer(path);
  const prompt = { prompts: [{ mediaInfo: { uri: bench.listener.prompt(1) } }] };
  await bench.post(`${path}/playPrompt`, prompt);
  await bench.pass(1);
  expect(bench.listener.story()).toEqual(['created incoming', 'playPromptOperation completed 200/0']);
  expect(bench.faults.done.drop).toBe(2);
});

test('a notification comes twice, once', async () => {
  bench.faults.set({ double: { next: 1 } });
  const { path } = await bench.dial();
  await answer(path);
  await bench.settled();
  expect(bench.listener.story()).toEqual([
    'created incoming',
    'created incoming',
    'updated establishing',
    'updated established',
  ]);
});

test('a late notification keeps those that follow waiting', async () => {
  const { path } = await bench.dial();
  bench.faults.set({ delay: { next: 1, minMs: 1_000, maxMs: 1_000 } });
  await answer(path);
  await bench.settled();
  expect(bench.listener.story()).toEqual(['created incoming']);
  await bench.pass(1);
  expect(bench.listener.story()).toEqual(['created incoming', 'updated establishing', 'updated established']);
});

test('a notification is overtaken by the one that follows', async () => {
  const { path } = await bench.dial();
  bench.faults.set({ reorder: { next: 1, minMs: 500, maxMs: 900 } });
  await answer(path);
  await bench.pass(1);
  expect(bench.listener.story()).toEqual(['created incoming', 'updated established', 'updated establishing']);
});
