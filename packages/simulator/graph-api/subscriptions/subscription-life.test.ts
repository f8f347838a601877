import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan, sigridur } = contoso.people;
const token = tokens.user(eva, 'Presence.Read.All');
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const inMinutes = (minutes: number): string => new Date(bench.clock.now() + minutes * 60_000).toISOString();

async function subscribe(minutes = 60): Promise<{ path: string; expires: string }> {
  const { status, body } = await bench.post(
    '/subscriptions',
    {
      changeType: 'updated',
      notificationUrl: `${bench.listener.url}/changes`,
      lifecycleNotificationUrl: `${bench.listener.url}/lifecycle`,
      resource: `/communications/presences?$filter=id in ('${jan}','${sigridur}')`,
      expirationDateTime: inMinutes(minutes),
      clientState: 'secret of mine',
    },
    { token },
  );
  expect(status).toBe(201);
  return { path: `/subscriptions/${String(body.id)}`, expires: String(body.expirationDateTime) };
}

const told = (path: string) =>
  bench.listener.heard
    .filter((heard) => heard.path === path)
    .flatMap(({ body }) => (body as { value: Record<string, unknown>[] }).value);
const lifecycle = () => told('/lifecycle').map(({ lifecycleEvent }) => lifecycleEvent);
const away = (person: string) =>
  bench.control.setPresence(person, { availability: 'Away', activity: 'Away' });
const status = async (path: string) => (await bench.get(path, { token })).status;

test('before its end a new authorization is asked for, once, and a renewal puts it off', async () => {
  const { path } = await subscribe();
  await bench.pass(49 * 60);
  expect(lifecycle()).toEqual([]);
  await bench.pass(60);
  expect(told('/lifecycle')).toMatchObject([
    { lifecycleEvent: 'reauthorizationRequired', clientState: 'secret of mine', tenantId: contoso.tenantId },
  ]);
  expect((await bench.post(`${path}/reauthorize`, undefined, { token })).status).toBe(204);
  await bench.ask('PATCH', path, { token, body: { expirationDateTime: inMinutes(60) } });
  await bench.pass(49 * 60);
  expect([lifecycle().length, await status(path)]).toEqual([1, 200]);
  await bench.pass(11 * 60);
  expect([lifecycle().length, await status(path)]).toEqual([2, 404]);
});

test('an event of its life can be lost, and then nobody is warned', async () => {
  const { path } = await subscribe();
  bench.faults.set({ drop: { probability: 1, kinds: ['lifecycle'] } });
  await bench.pass(60 * 60);
  expect([lifecycle(), await status(path)]).toEqual([[], 404]);
});

test.each([
  [true, ['subscriptionRemoved']],
  [false, []],
])('it can be lost with the change it should have told; told: %s', async (isTold, events) => {
  const { path } = await subscribe();
  bench.faults.set({ loseSubscription: { next: 1, told: isTold } });
  away(jan);
  await bench.settled();
  expect(told('/changes')).toEqual([]);
  expect([lifecycle(), await status(path)]).toEqual([events, 404]);
});

test('a change that is missed is not told, and the next one is', async () => {
  await subscribe();
  bench.faults.set({ missed: { next: 1 } });
  away(jan);
  away(sigridur);
  await bench.settled();
  expect(lifecycle()).toEqual(['missed']);
  expect(told('/changes')).toMatchObject([{ resourceData: { id: sigridur } }]);
});

test('a renewal can be answered with a shorter life than was asked for', async () => {
  bench.faults.set({ shortLife: { next: 1, minutes: 5 } });
  const { path, expires } = await subscribe();
  expect(Date.parse(expires)).toBe(bench.clock.now() + 5 * 60_000);
  await bench.pass(5 * 60);
  expect([lifecycle(), await status(path)]).toEqual([['reauthorizationRequired'], 404]);
});

test('presence comes late or not at all, and users’ changes do not', async () => {
  await subscribe();
  bench.faults.set({ delay: { probability: 1, kinds: ['presence'], minMs: 30_000, maxMs: 30_000 } });
  away(jan);
  await bench.pass(29);
  expect(told('/changes')).toEqual([]);
  await bench.pass(1);
  expect(told('/changes')).toHaveLength(1);
  bench.faults.set({ drop: { probability: 1, kinds: ['presence'] } });
  away(sigridur);
  await bench.pass(60);
  expect(told('/changes')).toHaveLength(1);
});

test('several changes within a moment come in one notification, where the setting says so', async () => {
  bench.control.changeSettings({ changeBatchMs: 1_000 });
  await subscribe();
  for (const person of [jan, sigridur, jan]) away(person);
  await bench.pass(1);
  const posts = bench.listener.heard.filter(({ path }) => path === '/changes');
  expect(posts).toHaveLength(1);
  expect(told('/changes').map(({ resourceData }) => (resourceData as { id: string }).id)).toEqual([
    jan,
    sigridur,
    jan,
  ]);
});

test('it ends with the access of the user who made it', async () => {
  const { path } = await subscribe();
  bench.control.changePerson(eva, { accountEnabled: false });
  await bench.settled();
  expect([lifecycle(), await status(path)]).toEqual([['subscriptionRemoved'], 404]);
});
