import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, inviteBody } from '../graph-api/bench.testing.ts';
import { contoso } from '../world/contoso.ts';

const { eva, jan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const invite = (path: string, person: string) =>
  bench.post(`${path}/participants/invite`, inviteBody(person, `leg-of-${person}`));

test('an operator’s Teams is gone: the invitation fails, that of another person does not', async () => {
  const { path } = await bench.answered();
  bench.faults.set({ signedOut: { probability: 1, people: ['eva.berg@contoso.example'] } });
  await invite(path, eva);
  await invite(path, jan);
  await bench.settled();
  expect(bench.listener.story().at(-1)).toBe('inviteParticipantsOperation failed 480/10037');
  expect(bench.control.truth().ringing).toMatchObject([{ personId: jan }]);
});

test('a mailbox picks up after its seconds', async () => {
  const { path, lineId } = await bench.answered();
  bench.faults.set({ voicemail: { next: 1, afterSeconds: 4 } });
  await invite(path, jan);
  await bench.pass(3.9);
  expect(bench.line(lineId).hears?.kind).not.toBe('voicemail');
  await bench.pass(0.1);
  expect(bench.line(lineId).hears).toEqual({ kind: 'voicemail', of: 'Jan de Vries' });
});

test('some other colleague picks up, and only the identity tells', async () => {
  const { path } = await bench.answered();
  bench.faults.set({ otherPickUp: { next: 1, afterSeconds: 2 } });
  await invite(path, jan);
  await bench.pass(2);
  const { body } = await bench.get(`${path}/participants/leg-of-${jan}`);
  expect(body).toMatchObject({
    info: { identity: { user: { id: expect.any(String) } }, endpointType: 'default' },
  });
  const { identity } = body.info as { identity: { user: { id: string } } };
  expect(identity.user.id).not.toBe(jan);
  expect(bench.faults.done.otherPickUp).toBe(1);
});
