import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, inviteBody } from '../bench.testing.ts';

const { eva, jan, siobhan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const mailbox = { identity: { user: { id: jan } }, endpointType: 'voicemail' };

test('a mailbox that is called by its endpoint type is not reached, or is where the tenant’s setting says so', async () => {
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/participants/invite`, { participants: [mailbox] });
  await bench.settled();
  expect(bench.listener.story().at(-1)).toBe('inviteParticipantsOperation failed 480/10134');
  bench.control.changeSettings({ voicemailByEndpoint: true });
  await bench.post(`${path}/participants/invite`, { participants: [mailbox] });
  await bench.settled();
  expect(bench.listener.story().slice(-2)).toEqual([
    'roster: A caller, Jan de Vries (voicemail)',
    'inviteParticipantsOperation completed 200/0',
  ]);
  expect(bench.line(lineId).hears).toEqual({ kind: 'voicemail', of: 'Jan de Vries' });
});

test.each([
  [false, 'updated established 500/7700'],
  [true, 'deleted terminated 0/7015'],
])('a transfer to a mailbox, reachable %s, ends in %s', async (voicemailByEndpoint, end) => {
  bench.control.changeSettings({ voicemailByEndpoint });
  const { path } = await bench.answered();
  expect((await bench.post(`${path}/transfer`, { transferTarget: mailbox })).status).toBe(202);
  await bench.settled();
  expect(bench.listener.story().at(-1)).toBe(end);
});

test('a transfer to a number outside succeeds when it is answered', async () => {
  const { path, lineId } = await bench.answered();
  const transferTarget = { identity: { phone: { id: '+15550100' } } };
  await bench.post(`${path}/transfer`, { transferTarget });
  bench.control.answerNumber('+15550100');
  await bench.settled();
  expect(bench.listener.story().at(-1)).toBe('deleted terminated 0/7015');
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['+15550100'] });
});

test.each([
  ['busy', 'failed 486/0'],
  ['unanswered', 'failed 408/10057'],
] as const)('during a call a client set to %s does not ring: %s', async (busyOnBusy, end) => {
  const { path } = await bench.answered();
  bench.control.setClient(jan, { busyOnBusy });
  bench.control.setPresence(jan, { availability: 'Busy', activity: 'InACall' });
  await bench.post(`${path}/participants/invite`, inviteBody(jan));
  await bench.settled();
  expect(bench.listener.story().at(-1)).toBe(`inviteParticipantsOperation ${end}`);
});

test('a delegate picks up in a person’s place, under the participant id of the invitation', async () => {
  const { path, lineId } = await bench.answered();
  bench.control.setClient(eva, { pickedUpBy: { person: siobhan, afterSeconds: 3 } });
  await bench.post(`${path}/participants/invite`, inviteBody(eva, 'leg-of-eva'));
  await bench.pass(3);
  expect((await bench.get(`${path}/participants/leg-of-eva`)).body).toMatchObject({
    info: { identity: { user: { id: siobhan } } },
  });
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ["Siobhán O'Neill"] });
  expect(bench.control.person(eva)).toMatchObject({ value: { inConversation: null, ringing: [] } });
});

test('where the setting says so a delegate who picks up has a participant id of their own', async () => {
  bench.control.changeSettings({ keepIdWhenPickedUpByOther: false });
  const { path } = await bench.answered();
  bench.control.setClient(eva, { pickedUpBy: { person: siobhan, afterSeconds: 3 } });
  await bench.post(`${path}/participants/invite`, inviteBody(eva, 'leg-of-eva'));
  await bench.pass(3);
  expect((await bench.get(`${path}/participants/leg-of-eva`)).status).toBe(404);
  expect(bench.listener.story().slice(-2)).toEqual([
    "roster: A caller, Siobhán O'Neill",
    'inviteParticipantsOperation completed 200/0',
  ]);
});

test('a delegate in a call lets it ring on', async () => {
  const { path } = await bench.answered();
  await bench.joined(path, siobhan);
  bench.control.setClient(eva, { pickedUpBy: { person: siobhan, afterSeconds: 3 } });
  await bench.post(`${path}/participants/invite`, inviteBody(eva));
  await bench.pass(4);
  expect(bench.control.truth().ringing).toMatchObject([{ personId: eva }]);
});

test('whoever is signed out in the middle of a call has left it, and does not ring again', async () => {
  const { path } = await bench.answered();
  await bench.joined(path, eva);
  bench.control.setClient(eva, { signedIn: false });
  await bench.post(`${path}/participants/invite`, inviteBody(eva));
  await bench.settled();
  expect(bench.listener.story()).toEqual([
    'roster: A caller',
    'inviteParticipantsOperation failed 480/10037',
  ]);
});

test('where a redirect or a rejection names a callback, the rest is told there', async () => {
  const callbackUri = `${bench.listener.url}/calls/elsewhere`;
  const redirected = await bench.dial();
  const targets = [{ identity: { user: { id: jan } } }];
  await bench.post(`${redirected.path}/redirect`, { targets, callbackUri });
  const rejected = await bench.dial();
  await bench.post(`${rejected.path}/reject`, { reason: 'busy', callbackUri });
  expect((await bench.post(`${rejected.path}/reject`, { callbackUri: 'here' })).status).toBe(404);
  await bench.settled();
  expect(bench.listener.heard.map(({ path }) => path)).toEqual([
    '/calls',
    '/calls/elsewhere',
    '/calls',
    '/calls/elsewhere',
  ]);
});
