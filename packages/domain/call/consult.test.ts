import { expect, test } from 'vitest';
import {
  accept,
  by,
  change,
  consult,
  done,
  failed,
  given,
  hold,
  invited,
  mailboxOf,
  member,
  observed,
  olga,
  omar,
  person,
  refusedBy,
  roster,
  takeBack,
  theCaller,
  theOperator,
  theTarget,
  timePassed,
  tina,
  tom,
  undatedRoster,
} from './call.testing.ts';

const everybody = roster(theCaller, theOperator, theTarget);
/** Tom has answered, and Olga talks to him. */
const asked = (...then: Parameters<typeof given>[1][]) => given('consulting', everybody, ...then);
const swap = by('swap')();
const back = by('back')();
const complete = by('complete')();

test('to consult holds the caller and rings the colleague', () => {
  const call = given('connected').when(consult());
  call.then({ state: 'consulting', events: ['soundChanged', 'consultBegun'] });
  call.then({ effects: ['startHoldMusic', 'invite'] });
  call.thenCall({ held: 'caller', invitation: { party: tom, ringUntil: call.now + 18_000 } });
});

test('a caller who is on hold already stays on hold', () => {
  given('held')
    .when(consult())
    .then({ state: 'consulting', effects: ['invite'] });
});

test('when the colleague answers, operator and colleague talk and the caller hears hold music', () => {
  const call = given('consulting').when(everybody);
  call.then({ state: 'consulting', events: ['rosterRead', 'consultAnswered'], effects: [] });
  call.thenCall({
    targetParticipantId: invited(call, -1),
    sound: { kind: 'hold', participantId: 'p-caller' },
  });
  call.after(60_000).when(timePassed).thenCall({ name: 'consulting' });
});

test('music for all ends when the colleague answers, and the caller is held anew', () => {
  const call = given('consulting');
  for (let attempt = 0; attempt < 3; attempt += 1) call.when(refusedBy('startHoldMusic', 'conflict'));
  call.then({ effects: ['playPrompt'] }).thenCall({ sound: { kind: 'prompt' } });
  call.when(everybody).then({ state: 'consulting', effects: ['stopPrompts', 'startHoldMusic'] });
});

test('during a consultation hold music is asked for again before the caller hears it', () => {
  const call = asked().when(failed('startHoldMusic'));
  call.then({ effects: ['startHoldMusic'] }).thenCall({ sound: { kind: 'hold', failures: 1 } });
  call.when(failed('startHoldMusic')).then({ effects: ['startHoldMusic'] });
  call.when(failed('startHoldMusic')).then({ state: 'consulting', effects: [] });
  call.thenCall({ sound: { kind: 'none' } });
});

test('a caller who turns out to be somebody else in the roster is held there', () => {
  const call = given('consulting').when(roster(member('p-other', theCaller.party), theOperator));
  call.then({ state: 'consulting', effects: ['startHoldMusic'] });
  expect(call.asked('startHoldMusic').participantId).toBe('p-other');
});

test('complete gives the caller to the colleague and takes the operator out', () => {
  const call = asked().when(complete);
  call.then({ state: 'handedOver', effects: ['removeParticipant', 'stopHoldMusic'] });
  call.thenCall({ target: tom, operatorId: olga });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
  call.when(complete).thenRefused({ code: 'notNow', state: 'handedOver' });
});

test('to leave is to complete', () => {
  asked().when(by('leave')()).then({ state: 'handedOver' });
});

test('complete while the colleague rings leaves the caller to the ringing', () => {
  const call = given('consulting').when(complete);
  call.then({ state: 'transferring', effects: ['removeParticipant'] });
  call.thenCall({ sound: { kind: 'hold' }, invitation: { party: tom } });
  expect('operatorParticipantId' in call.state).toBe(false);
  call.when(roster(theCaller, theTarget)).then({ state: 'handedOver', effects: ['stopHoldMusic'] });
});

test('after complete a colleague who does not answer leaves the caller to the front of the queue', () => {
  const call = given('consulting', complete).after(18_000).when(timePassed);
  call.thenCall({ name: 'waiting', isFront: true, recall: { target: tom, why: 'noAnswer' } });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, -1));
});

test('merge ends the hold, and three talk', () => {
  const call = asked().when(by('merge')());
  call.then({ state: 'merged', effects: ['stopHoldMusic'] }).thenCall({ guests: [{ party: tom }] });
});

test('merge, swap and complete wait for the colleague to answer; take back does not wait', () => {
  for (const type of ['merge', 'swap'] as const)
    given('consulting').when(by(type)()).thenRefused({ code: 'notNow', state: 'consulting' });
  asked().when(takeBack).thenRefused({ code: 'notNow', state: 'consulting' });
});

test('swap moves the hold to the colleague and back', () => {
  const call = asked().when(swap);
  call.then({ effects: ['stopHoldMusic', 'startHoldMusic'] });
  call.thenCall({ held: 'target', sound: { kind: 'hold', participantId: invited(call, -1) } });
  expect(call.asked('stopHoldMusic').participantId).toBe('p-caller');
  call.when(swap).then({ effects: ['stopHoldMusic', 'startHoldMusic'] });
  call.thenCall({ held: 'caller', sound: { kind: 'hold', participantId: 'p-caller' } });
});

test('a release that Graph did not confirm is asked for again though another is on hold by then', () => {
  const call = asked(swap).when(refusedBy('stopHoldMusic', 'exhausted'));
  call.then({ effects: ['stopHoldMusic'] }).thenCall({ held: 'target', sound: { kind: 'hold' } });
  expect(call.asked('stopHoldMusic').participantId).toBe('p-caller');
  call.when(done('stopHoldMusic')).then({ effects: [] });
  call.when(refusedBy('stopHoldMusic', 'exhausted')).thenNothing();
});

test('who was on hold and is let go needs no release', () => {
  const call = asked(swap, done('stopHoldMusic')).when(back);
  call.then({ state: 'connected', effects: ['removeParticipant'] }).thenCall({ sound: { kind: 'none' } });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, -1));
});

test('complete after a swap releases the colleague', () => {
  const call = asked(swap, done('stopHoldMusic')).when(complete);
  call.then({ state: 'handedOver', effects: ['removeParticipant', 'stopHoldMusic'] });
  expect(call.asked('stopHoldMusic').participantId).toBe(invited(call, -1));
});

test('back lets the colleague go, and operator and caller talk', () => {
  const call = asked().when(back);
  call.then({ state: 'connected', effects: ['removeParticipant', 'stopHoldMusic'] });
  call.when(everybody).then({ state: 'connected', effects: ['removeParticipant'] });
});

test('back and take back end the ringing', () => {
  for (const command of [back, takeBack]) {
    const call = given('consulting').when(command);
    call.then({ state: 'connected', effects: ['removeParticipant', 'stopHoldMusic'] });
    expect(call.asked('removeParticipant').participantId).toBe(invited(call, -1));
  }
});

test('a colleague who does not answer, declines or is busy leaves the caller on hold with the operator', () => {
  const late = given('consulting').after(18_000).when(timePassed);
  late.thenCall({ name: 'held', recall: { target: tom, why: 'noAnswer' }, sound: { kind: 'hold' } });
  expect(late.asked('removeParticipant').participantId).toBe(invited(late, -1));
  const call = given('consulting').when(failed('invite', 486));
  call.then({ state: 'held', effects: [] }).thenCall({ recall: { why: 'busy' } });
});

test.each(['gone', 'forbidden', 'invalid', 'conflict', 'exhausted'] as const)(
  'an invitation that Graph refuses as %s leaves the caller on hold with the operator',
  (problem) => {
    const call = given('consulting').when(refusedBy('invite', problem));
    call.thenCall({ name: 'held', recall: { target: tom, why: 'failed' }, sound: { kind: 'hold' } });
    const withdrawn = call.last.effects.some(({ type }) => type === 'removeParticipant');
    expect(withdrawn).toBe(problem === 'exhausted');
  },
);

test('the mailbox of the colleague is shown out', () => {
  for (const mailbox of [
    mailboxOf(tom),
    member('p-mailbox', tom, { isVoicemail: true }),
    member('p-strange', { kind: 'unknown' }, { isVoicemail: true }),
  ]) {
    const call = given('consulting').when(roster(theCaller, theOperator, mailbox));
    call.thenCall({ name: 'held', recall: { why: 'noAnswer' } });
    const id = typeof mailbox === 'function' ? invited(call, -1) : mailbox.participantId;
    expect(call.last.effects).toContainEqual(expect.objectContaining({ participantId: id }));
  }
});

test('a delegate who picks up is the one who is asked', () => {
  const call = given('consulting').when(
    roster(theCaller, theOperator, (told) => member(invited(told, -1), tina)),
  );
  call.thenCall({ name: 'consulting', targetParticipantId: invited(call, -1), invitation: { party: tina } });
});

test('somebody to whom the colleague forwards their calls is the one who is asked, by whatever id', () => {
  const call = given('consulting').when(roster(theCaller, theOperator, member('p-forwarded', tina)));
  call.thenCall({ targetParticipantId: 'p-forwarded', invitation: { party: tina } });
});

test('when the operator hangs up the colleague has the caller', () => {
  const call = asked().when(roster(theCaller, theTarget));
  call.then({ state: 'handedOver', effects: ['stopHoldMusic'] });
});

test('when the operator hangs up after a swap the colleague is released and has the caller', () => {
  const call = asked(swap, done('stopHoldMusic')).when(roster(theCaller, theTarget));
  call.then({ state: 'handedOver', effects: ['stopHoldMusic'] });
  expect(call.asked('stopHoldMusic').participantId).toBe(invited(call, -1));
});

test('when the operator hangs up while the colleague rings the caller goes to the front of the queue', () => {
  const call = given('consulting').when(roster(theCaller));
  call.then({ state: 'waiting', effects: ['removeParticipant'] });
  call.thenCall({ isFront: true, recall: { why: 'left' }, sound: { kind: 'hold' } });
  call.when(roster(theCaller, theTarget)).then({ state: 'waiting', effects: ['removeParticipant'] });
});

test('when operator and colleague hang up together the caller goes to the front of the queue', () => {
  asked()
    .when(roster(theCaller))
    .then({ state: 'waiting', effects: [] })
    .thenCall({ isFront: true, sound: { kind: 'hold' } });
});

test('when both hang up after a swap nobody who is gone is released, and the caller hears music', () => {
  asked(swap, done('stopHoldMusic'))
    .when(roster(theCaller))
    .then({ state: 'waiting', effects: ['playPrompt'] });
});

test('when operator and colleague change places in one roster the colleague has the caller', () => {
  given('consulting')
    .when(roster(theCaller, theTarget))
    .then({ state: 'handedOver', effects: ['stopHoldMusic'] });
});

test('when the colleague hangs up operator and caller talk', () => {
  asked()
    .when(roster(theCaller, theOperator))
    .then({
      state: 'connected',
      events: ['rosterRead', 'consultEnded', 'soundChanged'],
      effects: ['stopHoldMusic'],
    });
  asked(swap, done('stopHoldMusic'))
    .when(roster(theCaller, theOperator))
    .then({ state: 'connected', effects: [] });
});

test('that the colleague has hung up is believed at the second asking', () => {
  const call = asked().when(undatedRoster(theCaller, theOperator));
  call.then({ state: 'consulting', effects: ['observe'] });
  call.when(observed('established', theCaller, theOperator)).then({ state: 'connected' });
});

test('when the caller hangs up everybody is let go, and whoever rings stops ringing', () => {
  const ringing = given('consulting').when(change({ ...theCaller, removed: true }));
  ringing.thenCall({ name: 'ended', reason: 'callerHungUp' });
  expect(ringing.last.effects.map(({ type }) => type)).toEqual([
    'removeParticipant',
    'removeParticipant',
    'hangUp',
  ]);
  const talking = asked().when(change({ ...theCaller, removed: true }));
  talking.thenCall({ name: 'ended' });
  const removed = talking.last.effects.flatMap((e) =>
    e.type === 'removeParticipant' ? [e.participantId] : [],
  );
  expect(removed).toEqual([invited(talking, 0), invited(talking, -1)]);
});

test('the same colleague asked again is not taken for the one who has just been let go', () => {
  const call = asked(back).when(everybody, consult());
  const first = member(invited(call, 1), tom);
  call.when(roster(theCaller, theOperator, first)).thenCall({ name: 'consulting' });
  expect('targetParticipantId' in call.state).toBe(false);
  expect(call.last.effects.map(({ type }) => type)).toEqual(['removeParticipant']);
  call.when(roster(theCaller, theOperator, theTarget)).thenCall({ targetParticipantId: invited(call, -1) });
});

test('a call that is consulted about belongs to its operator, and nobody is asked who is there', () => {
  given('consulting').when(by('back')(omar)).thenRefused({ code: 'notYourCall', by: olga });
  given('consulting').when(accept(omar)).thenRefused({ code: 'callTaken', by: olga });
  given('connected')
    .when(consult(person(olga)))
    .thenRefused({ code: 'targetIsYou' });
  for (const command of [consult(), hold])
    given('consulting').when(command).thenRefused({ code: 'notNow', state: 'consulting' });
});
