import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, omar, jan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const user = (id: string) => ({ identity: { user: { id } } });
const phone = { identity: { phone: { id: '+12025550123' } } };
const instance = {
  identity: { applicationInstance: { id: contoso.queues.reception.id, displayName: 'Contoso Reception' } },
};
const create = (more: Record<string, unknown>) => ({ ...bench.answerBody(), ...more });

test('a call to a colleague rings and is established when they pick up', async () => {
  const created = await bench.post('/communications/calls', create({ targets: [user(jan)] }));
  expect(created).toMatchObject({ status: 201, body: { state: 'establishing', direction: 'outgoing' } });
  expect(created.headers.get('location')).toContain(`/communications/calls/${String(created.body.id)}`);
  bench.control.answer(jan);
  await bench.settled();
  expect(bench.listener.story()).toEqual(['updated establishing', 'updated established']);
  bench.control.hangUp(jan);
  await bench.settled();
  expect(bench.listener.story().at(-1)).toBe('deleted terminated 200/4521');
});

test('a call that nobody picks up ends with the reason', async () => {
  await bench.post('/communications/calls', create({ targets: [user(jan)] }));
  await bench.pass(20);
  expect(bench.listener.story().at(-1)).toBe('deleted terminated 408/10057');
  expect(bench.control.truth().conversations).toEqual([]);
});

test('a number is called from an application instance only', async () => {
  const refusedCall = await bench.post('/communications/calls', create({ targets: [phone] }));
  expect(refusedCall).toMatchObject({ status: 403, body: { error: { code: '7505' } } });
  const created = await bench.post('/communications/calls', create({ targets: [phone], source: instance }));
  expect(created.status).toBe(201);
  bench.control.answerNumber('+12025550123');
  await bench.settled();
  expect((await bench.get(`/communications/calls/${String(created.body.id)}`)).body.state).toBe(
    'established',
  );
});

test('a call to several is a group call at once', async () => {
  const created = await bench.post('/communications/calls', create({ targets: [user(eva), user(omar)] }));
  bench.control.answer(eva);
  bench.control.answer(omar);
  await bench.settled();
  const { body } = await bench.get(`/communications/calls/${String(created.body.id)}/participants`);
  expect(body.value).toHaveLength(3);
});

test('bodies that miss something are refused by the name of the field', async () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ targets: [] }, 'targets'],
    [{ targets: [{ identity: {} }] }, 'targets.0.identity'],
    [
      { targets: [user(jan)], mediaConfig: { '@odata.type': '#microsoft.graph.appHostedMediaConfig' } },
      'mediaConfig.@odata.type',
    ],
    [{ targets: [user(jan)], callbackUri: 'nowhere' }, 'callbackUri'],
    [{ targets: [user(jan)], meetingInfo: { joinUrl: 'x' } }, 'meetingInfo'],
    [{ targets: [{ identity: { phone: { id: 'eleven' } } }] }, 'E.164'],
  ];
  for (const [more, field] of cases) {
    const answer = await bench.post('/communications/calls', create(more));
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(field);
  }
});

test('group calls need their own permission', async () => {
  const body = create({ targets: [user(eva), user(omar)] });
  const answer = await bench.post('/communications/calls', body, {
    token: tokens.appWith('Calls.Initiate.All'),
  });
  expect(answer.status).toBe(403);
});
