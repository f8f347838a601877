import type { ConsoleMessage } from '@switchboard/contract/commands/console-message';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import { silenceLimit } from '@switchboard/contract/feed/heartbeat';
import { contractVersion } from '@switchboard/contract/version';
import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { beforeEach, describe, expect, it } from 'vitest';
import { me, waitingCall } from '../testing/sample-office.testing.ts';
import { Connection } from './connection.ts';
import { longestPause } from './reconnect-pause.ts';
import type { Session } from './session.ts';
import type { SocketListener } from './socket.ts';

interface FakeSocket {
  readonly listener: SocketListener;
  readonly sent: ConsoleMessage[];
  isClosed: boolean;
}

describe('The connection', () => {
  let clock: ManualClock;
  let sockets: FakeSocket[];
  let session: Session;
  let connection: Connection;
  let heard: FeedMessage[];

  beforeEach(() => {
    clock = new ManualClock(1_000_000);
    sockets = [];
    session = { kind: 'unknown', why: 'not asked for' };
    heard = [];
    connection = new Connection({
      clock,
      random: () => 1,
      openSocket: (listener) => {
        const socket: FakeSocket = { listener, sent: [], isClosed: false };
        sockets.push(socket);
        return {
          send: (text) => socket.sent.push(JSON.parse(text) as ConsoleMessage),
          close: () => {
            socket.isClosed = true;
          },
        };
      },
      askSession: () => Promise.resolve(session),
      log: silentLogger,
    });
    connection.hear((message) => heard.push(message));
  });

  const socket = (): FakeSocket => must(sockets.at(-1), 'a socket');
  const tell = (message: FeedMessage): void => socket().listener.heard(JSON.stringify(message));
  const welcome = (differences: Partial<FeedMessage & { type: 'welcome' }> = {}): void =>
    tell({
      type: 'welcome',
      seq: 7,
      now: clock.now(),
      resumed: false,
      me,
      calls: [],
      operators: [],
      callBacks: [],
      ...differences,
    });
  const goLive = (): void => {
    connection.start();
    socket().listener.opened();
    welcome();
  };
  const state = (): string => connection.state.getSnapshot().kind;

  it('says hello with its version and is live with the welcome', () => {
    connection.start();
    expect(state()).toBe('connecting');
    socket().listener.opened();
    expect(socket().sent).toEqual([{ type: 'hello', version: contractVersion }]);
    welcome();
    expect(state()).toBe('live');
    expect(heard.map((message) => message.type)).toEqual(['welcome']);
  });

  it('is lost after the silence limit and not before; a heartbeat counts as heard', () => {
    goLive();
    clock.advance(silenceLimit - 1);
    tell({ type: 'heartbeat', now: clock.now() });
    clock.advance(silenceLimit - 1);
    expect(state()).toBe('live');
    const heardAt = clock.now() - (silenceLimit - 1);
    clock.advance(1);
    expect(connection.state.getSnapshot()).toEqual({ kind: 'lost', failures: 1, heardAt });
    expect(socket().isClosed).toBe(true);
  });

  it('is lost at once when the socket closes, and resumes from the last number of which everything is here', () => {
    goLive();
    tell({ type: 'call', seq: 12, call: waitingCall(clock.now()) });
    // More of number 14 may have been under way.
    tell({ type: 'call', seq: 14, call: waitingCall(clock.now()) });
    socket().listener.closed();
    expect(state()).toBe('lost');
    clock.advance(250);
    expect(sockets).toHaveLength(2);
    socket().listener.opened();
    expect(socket().sent).toEqual([{ type: 'hello', version: contractVersion, resumeFrom: 12 }]);
    welcome({ seq: 13, resumed: true });
    expect(state()).toBe('live');
  });

  it('has everything of a number when a heartbeat follows, and leaves out what is older', () => {
    goLive();
    tell({ type: 'call', seq: 12, call: waitingCall(clock.now()) });
    tell({ type: 'heartbeat', now: clock.now() });
    tell({ type: 'call', seq: 11, call: waitingCall(clock.now(), { state: 'greeting' }) });
    expect(heard.filter(({ type }) => type === 'call')).toMatchObject([{ seq: 12 }]);
    socket().listener.closed();
    clock.advance(250);
    socket().listener.opened();
    expect(socket().sent).toMatchObject([{ resumeFrom: 12 }]);
  });

  it('waits longer after each failure, and never longer than five seconds', () => {
    goLive();
    socket().listener.closed();
    for (const pause of [250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]) {
      const before = sockets.length;
      clock.advance(pause - 1);
      expect(sockets).toHaveLength(before);
      clock.advance(1);
      expect(sockets).toHaveLength(before + 1);
      socket().listener.closed();
    }
    expect(state()).toBe('lost');
  });

  it('tries at once when the network is back, without opening a second socket beside one under way', () => {
    goLive();
    socket().listener.closed();
    connection.retryNow();
    expect(sockets).toHaveLength(2);
    connection.retryNow();
    expect(sockets).toHaveLength(2);
  });

  it('gives up on a server that opens the socket and says no welcome', () => {
    connection.start();
    socket().listener.opened();
    clock.advance(5_000);
    expect(socket().isClosed).toBe(true);
    clock.advance(250);
    expect(sockets).toHaveLength(2);
  });

  it('refuses to send while lost, and sends nothing later', () => {
    goLive();
    socket().listener.closed();
    expect(connection.send({ type: 'hold', id: '1', callId: 'c' })).toBe(false);
    clock.advance(250);
    socket().listener.opened();
    welcome({ resumed: true });
    expect(socket().sent.map((message) => message.type)).toEqual(['hello']);
    expect(connection.send({ type: 'hold', id: '2', callId: 'c' })).toBe(true);
  });

  it('ignores what an abandoned socket still says', () => {
    goLive();
    const old = socket();
    old.listener.closed();
    connection.retryNow();
    old.listener.heard(JSON.stringify({ type: 'farewell', reason: 'signedOut' }));
    old.listener.closed();
    expect(state()).toBe('lost');
  });

  it.each([
    ['signedOut', 'signedOut'],
    ['outdated', 'outdated'],
    ['restarting', 'lost'],
    ['misbehaved', 'lost'],
  ] as const)('follows the farewell "%s" to %s', (reason, kind) => {
    goLive();
    tell({ type: 'farewell', reason });
    expect(state()).toBe(kind);
  });

  it('waits long after it misbehaved', () => {
    goLive();
    tell({ type: 'farewell', reason: 'misbehaved' });
    clock.advance(longestPause - 1);
    expect(sockets).toHaveLength(1);
    clock.advance(1);
    expect(sockets).toHaveLength(2);
  });

  it('never tries again once it is signed out', () => {
    goLive();
    tell({ type: 'farewell', reason: 'signedOut' });
    connection.retryNow();
    clock.advance(60_000);
    expect(sockets).toHaveLength(1);
  });

  it('is outdated when the hello is refused as outdated', () => {
    connection.start();
    socket().listener.opened();
    tell({ type: 'answer', id: 'hello', refusal: { code: 'outdated' } });
    expect(state()).toBe('outdated');
  });

  it('asks for the session when a socket closes before the welcome, and is signed out without one', async () => {
    session = { kind: 'signedOut' };
    connection.start();
    socket().listener.closed();
    await Promise.resolve();
    await Promise.resolve();
    expect(state()).toBe('signedOut');
  });

  it('leaves out messages that do not fit, and stays live', () => {
    goLive();
    socket().listener.heard('nonsense');
    socket().listener.heard('{"type":"call","seq":1}');
    expect(state()).toBe('live');
    expect(heard).toHaveLength(1);
  });

  it('asks for everything anew when somebody else has signed in', () => {
    goLive();
    socket().listener.closed();
    clock.advance(250);
    socket().listener.opened();
    welcome({ resumed: true, me: { ...me, operatorId: 'operator-ben' } });
    expect(sockets).toHaveLength(3);
    socket().listener.opened();
    expect(socket().sent).toEqual([{ type: 'hello', version: contractVersion }]);
  });

  it("shows ages by the server's clock", () => {
    goLive();
    tell({ type: 'heartbeat', now: clock.now() + 60_000 });
    expect(connection.serverNow()).toBe(clock.now() + 60_000);
    // 80 ms later by travel alone: the better reading stays.
    tell({ type: 'heartbeat', now: clock.now() + 59_920 });
    expect(connection.serverNow()).toBe(clock.now() + 60_000);
    // Somebody set a clock.
    tell({ type: 'heartbeat', now: clock.now() + 1_000 });
    expect(connection.serverNow()).toBe(clock.now() + 1_000);
  });

  it('leaves no timer behind when it is stopped', () => {
    goLive();
    connection.stop();
    expect(clock.nextDue()).toBeUndefined();
    expect(socket().isClosed).toBe(true);
  });
});
