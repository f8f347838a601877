import type { CallView } from '@switchboard/contract/views/call-view';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { FakeServer } from './fake-server.testing.ts';
import { me, talkingCall, waitingCall } from './sample-office.testing.ts';

const mine = { operatorId: me.operatorId, name: me.name };
const jan = { name: 'Jan de Vries', personId: 'person-1' };

/** A busy moment: a call that came back, three that wait, one with a colleague. */
export function fillDesk(server: FakeServer): void {
  const now = server.now();
  server.put({
    ...talkingCall(now),
    state: 'held',
    since: now - 7_000,
    arrivedAt: now - 96_000,
    hold: 'on',
    recall: { target: jan, why: 'noAnswer' },
    can: ['resume', 'transfer', 'hangUp'],
  });
  server.put(
    waitingCall(now, {
      callId: 'call-2',
      arrivedAt: now - 48_000,
      caller: { name: 'Klaus Bauer', number: '+1 555 0142' },
    }),
  );
  server.put(
    waitingCall(now, {
      callId: 'call-3',
      queueId: 'queue-patients',
      caller: { number: '+44 20 7946 0177' },
      missed: { operatorId: 'operator-ben', name: 'Ben Adeyemi', why: 'noAnswer' },
    }),
  );
  server.put(
    waitingCall(now, { callId: 'call-4', state: 'greeting', arrivedAt: now - 3_000, caller: {}, can: [] }),
  );
  server.put(
    waitingCall(now, {
      callId: 'call-5',
      state: 'connected',
      since: now - 130_000,
      caller: { name: 'Northwind Traders' },
      operator: { operatorId: 'operator-ben', name: 'Ben Adeyemi' },
      can: [],
    }),
  );
  fillLater(server, now);
}

/** What goes on without the operator: parked, camped, given out, taken over, told, promised. */
function fillLater(server: FakeServer, now: number): void {
  const ben = { operatorId: 'operator-ben', name: 'Ben Adeyemi' };
  const later: readonly Partial<CallView>[] = [
    { state: 'announcing', diverted: 'closed', caller: { number: '+44 20 7946 0133' } },
    { state: 'parked', slot: 3, parkedFor: jan, leftBy: ben, until: now + 80_000, can: ['retrieve'] },
    { state: 'camped', target: jan, leftBy: mine, until: now + 90_000, can: ['retrieve'] },
    { state: 'handedOver', target: jan, operator: mine },
    { state: 'held', operator: ben, vip: true, formerQueues: ['queue-patients'], can: ['takeOver'] },
  ];
  for (const [index, differences] of later.entries()) {
    server.put(waitingCall(now, { callId: `later-${index}`, can: [], ...differences }));
  }
  server.callBacks.push({
    callBackId: 'call-back-1',
    callId: 'call-9',
    queueId: 'queue-main',
    number: '+1 555 0166',
    dial: '+15550166',
    why: 'promised' as const,
    calls: 1,
    tries: 0,
    promisedAt: now - 500_000,
    state: 'open',
  });
  fillPast(server, now);
}

const at = (arrivedAt: number): Pick<PastCallView, 'arrivedAt' | 'answeredAt' | 'endedAt'> => ({
  arrivedAt,
  answeredAt: arrivedAt + 12_000,
  endedAt: arrivedAt + 190_000,
});

/** Two calls of the first caller that are over, and one that nobody reached, who is on the list. */
function fillPast(server: FakeServer, now: number): void {
  const past: PastCallView = {
    callId: 'past-1',
    queueId: 'queue-main',
    queue: 'Reception',
    caller: talkingCall(now).caller,
    dial: '+15550123',
    ...at(now - 3_600_000),
    outcome: 'putThrough',
    ended: 'handedOver',
    cameBack: true,
    takenBy: ['Ben Adeyemi'],
    target: jan,
  };
  const lost = {
    callId: 'past-3',
    queueId: 'queue-main',
    dial: '+442079460188',
    calls: 2,
    tries: 1,
    triedAt: now - 60_000,
  };
  server.pastCalls.push(
    past,
    { ...past, callId: 'past-2', ...at(now - 90_000_000), outcome: 'answered', ended: 'callerHungUp' },
    {
      ...{ ...past, ...lost, caller: { number: '+44 20 7946 0188' }, ...at(now - 180_000_000) },
      ...{ outcome: 'lost', ended: 'callerHungUp', cameBack: false, takenBy: [] },
    },
  );
  server.callBacks.push({
    ...lost,
    ...{ callBackId: 'call-back-2', number: '+44 20 7946 0188', why: 'lost', ended: 'callerHungUp' },
    promisedAt: now - 180_000_000,
    state: 'taken',
    by: { operatorId: 'operator-ben', name: 'Ben Adeyemi' },
  });
}
