import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../connection/connection.ts';
import type { Session } from '../connection/session.ts';
import type { SocketListener } from '../connection/socket.ts';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { attend } from '../testing/fake-machine.testing.ts';
import { me, talkingCall } from '../testing/sample-office.testing.ts';
import { SessionGate } from './session-gate.ts';

describe('The gate', () => {
  let clock: ManualClock;
  let answers: Session[];
  let asked: number;
  let socket: SocketListener | undefined;
  let gate: SessionGate;
  let opened: Desk | undefined;

  beforeEach(() => {
    clock = new ManualClock(0);
    answers = [];
    asked = 0;
    const askSession = (): Promise<Session> => {
      asked += 1;
      return Promise.resolve(answers.shift() ?? { kind: 'unknown', why: 'no answer' });
    };
    gate = new SessionGate({
      clock,
      random: () => 1,
      askSession,
      openConsole: () => {
        const connection = new Connection({
          clock,
          random: () => 1,
          askSession,
          log: silentLogger,
          openSocket: (listener) => {
            socket = listener;
            return { send: () => {}, close: () => {} };
          },
        });
        const desk = openDesk();
        opened = desk;
        return { connection, model: desk.model, actions: desk.actions, attention: attend(desk) };
      },
    });
  });
  const kind = (): string => gate.state.getSnapshot().kind;

  it('asks for a sign-in when nobody is signed in', async () => {
    answers = [{ kind: 'signedOut' }];
    await gate.ask();
    expect(gate.state.getSnapshot()).toEqual({ kind: 'signedOut', isOver: false });
  });

  it('asks again, after growing pauses, until the server answers', async () => {
    await gate.ask();
    expect(gate.state.getSnapshot()).toEqual({ kind: 'asking', failures: 1 });
    answers = [{ kind: 'signedIn', me }];
    clock.advance(249);
    expect(asked).toBe(1);
    clock.advance(1);
    await Promise.resolve();
    await Promise.resolve();
    expect(kind()).toBe('open');
  });

  it.each([
    ['signedOut', { kind: 'signedOut', isOver: true }],
    ['outdated', { kind: 'outdated' }],
  ] as const)('closes when the server says %s', async (reason, state) => {
    answers = [{ kind: 'signedIn', me }];
    await gate.ask();
    expect(kind()).toBe('open');
    socket?.heard(JSON.stringify({ type: 'farewell', reason }));
    expect(gate.state.getSnapshot()).toEqual(state);
  });

  it('leaves a call on the screen when the server is newer: a reload takes the operator’s time', async () => {
    answers = [{ kind: 'signedIn', me }];
    await gate.ask();
    opened?.line.welcome([talkingCall(0)]);
    socket?.heard(JSON.stringify({ type: 'farewell', reason: 'outdated' }));
    expect(kind()).toBe('open');
  });
});
