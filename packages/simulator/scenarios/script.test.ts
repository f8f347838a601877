import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench } from '../graph-api/bench.testing.ts';
import { contoso } from '../world/contoso.ts';
import { playScript } from './play-script.ts';
import { readScript } from './script.ts';

const { eva, jan, siobhan } = contoso.people;

test.each([
  ['{', 'it is not JSON'],
  ['[]', 'file: '],
  ['{"name":"x","steps":[]}', 'steps: '],
  ['{"name":"x","steps":[{"do":"dail"}]}', 'step 1 (dail), do: is none of the steps'],
  [
    '{"name":"x","steps":[{"do":"wait","seconds":1},{"do":"dial","to":"reception"}]}',
    'step 2 (dial), from: ',
  ],
  ['{"name":"x","steps":[{"do":"client","who":"jan","set":{"mood":1}}]}', 'step 1 (client), set: '],
  [
    '{"name":"x","steps":[{"do":"faults","set":{"drop":{"probability":3}}}]}',
    'step 1 (faults), set.drop.probability: ',
  ],
  [
    '{"name":"x","steps":[{"do":"say","text":"a","at":9},{"do":"say","text":"b","at":5}]}',
    'step 2 (say), at: 5 is before 9',
  ],
])('%s is refused with step and field', (json, words) => {
  expect(readScript(json)).toMatchObject({ ok: false, refusal: expect.stringContaining(words) });
});

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start({ answerWithinSeconds: 600 });
});
afterEach(() => bench.stop());

function play(...steps: object[]): () => void {
  const script = readScript(JSON.stringify({ name: 'A test', steps }));
  if (!script.ok) throw new Error(script.refusal);
  const { control, platform, faults, clock } = bench;
  return playScript({ control, platform, faults, clock, seed: 1 }, script.value);
}

const told = () => {
  const entries = bench.control.log().filter(({ topic }) => topic === 'scenario');
  return entries.map(({ message }) => message);
};

test('callers dial and hang up at their times, and may be called by name', async () => {
  play(
    { do: 'dial', from: '+44 20 7946 0911', to: 'reception', name: 'Ada' },
    { do: 'wait', seconds: 5 },
    { do: 'dial', from: '+44 20 7946 0912', to: contoso.queues.serviceDesk.number },
    { do: 'hangUp', who: 'Ada', at: 20 },
    { do: 'hangUp', who: '+44 20 7946 0912' },
  );
  const lines = () => bench.control.truth().lines.map(({ name, state }) => [name, state]);
  await bench.pass(4);
  expect(lines()).toEqual([['Ada', 'ringing']]);
  await bench.pass(15);
  expect(lines()).toEqual([
    ['Ada', 'ringing'],
    [null, 'ringing'],
  ]);
  await bench.pass(1);
  expect(lines().map(([, state]) => state)).toEqual(['ended', 'ended']);
  expect(told()).toEqual(['A test begins', 'A test: the end']);
});

test('a person answers as soon as it rings, and the story waits for it', async () => {
  play(
    { do: 'answer', who: 'eva', within: 30 },
    { do: 'say', text: 'Eva is there.' },
    { do: 'hangUp', who: 'eva' },
  );
  await bench.pass(10);
  expect(told()).toEqual(['A test begins']);
  const { path } = await bench.answered();
  const body = { participants: [{ identity: { user: { id: eva } } }] };
  await bench.post(`${path}/participants/invite`, body);
  await bench.pass(1);
  expect(told()).toContain('Eva is there.');
  expect(bench.world.exchange.where(`person:${eva}`)).toBeUndefined();
});

test('what cannot be done is told with its step, and the story goes on', async () => {
  play(
    { do: 'answer', who: 'eva', within: 3 },
    { do: 'forget', who: 'Ada' },
    { do: 'keys', who: 'Ada', keys: '1' },
  );
  await bench.pass(5);
  expect(told()).toEqual([
    'A test begins',
    'step 1 (answer), nothing rings for Eva Berg',
    expect.stringContaining('step 2 (forget), id: Graph knows no call Ada'),
    expect.stringContaining('step 3 (keys), '),
    'A test: the end',
  ]);
});

test('people, faults, settings and the platform are turned', async () => {
  play(
    { do: 'presence', who: 'jan', availability: 'Away', activity: 'Away' },
    {
      do: 'client',
      who: 'jan',
      set: { busyOnBusy: 'busy', pickedUpBy: { person: 'siobhan', afterSeconds: 2 } },
    },
    { do: 'settings', set: { retries: 3 } },
    { do: 'faults', set: { double: { probability: 0.5 } } },
    { do: 'orphan', from: '+44 20 7946 0934', to: 'reception', name: 'Grace' },
    { do: 'orphan', from: '+44 20 7946 0935', to: 'reception', name: 'Ada', state: 'incoming' },
    { do: 'forget', who: 'Ada' },
  );
  expect(bench.world.presence.of(jan).availability).toBe('Away');
  expect(bench.world.clients.of(jan)).toMatchObject({
    busyOnBusy: 'busy',
    pickedUpBy: { person: siobhan, afterSeconds: 2 },
  });
  expect(bench.world.settings.retries).toBe(3);
  expect(bench.faults.settings.double.probability).toBe(0.5);
  expect(bench.platform.calls()).toMatchObject([{ state: 'established' }]);
  expect(bench.control.truth().lines).toMatchObject([{ state: 'connected' }, { state: 'ended' }]);
});

test('traffic begins, changes and ends, and stops with the story', async () => {
  const stop = play(
    { do: 'traffic', callsPerMinute: 30 },
    { do: 'wait', seconds: 60 },
    { do: 'traffic' },
    { do: 'wait', seconds: 60 },
    { do: 'traffic', callsPerMinute: 30 },
  );
  const calls = () => bench.world.lines.all().length;
  await bench.pass(60);
  const first = calls();
  expect(first).toBeGreaterThan(10);
  await bench.pass(60);
  expect(calls()).toBe(first);
  await bench.pass(30);
  const second = calls();
  expect(second).toBeGreaterThan(first);
  stop();
  await bench.pass(60);
  expect(calls()).toBe(second);
});
