import { personId } from '@switchboard/domain/ids';
import type { OperatorWork } from '@switchboard/store/operators/operator-status';
import { expect, test } from 'vitest';
import { changeWork } from './operator-work.ts';

const offline: OperatorWork = {
  operatorId: personId('e0000000-0000-4000-8000-00000000000a'),
  status: 'offline',
  since: 0,
  breakReason: null,
  isBreakByPresence: false,
  wrapUpUntil: null,
  idleSince: 0,
  followsPresence: false,
  isOffByChoice: false,
};
const now = 10_000;
const here: OperatorWork = { ...offline, status: 'available', since: 5_000, idleSince: 5_000 };

test('who comes is available, and idle from then on', () => {
  expect(changeWork(offline, { type: 'came' }, now)).toMatchObject({
    status: 'available',
    since: now,
    idleSince: now,
  });
  expect(changeWork(here, { type: 'came' }, now)).toBe(here);
});

test('who went while on a break comes back to it', () => {
  const lunch = changeWork(here, { type: 'set', status: 'break', reason: ' lunch ' }, now);
  const gone = changeWork(lunch, { type: 'gone' }, now + 1);
  expect(gone).toMatchObject({ status: 'offline', since: now + 1 });
  expect(changeWork(gone, { type: 'came' }, now + 2)).toMatchObject({
    status: 'break',
    breakReason: 'lunch',
  });
});

test('a break without a reason is one all the same', () => {
  const away = changeWork(here, { type: 'set', status: 'break' }, now);
  const back = changeWork(changeWork(away, { type: 'gone' }, now), { type: 'came' }, now);
  expect(back.status).toBe('break');
});

test('to be available ends a break and a wrap-up, and the time of a wrap-up stays idle time', () => {
  const wrapping = { ...here, wrapUpUntil: 20_000 };
  expect(changeWork(wrapping, { type: 'set', status: 'available' }, now)).toEqual(here);
  const away = changeWork(here, { type: 'set', status: 'break' }, now);
  expect(changeWork(away, { type: 'set', status: 'available' }, now + 1)).toMatchObject({
    status: 'available',
    idleSince: now + 1,
  });
});

test('to ask for what is so already changes nothing', () => {
  expect(changeWork(here, { type: 'set', status: 'available' }, now)).toBe(here);
  const away = changeWork(here, { type: 'set', status: 'break', reason: 'lunch' }, now);
  expect(changeWork(away, { type: 'set', status: 'break', reason: 'lunch' }, now + 1)).toBe(away);
});

test('Teams begins and ends a break of those who want it, and no other break', () => {
  expect(changeWork(here, { type: 'presence', isBusy: true }, now)).toBe(here);
  const following = changeWork(here, { type: 'set', status: 'available', followsPresence: true }, now);
  const busy = changeWork(following, { type: 'presence', isBusy: true }, now + 1);
  expect(busy).toMatchObject({ status: 'break', breakReason: 'Teams: busy', isBreakByPresence: true });
  expect(changeWork(busy, { type: 'presence', isBusy: false }, now + 2)).toMatchObject({
    status: 'available',
  });
  const lunch = changeWork(following, { type: 'set', status: 'break', reason: 'lunch' }, now);
  expect(changeWork(lunch, { type: 'presence', isBusy: false }, now)).toBe(lunch);
  const offlineAgain = changeWork(busy, { type: 'gone' }, now + 3);
  expect(changeWork(offlineAgain, { type: 'came' }, now + 4).status).toBe('available');
});

test('who chose to be offline stays so when a console comes, until they say otherwise or sign in anew', () => {
  const off = changeWork({ ...here, wrapUpUntil: now + 1 }, { type: 'set', status: 'offline' }, now);
  expect(off).toMatchObject({ status: 'offline', since: now, wrapUpUntil: null, isOffByChoice: true });
  expect(changeWork(off, { type: 'set', status: 'offline' }, now + 1)).toBe(off);
  expect(changeWork(off, { type: 'came' }, now + 1)).toBe(off);
  expect(changeWork(off, { type: 'presence', isBusy: true }, now + 1)).toBe(off);
  const back = changeWork(off, { type: 'set', status: 'available' }, now + 1);
  expect(back).toMatchObject({ status: 'available', isOffByChoice: false });
  const anew = changeWork(off, { type: 'signedIn' }, now + 1);
  expect(changeWork(anew, { type: 'came' }, now + 2)).toMatchObject({ status: 'available' });
  expect(changeWork(here, { type: 'signedIn' }, now)).toBe(here);
});

test('who signs out is offline at once, and the next day begins without the break of this one', () => {
  const lunch = changeWork(here, { type: 'set', status: 'break', reason: 'lunch' }, now);
  const home = changeWork(lunch, { type: 'signedOut' }, now + 1);
  expect(home).toMatchObject({ status: 'offline', since: now + 1, breakReason: null });
  expect(changeWork(home, { type: 'came' }, now + 2)).toMatchObject({ status: 'available' });
});
