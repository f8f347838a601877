import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, inviteBody } from '../bench.testing.ts';

const { eva, omar, jan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

test('an invited person’s client rings; when they pick up they are in the roster and the operation completes', async () => {
  const { lineId, path } = await bench.answered();
  const answer = await bench.post(`${path}/participants/invite`, inviteBody(eva, 'leg-of-eva'));
  expect(answer).toMatchObject({ status: 200, body: { status: 'Running', clientContext: 'the invitation' } });
  await bench.settled();
  expect(bench.listener.story()).toEqual(['roster: A caller']);
  expect(bench.control.truth().ringing).toMatchObject([{ personId: eva, from: 'A caller' }]);
  bench.control.answer(eva);
  await bench.settled();
  expect(bench.listener.story().slice(1)).toEqual([
    'roster: A caller, Eva Berg',
    'inviteParticipantsOperation completed 200/0',
  ]);
  expect((await bench.get(`${path}/participants/leg-of-eva`)).body).toMatchObject({ id: 'leg-of-eva' });
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Eva Berg'] });
  expect(bench.world.presence.of(eva)).toMatchObject({ availability: 'Busy', activity: 'InACall' });
});

test('the application stands in the roster unless it asked to be hidden', async () => {
  const { path } = await bench.answered({ hideBotAfterEscalation: false });
  await bench.joined(path, eva);
  const { body } = await bench.get(`${path}/participants`);
  expect(body.value).toHaveLength(3);
  expect(JSON.stringify(body.value)).toContain(contoso.applicationId);
});

test('a delta roster brings what changed, with rising numbers and the removed marked', async () => {
  const { path, lineId } = await bench.answered({ hideBotAfterEscalation: true, isDeltaRosterEnabled: true });
  await bench.post(`${path}/participants/invite`, inviteBody(eva));
  bench.control.answer(eva);
  bench.control.hangUp(eva);
  bench.control.hangUpLine(lineId);
  await bench.settled();
  const rosters = bench.listener.items().map(({ resourceData }) => resourceData as unknown);
  const numbers = rosters
    .filter((roster): roster is { rosterSequenceNumber: number }[] => Array.isArray(roster))
    .map((roster) => roster[0]?.rosterSequenceNumber);
  expect(numbers).toEqual([1, 2, 3, 4]);
  expect(bench.listener.story()).toEqual([
    'roster: A caller',
    'roster: Eva Berg',
    'inviteParticipantsOperation completed 200/0',
    'roster: Eva Berg (removed)',
    'roster: A caller (removed)',
  ]);
});

const missed: [string, (bench: Bench) => void, number, string][] = [
  ['declines', ({ control }) => void control.decline(jan), 0, '603/0'],
  ['does not answer', () => undefined, 20, '408/10057'],
];
test.each(missed)('an invitation to somebody who %s fails with its reason', async (_, act, seconds, code) => {
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/participants/invite`, inviteBody(jan));
  act(bench);
  await bench.pass(seconds);
  expect(bench.listener.story().at(-1)).toBe(`inviteParticipantsOperation failed ${code}`);
  expect(bench.line(lineId).state).toBe('connected');
});

test.each([
  [
    'is not signed in',
    (bench: Bench) => void bench.control.setClient(jan, { signedIn: false }),
    jan,
    '480/10037',
  ],
  [
    'must not be disturbed',
    (bench: Bench) =>
      void bench.control.setPresence(jan, { availability: 'DoNotDisturb', activity: 'DoNotDisturb' }),
    jan,
    '480/10076',
  ],
  ['is nobody', () => undefined, 'ffffffff-0000-4000-8000-000000000000', '480/10134'],
])('an invitation to somebody who %s fails at once', async (_, prepare, id, code) => {
  const { path } = await bench.answered();
  prepare(bench);
  expect((await bench.post(`${path}/participants/invite`, inviteBody(id))).status).toBe(200);
  await bench.settled();
  expect(bench.listener.story().at(-1)).toBe(`inviteParticipantsOperation failed ${code}`);
});

test('an unanswered person with a mailbox is replaced by it, and the operation completes', async () => {
  const { path, lineId } = await bench.answered();
  bench.control.setClient(jan, { unanswered: { afterSeconds: 10, then: 'voicemail' } });
  await bench.post(`${path}/participants/invite`, inviteBody(jan));
  await bench.pass(10);
  expect(bench.listener.story().slice(-2)).toEqual([
    'roster: A caller, Jan de Vries (voicemail)',
    'inviteParticipantsOperation completed 200/0',
  ]);
  expect(bench.line(lineId).hears).toEqual({ kind: 'voicemail', of: 'Jan de Vries' });
  expect(bench.world.presence.of(jan).activity).toBe('Available');
});

test('a client answers, declines or ignores by itself when told to', async () => {
  const { path } = await bench.answered();
  bench.control.setClient(jan, { behaviour: { kind: 'answer', afterSeconds: 3 } });
  bench.control.setClient(omar, { behaviour: { kind: 'decline', afterSeconds: 1 } });
  await bench.post(`${path}/participants/invite`, inviteBody(jan));
  await bench.post(`${path}/participants/invite`, inviteBody(omar));
  await bench.pass(3);
  expect(bench.listener.story().slice(1)).toEqual([
    'inviteParticipantsOperation failed 603/0',
    'roster: A caller, Jan de Vries',
    'inviteParticipantsOperation completed 200/0',
  ]);
});

test('removing the id of an invitation that rings withdraws it', async () => {
  const { path } = await bench.answered();
  await bench.post(`${path}/participants/invite`, inviteBody(jan, 'leg-of-jan'));
  expect((await bench.delete(`${path}/participants/leg-of-jan`)).status).toBe(204);
  await bench.settled();
  expect(bench.control.truth().ringing).toEqual([]);
  expect(bench.listener.story().at(-1)).toBe('inviteParticipantsOperation failed 400/8508');
});

test('where withdrawing by id is switched off the id is unknown and it rings on', async () => {
  bench.control.changeSettings({ withdrawByParticipantId: false });
  const { path } = await bench.answered();
  await bench.post(`${path}/participants/invite`, inviteBody(jan, 'leg-of-jan'));
  expect((await bench.delete(`${path}/participants/leg-of-jan`)).status).toBe(404);
  expect(bench.control.truth().ringing).toHaveLength(1);
});

test('more than five at once and ids in use are refused', async () => {
  const { path } = await bench.answered();
  const one = inviteBody(jan).participants as unknown[];
  const six = Array.from({ length: 6 }, () => one[0]);
  expect(await bench.post(`${path}/participants/invite`, { participants: six })).toMatchObject({
    status: 400,
    body: { error: { code: 'BadRequest', message: expect.stringContaining('participants: ') } },
  });
  await bench.joined(path, eva, 'leg');
  expect((await bench.post(`${path}/participants/invite`, inviteBody(omar, 'leg'))).status).toBe(409);
});

test('a number outside is invited, picks up and talks', async () => {
  const { path, lineId } = await bench.answered();
  const body = { participants: [{ identity: { phone: { id: '+15550100' } } }] };
  await bench.post(`${path}/participants/invite`, body);
  expect(bench.control.answerNumber('+1 555 0100').ok).toBe(true);
  await bench.settled();
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['+15550100'] });
});

test('the caller hanging up leaves the others and is told by the roster', async () => {
  const { path, lineId } = await bench.answered();
  await bench.joined(path, eva);
  bench.control.hangUpLine(lineId);
  await bench.settled();
  expect(bench.listener.story()).toEqual(['roster: Eva Berg']);
});

test('a group call that all but the application have left ends after five seconds', async () => {
  const { path, lineId } = await bench.answered();
  await bench.joined(path, eva);
  bench.control.hangUp(eva);
  bench.control.hangUpLine(lineId);
  await bench.pass(4);
  expect((await bench.get(path)).status).toBe(200);
  await bench.pass(1);
  expect(bench.listener.story()).toEqual([
    'roster: A caller',
    'roster: nobody',
    'deleted terminated 200/5010',
  ]);
});

test('an empty group call waits for somebody who still rings', async () => {
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/participants/invite`, inviteBody(jan));
  bench.control.hangUpLine(lineId);
  await bench.pass(19);
  expect((await bench.get(path)).status).toBe(200);
  await bench.pass(6);
  expect((await bench.get(path)).status).toBe(404);
});

test('when the application leaves the others go on talking', async () => {
  const { path, lineId } = await bench.answered();
  await bench.joined(path, eva);
  expect((await bench.delete(path)).status).toBe(204);
  await bench.pass(600);
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Eva Berg'] });
  expect((await bench.get(path)).status).toBe(404);
  bench.control.hangUp(eva);
  expect(bench.line(lineId).state).toBe('ended');
});

test('when the application leaves, what rings for it stops', async () => {
  const { path } = await bench.answered();
  await bench.joined(path, eva);
  await bench.post(`${path}/participants/invite`, inviteBody(jan));
  await bench.delete(path);
  expect(bench.control.truth().ringing).toEqual([]);
});

test('somebody in another call of the application is pulled in without ringing', async () => {
  const { path } = await bench.answered();
  const body = { ...bench.answerBody(), targets: [{ identity: { user: { id: jan } } }] };
  const other = await bench.post('/communications/calls', body);
  bench.control.answer(jan);
  const participants = [{ identity: { user: { id: jan } }, replacesCallId: other.body.id }];
  expect((await bench.post(`${path}/participants/invite`, { participants })).status).toBe(200);
  await bench.settled();
  expect(bench.listener.story()).toContain('deleted terminated 200/18503');
  expect(JSON.stringify((await bench.get(`${path}/participants`)).body)).toContain('Jan de Vries');
});
