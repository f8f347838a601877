import { missReasonOf } from '@switchboard/domain/call/reasons';
import { must } from '@switchboard/kit/assert';
import { expect, test } from 'vitest';
import { effectOf, participantOf, ringingCall, soundOf } from './ringing-call.testing.ts';

/** A call into which somebody may be invited, and how to do it. */
async function answeredCall(...given: Parameters<typeof ringingCall>) {
  const call = await ringingCall(...given);
  const { perform, leg, facts, answer, simulator, control, contoso, eva } = call;
  await answer();
  const rosters = () => facts().filter((fact) => fact.type === 'rosterSeen');
  const members = () => must(rosters().at(-1), 'a roster').members;
  const participantId = participantOf(1);
  const invitation = { type: 'invite', effectId: effectOf(2), leg, party: eva, participantId } as const;
  const callersPlace = () =>
    must(
      members().find((member) => member.participantId !== participantId),
      'the caller in the roster',
    ).participantId;
  const invited = async () => {
    await perform(invitation);
    control.answer(contoso.people.eva);
    await simulator.settled();
  };
  const endOf = (nth: number) =>
    must(
      facts().find((fact) => fact.type === 'operationEnded' && fact.effectId === effectOf(nth)),
      'the end of the operation',
    );
  return { ...call, members, callersPlace, invitation, invited, endOf };
}

test('one is on hold at a time: a second hold is a conflict, and hold moves when the first is let go', async () => {
  const { perform, leg, invited, callersPlace, control, line } = await answeredCall();
  await invited();
  const music = await soundOf(30);
  const evas = participantOf(1);
  const callers = callersPlace();
  const held = () =>
    control
      .truth()
      .conversations.flatMap((conversation) =>
        conversation.members.filter(({ onHold }) => onHold).map(({ participantId }) => participantId),
      );
  const hold = (nth: number, participantId = callers) =>
    perform({ type: 'startHoldMusic', effectId: effectOf(nth), leg, participantId, prompt: music });
  const release = (nth: number, participantId = callers) =>
    perform({ type: 'stopHoldMusic', effectId: effectOf(nth), leg, participantId });

  expect(await hold(3)).toMatchObject({ type: 'done' });
  expect(line().hears).toEqual({ kind: 'holdMusic', uri: music.url });
  expect(await hold(4, evas)).toMatchObject({ type: 'refused', problem: 'conflict' });
  expect(held()).toEqual([callers]);

  expect(await release(5)).toMatchObject({ type: 'done' });
  expect(await hold(6, evas)).toMatchObject({ type: 'done' });
  expect(held()).toEqual([evas]);
  expect(line().hears).not.toMatchObject({ kind: 'holdMusic' });
  expect(await release(7)).toMatchObject({ type: 'refused', problem: 'conflict' });
});

test('who leaves while on hold leaves room for the next, and there is nothing of theirs to end', async () => {
  const { perform, leg, invited, callersPlace } = await answeredCall();
  await invited();
  const prompt = await soundOf(30);
  const evas = participantOf(1);
  const participantId = callersPlace();
  await perform({ type: 'startHoldMusic', effectId: effectOf(3), leg, participantId: evas, prompt });
  await perform({ type: 'removeParticipant', effectId: effectOf(4), leg, participantId: evas });
  const late = { type: 'stopHoldMusic', effectId: effectOf(5), leg, participantId: evas } as const;
  expect(await perform(late)).toMatchObject({ type: 'refused', problem: 'gone' });
  const next = { type: 'startHoldMusic', effectId: effectOf(6), leg, participantId, prompt } as const;
  expect(await perform(next)).toMatchObject({ type: 'done' });
});

test.each([
  [true, 'under our id and their own name, and the invitation is done'],
  [false, 'under their own id and name, and the invitation is uncertain'],
])('somebody else who picks up, our id kept %s, is in the roster %s', async (keepIdWhenPickedUpByOther) => {
  const { perform, invitation, members, simulator, control, contoso, siobhan, actions, where, endOf } =
    await answeredCall({ keepIdWhenPickedUpByOther });
  const pickedUpBy = { person: contoso.people.siobhan, afterSeconds: 2 };
  control.setClient(contoso.people.eva, { pickedUpBy });
  await perform(invitation);
  await control.advance(2_000);
  await simulator.settled();
  const other = must(members().at(-1), 'who picked up');
  expect(other.party).toMatchObject(siobhan);
  expect(other.participantId === invitation.participantId).toBe(keepIdWhenPickedUpByOther);
  expect(endOf(2)).toMatchObject({ completed: true });
  expect(await actions.settleDoubt(invitation, where, 'the reply was lost')).toMatchObject(
    keepIdWhenPickedUpByOther ? { type: 'done' } : { type: 'refused', problem: 'uncertain' },
  );
});

const reasons = ['declined', 'busy', 'notSignedIn', 'noAnswer'] as const;
test.each(reasons)(
  'an invitation that fails since the person is %s ends with a code that says so',
  async (why) => {
    const { perform, invitation, simulator, control, contoso, endOf } = await answeredCall();
    const { eva } = contoso.people;
    if (why === 'busy') {
      control.setClient(eva, { busyOnBusy: 'busy' });
      control.setPresence(eva, { availability: 'Busy', activity: 'InACall' });
    }
    if (why === 'notSignedIn') control.setClient(eva, { signedIn: false });
    await perform(invitation);
    if (why === 'declined') control.decline(eva);
    if (why === 'noAnswer') await control.advance(60_000);
    await simulator.settled();
    const end = endOf(2);
    expect(end).toMatchObject({ completed: false });
    expect(end.type === 'operationEnded' && missReasonOf(end.outcome)).toBe(why);
  },
);

test('who is not to be disturbed does not ring, and passes for not signed in', async () => {
  const { perform, invitation, simulator, control, contoso, endOf } = await answeredCall();
  control.setPresence(contoso.people.eva, { availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
  await perform(invitation);
  await simulator.settled();
  const end = endOf(2);
  expect(end.type === 'operationEnded' && missReasonOf(end.outcome)).toBe('notSignedIn');
});

test('a mailbox that is rung on purpose shows as one, where the tenant reaches it', async () => {
  const { perform, invitation, members } = await answeredCall(
    { voicemailByEndpoint: true },
    { mailboxes: true },
  );
  expect(await perform({ ...invitation, toMailbox: true })).toMatchObject({ type: 'done' });
  const { participantId } = invitation;
  expect(members()).toContainEqual(expect.objectContaining({ participantId, isVoicemail: true }));
});

test('a mailbox that is rung on purpose where none is reached fails as anybody does', async () => {
  const { perform, invitation, endOf, control } = await answeredCall({}, { mailboxes: true });
  await perform({ ...invitation, toMailbox: true });
  expect(endOf(2)).toMatchObject({ completed: false, outcome: { code: 480 } });
  expect(control.truth().ringing).toEqual([]);
});

test('a mailbox that picks up by the person’s own rule shows as one, under the id of the invitation', async () => {
  const { perform, invitation, members, simulator, control, contoso } = await answeredCall();
  control.setClient(contoso.people.eva, { unanswered: { afterSeconds: 5, then: 'voicemail' } });
  await perform(invitation);
  await control.advance(5_000);
  await simulator.settled();
  const { participantId } = invitation;
  expect(members()).toContainEqual(expect.objectContaining({ participantId, isVoicemail: true }));
});

test('keys that we press are heard by the caller, and their end is told', async () => {
  const { perform, leg, line, control, simulator, endOf } = await answeredCall();
  const keys = { type: 'sendTones', effectId: effectOf(2), leg, tones: ['4', '2', '#'] } as const;
  expect(await perform(keys)).toMatchObject({ type: 'done' });
  await control.advance(1_000);
  await simulator.settled();
  expect(line().tones).toEqual(['tone4', 'tone2', 'pound']);
  expect(endOf(2)).toMatchObject({ completed: true });
});
