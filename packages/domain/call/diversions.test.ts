import { expect, test } from 'vitest';
import { queueId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import type { Destination, QueueSettings } from '../queue/queue.ts';
import type { QueueSituation } from '../queue/situation.ts';
import {
  accept,
  caller,
  change,
  closedMessage,
  closedNow,
  completed,
  done,
  established,
  failed,
  given,
  hangUp,
  incomingCall,
  invited,
  legEnded,
  mailboxOf,
  member,
  observed,
  openNow,
  queueTurned,
  refusedBy,
  roster,
  theCaller,
  theTarget,
  timePassed,
  tom,
} from './call.testing.ts';
import type { Prompt } from './effect.ts';

const nobodyNow: QueueSituation = { ...openNow, operatorsAtWork: 0 };
const emergencyNow: QueueSituation = { ...openNow, state: 'emergency' };
const fullNow: QueueSituation = { ...openNow, waiting: 2 };
const toTom: Destination = { to: 'person', personId: tom.id };
const toSales: Destination = { to: 'queue', queueId: queueId('sales') };
const rule = (destination: Destination) => ({ destination, message: closedMessage });

const callAt = (situation: QueueSituation, diversions: QueueSettings['diversions'], from: Party = caller) =>
  incomingCall(from, { diversions, maxWaiting: 2 }, situation);

test('a closed queue answers, says so and ends the call', () => {
  const call = callAt(closedNow, { closed: rule({ to: 'message' }) }).then({ effects: ['answer'] });
  expect(call.asked('answer').prefetch.map(({ resourceId }) => resourceId)).toEqual(['closed', 'music']);
  call
    .when(established)
    .then({ state: 'announcing', effects: ['playPrompt'] })
    .thenCall({ why: 'closed' });
  call
    .when(completed('playPrompt'))
    .then({ state: 'ended', effects: ['hangUp'] })
    .thenCall({ reason: 'closed' });
});

test('a message that cannot be played, or whose end gets lost, holds nobody up', () => {
  for (const failure of [failed('playPrompt'), refusedBy('playPrompt', 'invalid')])
    callAt(closedNow, { closed: rule({ to: 'message' }) })
      .when(established, failure)
      .then({ state: 'announcing', effects: [] })
      .after(700)
      .when(timePassed)
      .then({ state: 'ended', effects: ['hangUp'] })
      .thenCall({ reason: 'closed' });
  callAt(closedNow, { closed: rule({ to: 'message' }) })
    .when(established)
    .after(8_000)
    .when(timePassed)
    .then({ state: 'ended', effects: ['hangUp'] });
});

test('in an emergency the rule for emergencies goes before all others', () => {
  const diversions = { emergency: rule({ to: 'message' }), nobodyThere: rule(toTom), full: rule(toSales) };
  callAt({ ...emergencyNow, waiting: 9, operatorsAtWork: 0 }, diversions)
    .when(established)
    .thenCall({ name: 'announcing', why: 'emergency' });
});

test('a closed queue or one in an emergency without a rule ends the call; any other keeps it', () => {
  callAt(closedNow, {})
    .when(established)
    .then({ state: 'ended', effects: ['hangUp'] })
    .thenCall({ reason: 'closed' });
  callAt(emergencyNow, {}).when(established).thenCall({ name: 'ended', reason: 'emergency' });
  for (const situation of [fullNow, nobodyNow])
    callAt(situation, {}).when(established).then({ state: 'waiting' });
});

test('who is to hear the busy tone is refused before they are answered', () => {
  for (const [situation, why] of [
    [closedNow, 'closed'],
    [fullNow, 'full'],
    [nobodyNow, 'nobodyThere'],
  ] as const) {
    const call = callAt(situation, { [why]: { destination: { to: 'busy' } } });
    call.then({ state: 'ended', effects: ['reject'] }).thenCall({ reason: why });
    expect(call.asked('reject').reason).toBe('busy');
  }
});

test('who waits already hears no busy tone: they wait on', () => {
  const call = callAt(openNow, { nobodyThere: { destination: { to: 'busy' } } }).when(established);
  call.withQueueNow({ operatorsAtWork: 0 }).when(queueTurned).thenNothing();
});

test('numbers on the list are refused without a word, important callers are marked', () => {
  const blocked = incomingCall(caller, { blocked: ['+4420*'] });
  blocked.then({ state: 'ended', effects: ['reject'] }).thenCall({ reason: 'blocked' });
  expect(blocked.asked('reject').reason).toBe('none');
  incomingCall({ kind: 'unknown' }, { rejectWithheld: true }).thenCall({ name: 'ended', reason: 'blocked' });
  incomingCall(caller, { vip: ['+442079460123'], priority: 3 }).thenCall({
    rank: { isVip: true, priority: 3 },
  });
});

test('a call-back is promised to whoever can be called back', () => {
  const call = callAt(nobodyNow, { nobodyThere: rule({ to: 'callBack' }) }).when(established);
  call.when(completed('playPrompt')).then({ events: ['soundChanged', 'callBackPromised', 'callEnded'] });
  call.thenCall({ reason: 'promisedCallBack' });
  callAt(nobodyNow, { nobodyThere: rule({ to: 'callBack' }) }, { kind: 'unknown' })
    .when(established)
    .then({ state: 'waiting' });
});

const sorry: Prompt = { ...closedMessage, resourceId: 'sorry' };
const promise: Prompt = { ...closedMessage, resourceId: 'call-back' };
const callBack = { destination: { to: 'callBack' }, message: promise } as const;

test.each<[string, Party]>([
  ['withholds the number', { kind: 'unknown' }],
  ['is anonymous', { kind: 'number', number: 'anonymous' }],
  ['calls from Teams', tom],
])('a caller who %s is promised no call back: they hear that nobody is there', (_who, from) => {
  const diversions = {
    closed: callBack,
    emergency: callBack,
    nobodyThere: { ...rule({ to: 'message' }), message: sorry },
  };
  for (const situation of [closedNow, emergencyNow]) {
    const call = callAt(situation, diversions, from);
    expect(call.asked('answer').prefetch.map(({ resourceId }) => resourceId)).toEqual(['sorry', 'music']);
    call.when(established).then({ state: 'announcing', effects: ['playPrompt'] });
    expect(call.asked('playPrompt').prompt).toEqual(sorry);
    call.when(completed('playPrompt')).then({ state: 'ended', events: ['soundChanged', 'callEnded'] });
  }
});

test('in an emergency who cannot be called back hears that the queue is closed, if it says so', () => {
  const diversions = { emergency: callBack, closed: rule({ to: 'message' }) };
  const call = callAt(emergencyNow, diversions, { kind: 'unknown' }).when(established);
  expect(call.asked('playPrompt').prompt).toEqual(closedMessage);
  call.when(completed('playPrompt')).thenCall({ name: 'ended', reason: 'emergency' });
});

test('a queue that can only promise says nothing to those whom it cannot call back', () => {
  callAt(closedNow, { closed: callBack, nobodyThere: rule(toTom) }, { kind: 'unknown' })
    .when(established)
    .then({ state: 'ended', effects: ['hangUp'] })
    .thenCall({ reason: 'closed' });
});

test('who was rung in vain while the rule became a call back leaves the caller without its promise', () => {
  const call = callAt(closedNow, { closed: { destination: toTom } }).when(established);
  call.inQueue({}, { diversions: { closed: callBack } }).when(failed('invite', 486));
  call.thenCall({ name: 'ended', reason: 'closed' });
});

test('a message that breaks off and the end of the call are the caller’s doing, in whichever order they are told', () => {
  for (const destination of [{ to: 'message' }, { to: 'callBack' }] as const) {
    const call = callAt(closedNow, { closed: rule(destination) }).when(
      established,
      failed('playPrompt'),
      legEnded(),
    );
    call.thenCall({ name: 'ended', reason: 'callerHungUp' });
  }
});

test('a caller who hangs up during the message is promised nothing', () => {
  const call = callAt(nobodyNow, { nobodyThere: rule({ to: 'callBack' }) }).when(established, legEnded());
  call.then({ events: ['callEnded'] }).thenCall({ reason: 'callerHungUp' });
});

test('a person rings for the caller, who hears music, and has the call with their answer', () => {
  const call = callAt(closedNow, { closed: { destination: toTom } }).when(established);
  call.then({ state: 'diverting', effects: ['invite', 'playPrompt'] }).thenCall({ why: 'closed' });
  call.when(roster(theCaller, theTarget)).then({ state: 'handedOver', effects: ['stopPrompts'] });
  call.after(3_000).when(timePassed, observed('established', theCaller, theTarget));
  call.thenCall({ name: 'ended', reason: 'handedOver', target: tom });
});

test('a mailbox may take care of a caller whom nobody has answered', () => {
  given('diverting')
    .when(roster(theCaller, mailboxOf(tom)))
    .then({ state: 'handedOver' });
  given('diverting')
    .when(roster(theCaller, member('p-strange', { kind: 'unknown' }, { isVoicemail: true })))
    .then({ state: 'handedOver' })
    .thenCall({ targetParticipantId: 'p-strange' });
});

test('a number rings after the message', () => {
  const call = callAt(closedNow, { closed: rule({ to: 'number', number: '+442079460188' }) }).when(
    established,
  );
  call.then({ state: 'announcing' }).when(completed('playPrompt'));
  call.then({ state: 'diverting', effects: ['invite', 'playPrompt'] });
  expect(call.asked('invite').party).toEqual({ kind: 'number', number: '+442079460188' });
});

test.each(['full', 'nobodyThere'] as const)(
  'who was rung in vain because of %s leaves the caller in line',
  (why) => {
    const situation = why === 'full' ? fullNow : nobodyNow;
    for (const ending of [failed('invite', 486), refusedBy('invite', 'forbidden')]) {
      const call = callAt(situation, { [why]: { destination: toTom } }).when(established, ending);
      call.then({ state: 'waiting', effects: [] }).thenCall({ sound: { kind: 'prompt' } });
      call.when(accept()).then({ state: 'connecting' });
    }
  },
);

test('who was rung in vain for a closed queue leaves the caller with its message, and the call ends', () => {
  const call = callAt(closedNow, { closed: rule(toTom) }).when(established, completed('playPrompt'));
  call.after(18_000).when(timePassed).thenCall({ name: 'announcing', why: 'closed' });
  expect(call.last.effects.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['removeParticipant', 'stopPrompts', 'playPrompt']),
  );
  call.when(roster(theCaller, theTarget)).then({ state: 'announcing', effects: ['removeParticipant'] });
  const ended = call.when(completed('playPrompt')).thenCall({ name: 'ended', reason: 'closed' });
  const removed = ended.last.effects.flatMap((e) =>
    e.type === 'removeParticipant' ? [e.participantId] : [],
  );
  expect(removed).toEqual(expect.arrayContaining(['p-caller', invited(ended, -1)]));
});

test('who takes a diverted call and leaves at once has not taken it, and is not rung for it again', () => {
  const closed = callAt(closedNow, { closed: { destination: toTom } }).when(
    established,
    roster(theCaller, theTarget),
  );
  closed.when(done('stopPrompts'), roster(theCaller));
  closed.thenCall({ name: 'ended', reason: 'closed' });
  const told = callAt(closedNow, { closed: rule(toTom) }).when(established, completed('playPrompt'));
  told
    .when(roster(theCaller, theTarget), roster(theCaller))
    .then({ state: 'announcing', effects: ['playPrompt'] });
  const open = callAt(nobodyNow, { nobodyThere: { destination: toTom } });
  open.when(established, roster(theCaller, theTarget), roster(theCaller)).then({ state: 'waiting' });
});

test('a caller who hangs up while somebody rings for them ends the ringing', () => {
  const call = given('diverting', roster(theCaller)).when(change({ ...theCaller, removed: true }));
  call
    .then({ state: 'ended', effects: ['removeParticipant', 'hangUp'] })
    .thenCall({ reason: 'callerHungUp' });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, -1));
});

test('a diverted call is nobody’s to handle', () => {
  for (const state of ['announcing', 'diverting'] as const)
    for (const command of [hangUp, accept()])
      given(state).when(command).thenRefused({ code: 'notNow', state });
});

test('the queue turns while the caller is greeted, and does not keep them', () => {
  const diversions = { emergency: rule({ to: 'message' }) };
  const call = incomingCall(caller, { greeting: closedMessage, diversions }).when(established);
  call.thenCall({ name: 'greeting' });
  call.withQueueNow({ state: 'emergency' }).when(queueTurned);
  call.then({ state: 'announcing', effects: ['stopPrompts', 'playPrompt'] });
});

test('those who wait leave the house in an emergency', () => {
  const call = callAt(openNow, { emergency: rule({ to: 'message' }) }).when(established);
  call
    .withQueueNow({ state: 'emergency' })
    .when(queueTurned)
    .thenCall({ name: 'announcing', why: 'emergency' });
  given('waiting')
    .withQueueNow({ state: 'emergency' })
    .when(queueTurned)
    .thenCall({ name: 'ended', reason: 'emergency' });
});

test('those who wait when the queue closes are kept as long as anybody is there to take them', () => {
  const call = callAt(openNow, { closed: rule({ to: 'message' }) }).when(established);
  call.withQueueNow({ state: 'closed', operatorsAtWork: 1 }).when(queueTurned).thenNothing();
  call
    .withQueueNow({ state: 'closed', operatorsAtWork: 0 })
    .when(queueTurned)
    .thenCall({ name: 'announcing', why: 'closed' });
});

test('those who wait when the last operator goes are diverted, if there is a rule', () => {
  const call = callAt(openNow, { nobodyThere: { destination: toTom } }).when(established);
  call.withQueueNow({ operatorsAtWork: 0, waiting: 9 }).when(queueTurned);
  call.thenCall({ name: 'diverting', why: 'nobodyThere', sound: { kind: 'prompt' } });
  given('waiting').withQueueNow({ operatorsAtWork: 0 }).when(queueTurned).thenNothing();
});

test('a call that comes back to a queue that has closed meanwhile, with nobody there, is told so', () => {
  const call = given('parked').inQueue({}, { diversions: { closed: rule({ to: 'message' }) } });
  call.withQueueNow({ state: 'closed', operatorsAtWork: 0 }).after(120_000).when(timePassed);
  call.thenCall({ name: 'announcing', why: 'closed' });
});

test('a call that an operator misses asks the queue anew: it may have turned while their Teams rang', () => {
  const call = given('connecting').inQueue({}, { diversions: { emergency: rule({ to: 'message' }) } });
  call.withQueueNow({ state: 'emergency' }).when(failed('invite', 408)).thenCall({ name: 'waiting' });
  expect(call.last.nextDue).toBeLessThanOrEqual(call.now);
  call.when(timePassed).thenCall({ name: 'announcing', why: 'emergency' });
});

test('that the queue turns means nothing to calls that somebody has', () => {
  for (const state of [
    'connecting',
    'connected',
    'held',
    'transferring',
    'consulting',
    'merged',
    'parked',
  ] as const)
    given(state).withQueueNow({ state: 'emergency' }).when(queueTurned).thenNothing();
});

test('a caller who went ahead of others goes ahead again after a diversion in vain', () => {
  const call = given('connecting', failed('invite', 408)).inQueue(
    {},
    { diversions: { nobodyThere: { destination: toTom } } },
  );
  call.withQueueNow({ operatorsAtWork: 0 }).when(timePassed).thenCall({ name: 'diverting' });
  call.when(failed('invite', 486)).thenCall({ name: 'waiting', isFront: true });
});

test('a leg that is found established after the answer is diverted all the same', () => {
  const call = callAt(closedNow, { closed: rule({ to: 'message' }) }).when(refusedBy('answer', 'exhausted'));
  call.when(observed('established')).then({ state: 'announcing', effects: ['playPrompt'] });
});
