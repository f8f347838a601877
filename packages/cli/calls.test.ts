import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Administration, callId, contoso, receptionId, run } from './cli.testing.ts';

let administration: Administration;

beforeAll(async () => {
  administration = await Administration.open();
});

afterAll(() => administration?.close());

beforeEach(() => administration.reset());

const cli = (args: readonly string[]) => run(administration.url, args);
const widest = (output: string): number => Math.max(...output.split('\n').map((line) => line.length));
const calls = `/api/admin/tenants/${contoso}/calls`;

test('calls are listed with who called, who answered, and how it ended', async () => {
  const { code, out } = await cli(['calls', 'list']);
  expect(code).toBe(0);
  for (const word of ['2026-11-23', '13:05', 'Jan de', 'Vries', 'Reception', 'Eva Berg', 'caller', callId]) {
    expect(out).toContain(word);
  }
  expect(out).toMatch(/Older ones: --before \d+_\S+\n$/);
  expect(widest(out)).toBeLessThanOrEqual(80);
});

test('what is asked for goes to the server in its words', async () => {
  const filter = ['--queue', 'reception', '--state', 'ended', '--reason', 'callerHungUp', '--limit', '10'];
  const between = ['--from', '2026-11-23T13:00Z', '--to', '2026-11-24T00:00:00+01:00', '--before', '5_c'];
  const { code, out } = await cli(['call', 'list', ...filter, ...between]);
  expect([code, out]).toEqual([0, 'There is no such call.\n']);
  const asked = new URL(administration.asked.at(-1)?.replace('GET ', '') ?? '', 'http://contoso.example');
  expect(asked.pathname).toBe(calls);
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    queueId: receptionId,
    from: '2026-11-23T13:00:00.000Z',
    to: '2026-11-23T23:00:00.000Z',
    state: 'ended',
    reason: 'callerHungUp',
    limit: '10',
    before: '5_c',
  });
});

test('a day is its first moment here', async () => {
  await cli(['calls', 'list', '--from', '2026-11-23']);
  const from = new Date(2026, 10, 23).toISOString();
  expect(administration.asked.at(-1)).toBe(`GET ${calls}?from=${encodeURIComponent(from)}`);
});

test('a call is shown step by step, with what Microsoft was asked or without', async () => {
  const { code, out } = await cli(['calls', 'show', callId]);
  expect(code).toBe(0);
  expect(out).toContain(
    'Jan de Vries to Reception, 2026-11-23 13:05\nthe caller hung up; operator: Eva Berg\n\n',
  );
  expect(out).toContain('13:05:09  The call arrived in Reception\n13:05:09    Microsoft was asked');
  expect(widest(out)).toBeLessThanOrEqual(80);
  expect((await cli(['calls', 'show', callId, '--no-requests'])).out).not.toContain('Microsoft');
  const json = JSON.parse((await cli(['calls', 'show', callId, '--json'])).out);
  expect(json.entries.at(-1).text).toBe('The call is over: the caller hung up');
});

test.each([
  [['calls', 'list', '--from', 'yesterday'], 2, 'Write a day or a moment'],
  [['calls', 'list', '--from', '2026-13-40'], 2, 'Write a day or a moment'],
  [['calls', 'list', '--state', 'gone'], 2, 'Allowed choices are live, answering'],
  [['calls', 'list', '--queue', 'Nowhere'], 2, 'No queue is called Nowhere'],
  [['calls', 'show'], 2, "missing required argument 'call'"],
  [['calls', 'show', 'nowhere'], 1, 'No such call\nTo do: Look\n'],
])('%j ends with %i', async (args, expected, words) => {
  const { code, err } = await cli(args);
  expect([code, err]).toEqual([expected, expect.stringContaining(words)]);
});
