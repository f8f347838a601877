import { expect, test } from 'vitest';
import type { QueueSettings } from '../queue/queue.ts';
import {
  accept,
  caller,
  completed,
  established,
  failed,
  given,
  incomingCall,
  roster,
  theCaller,
  timePassed,
  tom,
} from './call.testing.ts';
import type { Prompt } from './effect.ts';

const saying = (resourceId: string): Prompt => ({
  url: `https://contoso.example/${resourceId}.wav`,
  resourceId,
  milliseconds: 3_000,
});
const announcement = {
  every: 20_000,
  positions: [saying('first'), saying('second')],
  waits: [saying('soon'), saying('one minute'), saying('longer')],
};
const inLine = (settings: Partial<QueueSettings>) => incomingCall(caller, settings).when(established);
const toTom = { destination: { to: 'person', personId: tom.id } } as const;
const overflowing = { maxWait: 60_000, diversions: { waitedTooLong: toTom } };

const heard = (call: ReturnType<typeof inLine>): string => call.asked('playPrompt').prompt.resourceId;

test('the position is said at the set interval instead of the music, which goes on after it', () => {
  const call = inLine({ announcement }).withQueueNow({ position: 2 });
  call.after(19_999).when(timePassed);
  expect(heard(call)).toBe('music');
  call
    .after(1)
    .when(timePassed)
    .then({ state: 'waiting', effects: ['stopPrompts', 'playPrompt'] });
  expect(heard(call)).toBe('second');
  call.when(completed('playPrompt')).then({ state: 'waiting', effects: ['playPrompt'] });
  expect(heard(call)).toBe('music');
});

test('position and expected wait are said in turn, each where it is known', () => {
  const call = inLine({ announcement }).withQueueNow({ position: 1, expectedWait: 60_000 });
  const said = [1, 2, 3, 4].map(() => heard(call.after(20_000).when(timePassed)));
  expect(new Set(said)).toEqual(new Set(['first', 'one minute']));
  expect(said[0]).not.toBe(said[1]);
  const only = inLine({ announcement }).withQueueNow({ expectedWait: 900_000 });
  expect(heard(only.after(20_000).when(timePassed))).toBe('longer');
});

test('beyond the last position, or without anything known, only the music plays', () => {
  for (const situation of [{ position: 9 }, {}]) {
    const call = inLine({ announcement }).withQueueNow(situation).after(20_000).when(timePassed);
    expect(heard(call)).toBe('music');
    expect(call.last.nextDue).toBeGreaterThan(call.now);
  }
});

test('an announcement that fails is followed by music', () => {
  const call = inLine({ announcement }).withQueueNow({ position: 1 }).after(20_000).when(timePassed);
  call.when(failed('playPrompt')).thenCall({ name: 'waiting', sound: { kind: 'silence' } });
  call.after(1_000).when(timePassed);
  expect(heard(call)).toBe('music');
});

test('who waits with hold music hears the announcement as well: the hold ends for it', () => {
  const call = given('held')
    .inQueue({}, { announcement })
    .withQueueNow({ position: 1 })
    .when(roster(theCaller));
  call.when(timePassed).after(20_000).when(timePassed);
  call.then({ state: 'waiting', effects: ['stopHoldMusic', 'playPrompt'] });
});

test('who waits too long is diverted', () => {
  const call = inLine(overflowing).after(59_999).when(timePassed).thenCall({ name: 'waiting' });
  call.after(1).when(timePassed).thenCall({ name: 'diverting', why: 'waitedTooLong' });
  expect(call.asked('invite').party).toEqual(tom);
});

test('a limit without a rule, and a rule without a limit, divert nobody', () => {
  for (const settings of [{ maxWait: 60_000 }, { diversions: { waitedTooLong: toTom } }]) {
    const call = inLine(settings);
    for (let minute = 0; minute < 5; minute += 1) call.after(60_000).when(timePassed);
    call.thenCall({ name: 'waiting' });
  }
});

test('who waited too long and was diverted in vain waits on, hears announcements, and is not diverted for that again', () => {
  const call = inLine({ ...overflowing, announcement }).withQueueNow({ position: 1 });
  call.after(60_000).when(timePassed, failed('invite', 486));
  call.thenCall({ name: 'waiting', sound: { kind: 'prompt' } });
  call.after(20_000).when(timePassed);
  expect(heard(call)).toBe('first');
  for (let minute = 0; minute < 5; minute += 1)
    call.after(60_000).when(timePassed).thenCall({ name: 'waiting' });
});

test('who came to a full queue and was diverted in vain may still wait too long', () => {
  const diversions = {
    full: toTom,
    waitedTooLong: { destination: { to: 'message' }, message: saying('sorry') },
  } as const;
  const call = incomingCall(
    caller,
    { maxWaiting: 1, maxWait: 60_000, diversions },
    { state: 'open', waiting: 1, operatorsAtWork: 1 },
  );
  call.when(established, failed('invite', 486)).thenCall({ name: 'waiting' });
  call.after(60_000).when(timePassed).thenCall({ name: 'announcing', why: 'waitedTooLong' });
});

test('when limit and announcement are due at once the limit goes first, and neither is due again at once', () => {
  const withheld = { destination: { to: 'callBack' } } as const;
  const call = incomingCall(
    { kind: 'unknown' },
    { maxWait: 20_000, announcement, diversions: { waitedTooLong: withheld } },
  );
  call.when(established).withQueueNow({ position: 1 }).after(20_000).when(timePassed);
  call.thenCall({ name: 'waiting' });
  expect(call.last.nextDue).toBeGreaterThan(call.now);
  inLine({ ...overflowing, maxWait: 20_000, announcement })
    .after(20_000)
    .when(timePassed)
    .thenCall({ name: 'diverting' });
});

test('the limit goes on while an operator’s Teams rings in vain', () => {
  const call = inLine(overflowing).after(50_000).when(accept()).after(15_000).when(timePassed);
  call.thenCall({ name: 'diverting', why: 'waitedTooLong' });
  const soon = inLine(overflowing).after(10_000).when(accept(), failed('invite', 486), timePassed);
  soon.thenCall({ name: 'waiting', wait: { until: soon.now + 50_000 } });
});

test('a caller who is recalled waits anew', () => {
  const call = given('parked').inQueue({}, overflowing).after(120_000).when(timePassed);
  call.thenCall({ name: 'waiting', isFront: true, wait: { since: call.now, until: call.now + 60_000 } });
});
