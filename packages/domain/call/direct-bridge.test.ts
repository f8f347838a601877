import { expect, test } from 'vitest';
import {
  accept,
  caller,
  done,
  established,
  failed,
  goneTwice,
  hangUp,
  hold,
  incomingCall,
  leg,
  legEnded,
  member,
  observed,
  olga,
  omar,
  outcome,
  person,
  refusedBy,
  roster,
  theCaller,
  timePassed,
  tom,
  transfer,
} from './call.testing.ts';
import type { Step } from './call-story.testing.ts';

const direct = (...then: readonly Step[]) =>
  incomingCall(caller, { bridge: 'direct' }).when(established, ...then);
const transferFailed: Step = {
  type: 'operationEnded',
  leg,
  operationId: 'transfer',
  completed: false,
  outcome: outcome(500, 7700),
};

test('to accept gives the call itself away, and it stays a call between two', () => {
  const call = direct(accept());
  call.then({ state: 'connecting', effects: ['transfer'] });
  call.thenCall({ isGroup: false, operatorId: olga, invitation: { party: person(olga) } });
  expect(call.asked('transfer').party).toEqual(person(olga));
});

test('a leg that ends as transferred was handed over to the operator', () => {
  direct(accept(), legEnded(0, 7015)).then({ state: 'ended', effects: [] }).thenCall({
    reason: 'handedOver',
    operatorId: olga,
  });
});

test('a caller who hangs up while the operator’s Teams rings was not handed over', () => {
  direct(accept(), legEnded(200, 540000)).thenCall({ name: 'ended', reason: 'callerHungUp' });
});

test('a transfer that fails gives the caller back to the queue, with music, by whatever name it is told', () => {
  for (const failure of [transferFailed, failed('transfer', 500, 7000), refusedBy('transfer', 'invalid')]) {
    const call = direct(accept()).when(established, failure);
    call
      .then({ state: 'waiting', effects: ['playPrompt'] })
      .thenCall({ isFront: true, missed: { operatorId: olga } });
    call.when(accept(omar)).then({ state: 'connecting', effects: ['transfer'] });
  }
});

test('the failure of a transfer is told once', () => {
  direct(accept(), transferFailed).when(transferFailed).thenNothing();
  direct(accept(), transferFailed, accept(omar), roster(theCaller)).thenCall({ name: 'connecting' });
});

test('that Graph took the transfer is not its success', () => {
  direct(accept()).when(done('transfer')).thenNothing();
  direct(accept())
    .when(roster(theCaller, member('p-1', person(olga))))
    .thenCall({ name: 'connecting' });
});

test('a transfer of which nobody knows is looked for in the leg', () => {
  for (const problem of ['exhausted', 'uncertain'] as const) {
    const call = direct(accept()).when(refusedBy('transfer', problem));
    call.then({ state: 'connecting', effects: ['observe'] });
    call.when(...goneTwice).thenCall({ name: 'ended', reason: 'handedOver' });
  }
});

test('a transfer whose failure nobody told shows in the leg, by a question asked after it', () => {
  const call = direct(accept()).after(5_000).when(timePassed, observed('established'));
  call.then({ state: 'connecting', effects: ['observe'] });
  call.when(observed('established')).then({ state: 'waiting', effects: ['playPrompt'] });
  call.thenCall({ missed: { operatorId: olga, why: 'noAnswer' } });
});

test('the failure of a transfer, told after the next has begun, is not taken for that one’s', () => {
  const call = direct(accept())
    .after(5_000)
    .when(timePassed, observed('established'), observed('established'));
  call.when(accept(omar), transferFailed).then({ state: 'connecting', effects: ['observe'] });
  call.when(observed('other')).thenCall({ name: 'connecting', operatorId: omar });
  call
    .when(transferFailed, observed('established'))
    .thenCall({ name: 'waiting', missed: { operatorId: omar } });
});

test('a transfer that is refused since one is under way is looked for in the leg', () => {
  const call = direct(accept()).when(refusedBy('transfer', 'conflict'));
  call.then({ state: 'connecting', effects: ['observe'] });
  call.when(...goneTwice).thenCall({ name: 'ended', reason: 'handedOver' });
});

test('a transfer that began after Graph was asked goes on', () => {
  const call = direct(accept()).after(5_000).when(timePassed, observed('established'));
  call.when(observed('other')).thenCall({ name: 'connecting' });
  call.after(5_000).when(timePassed, observed('other')).thenCall({ name: 'connecting' });
});

test('a transfer of which nothing is heard ends after twice the time that Teams rings, and is not taken back', () => {
  const call = direct(accept()).after(29_999).when(timePassed).thenCall({ name: 'connecting' });
  call
    .after(1)
    .when(timePassed)
    .thenCall({ name: 'waiting', missed: { why: 'noAnswer' }, sound: { kind: 'prompt' } });
  expect(call.effects.some(({ type }) => type === 'removeParticipant')).toBe(false);
  call.when(legEnded(0, 7015)).thenCall({ name: 'ended', reason: 'handedOver' });
});

test('what is given away cannot be hung up, held or put through by us', () => {
  for (const command of [hangUp, hold, transfer()])
    direct(accept()).when(command).thenRefused({ code: 'notNow', state: 'connecting' });
});

test('a call for somebody else is sent on before it is answered, if there is nothing to say', () => {
  const nobodyThere = { destination: { to: 'person', personId: tom.id } } as const;
  const situation = { state: 'open', waiting: 0, operatorsAtWork: 0 } as const;
  const call = incomingCall(caller, { bridge: 'direct', diversions: { nobodyThere } }, situation);
  call.then({ state: 'answering', effects: ['redirect'] });
  expect(call.asked('redirect')).toMatchObject({ party: tom, ringFor: 18_000 });
  call.when(done('redirect')).thenCall({ name: 'ended', reason: 'handedOver', target: tom });
});

test('a call that was sent on and taken before we heard that Graph did so is no caller who hung up', () => {
  const nobodyThere = { destination: { to: 'person', personId: tom.id } } as const;
  const situation = { state: 'open', waiting: 0, operatorsAtWork: 0 } as const;
  const sentOn = () => incomingCall(caller, { bridge: 'direct', diversions: { nobodyThere } }, situation);
  sentOn().when(legEnded(200)).thenCall({ name: 'ended', reason: 'handedOver', target: tom });
  sentOn()
    .after(4_000)
    .when(timePassed, ...goneTwice)
    .thenCall({ name: 'ended', reason: 'handedOver' });
  sentOn().when(legEnded(200, 540000)).thenCall({ name: 'ended', reason: 'callerHungUp' });
  sentOn().when(legEnded(487)).thenCall({ name: 'ended', reason: 'callerHungUp' });
});

test('a call that cannot be sent on is answered, and the other rings from there', () => {
  const nobodyThere = { destination: { to: 'person', personId: tom.id } } as const;
  const situation = { state: 'open', waiting: 0, operatorsAtWork: 0 } as const;
  for (const problem of ['invalid', 'forbidden', 'conflict', 'exhausted'] as const) {
    const call = incomingCall(caller, { bridge: 'direct', diversions: { nobodyThere } }, situation);
    call.when(refusedBy('redirect', problem)).then({ state: 'answering', effects: ['answer'] });
    call
      .when(established)
      .then({ state: 'diverting', effects: ['invite', 'playPrompt'] })
      .thenCall({ isGroup: true });
    call.after(18_000).when(timePassed).thenCall({ name: 'waiting' });
    call.when(accept()).then({ state: 'connecting', effects: ['invite'] });
  }
  const gone = incomingCall(caller, { bridge: 'direct', diversions: { nobodyThere } }, situation);
  gone.when(refusedBy('redirect', 'gone'), observed('gone'));
  gone.thenCall({ name: 'ended', reason: 'callerHungUp' });
});
