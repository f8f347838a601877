import type { CallView } from '@switchboard/contract/views/call-view';
import { expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { me, waitingCall } from '../testing/sample-office.testing.ts';

const newer = 'A newer version is there; reload when no call is under way.';

const said = (desk: Desk): readonly string[] => {
  desk.clock.advance(10_000);
  return desk.said.filter((text) => text === newer);
};

const isThere = (desk: Desk): boolean => desk.model.newerBuild.isThere.getSnapshot();

const mine = (desk: Desk, differences: Partial<CallView> = {}): CallView =>
  waitingCall(desk.clock.now(), {
    state: 'connected',
    operator: { operatorId: me.operatorId, name: me.name },
    can: ['hangUp'],
    ...differences,
  });

it('A console that is the server’s own, or of a server that has none, is not called old', () => {
  const desk = openDesk();
  desk.line.welcome();
  expect(isThere(desk)).toBe(false);
  desk.line.build = 'this-build';
  desk.line.welcome();
  expect(isThere(desk)).toBe(false);
  expect(said(desk)).toEqual([]);
});

it('A console learns from the welcome that the server has another, and says it once', () => {
  const desk = openDesk();
  desk.line.build = 'next-build';
  desk.line.welcome();
  expect(isThere(desk)).toBe(true);
  desk.line.lose();
  desk.line.welcome([], true);
  expect(said(desk)).toEqual([newer]);
});

it('While the operator has a call it is not said; it is when the last has ended', () => {
  const desk = openDesk();
  const first = mine(desk);
  const second = mine(desk, { callId: 'call-2', state: 'held', can: ['resume'] });
  desk.line.build = 'next-build';
  desk.line.welcome([first, second]);
  expect(isThere(desk)).toBe(true);
  desk.line.put({ ...first, state: 'ended', can: [] });
  expect(said(desk)).toEqual([]);
  desk.line.put({ ...second, state: 'ended', can: [] });
  expect(said(desk)).toEqual([newer]);
});

it('A server that has gone back to the console of this page takes it back', () => {
  const desk = openDesk();
  desk.line.build = 'next-build';
  desk.line.welcome([mine(desk)]);
  desk.line.build = 'this-build';
  desk.line.welcome([]);
  expect(isThere(desk)).toBe(false);
  expect(said(desk)).toEqual([]);
});
