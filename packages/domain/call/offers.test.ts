import { expect, test } from 'vitest';
import {
  accept,
  by,
  caller,
  established,
  failed,
  given,
  hangUp,
  incomingCall,
  member,
  moveTo,
  offer,
  olga,
  omar,
  person,
  roster,
  theCaller,
  theOperator,
  timePassed,
} from './call.testing.ts';

/** A call that waits in a queue which offers its calls to one after the other. */
const inLine = () => incomingCall(caller, { strategy: 'longestIdle' }).when(established);

test('an offered call waits on, with music, and is looked at when the offer is over', () => {
  const call = inLine().when(offer(olga));
  call.then({ state: 'waiting', events: ['operatorsOffered'], effects: [] });
  call.thenCall({ offer: { operatorIds: [olga], until: call.now + 10_000 }, sound: { kind: 'prompt' } });
  expect(call.last.nextDue).toBe(call.now + 10_000);
});

test('who is offered a call may take it, and nobody else', () => {
  inLine().when(accept()).thenRefused({ code: 'notOffered' });
  const call = inLine().when(offer(olga));
  call.when(accept(omar)).thenRefused({ code: 'notOffered' });
  call.when(accept()).then({ state: 'connecting', effects: ['invite'] });
  expect('offer' in call.state).toBe(false);
});

test('of several who are offered a call the first who takes it has it', () => {
  const call = inLine().when(offer(olga, omar), accept(omar));
  call.then({ state: 'connecting' });
  call.when(accept()).thenRefused({ code: 'callTaken', by: omar });
  call.when(by('decline')()).thenRefused({ code: 'notNow', state: 'connecting' });
});

test('who declines is counted, and the offer stays for the others', () => {
  const call = inLine().when(offer(olga, omar), by('decline')());
  call.then({ events: ['offerRefused'] });
  call.thenCall({ offer: { operatorIds: [omar] }, wait: { refusals: [{ operatorId: olga, times: 1 }] } });
  call.when(by('decline')()).thenRefused({ code: 'notOffered' });
  call.when(by('decline')(omar));
  expect('offer' in call.state).toBe(false);
});

test('an offer that is over counts as refused by all who had it', () => {
  const call = inLine().when(offer(olga, omar)).after(10_000).when(timePassed);
  call.then({ state: 'waiting', events: ['offerRefused', 'offerRefused'] });
  call.thenCall({
    wait: {
      refusals: [
        { operatorId: olga, times: 1 },
        { operatorId: omar, times: 1 },
      ],
    },
  });
  call.when(offer(olga)).after(10_000).when(timePassed);
  call.thenCall({
    wait: {
      refusals: [
        { operatorId: omar, times: 1 },
        { operatorId: olga, times: 2 },
      ],
    },
  });
});

test('a new offer counts the one before as refused when that is over, and does not take the place of one that runs', () => {
  const call = inLine().when(offer(olga));
  call.when(offer(omar)).thenNothing();
  call
    .after(10_000)
    .when(offer(omar))
    .then({ events: ['offerRefused', 'operatorsOffered'] });
  call.thenCall({ offer: { operatorIds: [omar] }, wait: { refusals: [{ operatorId: olga }] } });
});

test('an offer to nobody, of the past, or of a call that does not wait is none', () => {
  inLine().when(offer()).thenNothing();
  inLine()
    .when({ type: 'offer', operatorIds: [olga], until: 0 })
    .thenNothing();
  for (const state of ['greeting', 'connecting', 'connected', 'parked', 'ended'] as const)
    given(state).when(offer(olga)).thenNothing();
});

test('an operator whose Teams rings in vain is counted as one who refused, and others may be offered the call', () => {
  const call = inLine().when(offer(olga), accept(), failed('invite', 486));
  call.thenCall({ name: 'waiting', wait: { refusals: [{ operatorId: olga, times: 1 }] } });
  call.when(offer(omar)).then({ events: ['operatorsOffered'] });
  const hungUp = inLine().when(offer(olga), accept(), hangUp);
  hungUp.thenCall({ wait: { refusals: [{ operatorId: olga, times: 1 }] } });
});

test('an offer ends when the call moves, is recalled or is picked by its caller hanging up', () => {
  const moved = incomingCall().when(established, accept(), roster(theCaller, theOperator), moveTo('sales'));
  moved.when(offer(omar)).thenCall({ offer: { operatorIds: [omar] } });
  const ended = inLine().when(offer(olga), {
    type: 'legEnded',
    leg: moved.state.leg,
    outcome: { code: 200, subcode: 0, message: '' },
  });
  ended.thenCall({ name: 'ended' });
  ended.when(accept()).thenRefused({ code: 'callGone' });
  ended.when(by('decline')()).thenRefused({ code: 'callGone' });
});

test('an offer that is over may be taken as long as nobody else has it', () => {
  const call = inLine().when(offer(olga)).after(10_001);
  call.when(accept()).then({ state: 'connecting' });
  call.when(roster(theCaller, (told) => member(told.asked('invite').participantId, person(olga))));
  call.then({ state: 'connected' });
});
