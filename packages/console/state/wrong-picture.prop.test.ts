import { silenceLimit } from '@switchboard/contract/feed/heartbeat';
import type { CallView } from '@switchboard/contract/views/call-view';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Connection } from '../connection/connection.ts';
import { longestPause } from '../connection/reconnect-pause.ts';
import { openModel } from '../testing/fake-line.testing.ts';
import { NumberedServer } from '../testing/numbered-server.testing.ts';
import { me, waitingCall } from '../testing/sample-office.testing.ts';

const states = ['waiting', 'connecting', 'connected', 'held', 'parked', 'ended'] as const;
const mine = ['connecting', 'connected', 'held'];

const callIn = (callId: string, state: (typeof states)[number], since: number): CallView =>
  waitingCall(since, {
    ...{ callId, state, since, can: state === 'waiting' ? ['accept'] : [] },
    ...(mine.includes(state) ? { operator: { operatorId: me.operatorId, name: me.name } } : {}),
  });

const batch = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...states)), {
  minLength: 1,
  maxLength: 3,
});
const moment = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('change' as const), batch }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('cut' as const), batch, delivered: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('wait' as const), time: fc.nat(3_000) }) },
  fc.record({ what: fc.constant('repeat' as const), count: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ what: fc.constantFrom('break', 'die', 'away', 'back', 'online', 'sleep') }),
);
type Moment = typeof moment extends fc.Arbitrary<infer M> ? M : never;

/** A console at a server, in virtual time, and everything that may happen between the two. */
class Desk {
  readonly clock = new ManualClock(1_700_000_000_000);
  readonly server = new NumberedServer(this.clock);
  readonly connection = new Connection({
    clock: this.clock,
    random: () => 0.5,
    openSocket: this.server.openSocket,
    askSession: () => Promise.resolve({ kind: 'unknown', why: 'not asked for' }),
    log: silentLogger,
  });
  readonly model = openModel(this.clock, this.connection);
  readonly #lives = new Map<number, number>();

  constructor() {
    this.connection.start();
    this.pass(10);
  }

  live(moment: Moment): void {
    const calls = 'batch' in moment ? this.#newer(moment.batch) : [];
    switch (moment.what) {
      case 'change':
        return this.server.change(calls);
      case 'cut':
        return this.server.change(calls, 'delivered' in moment ? moment.delivered : 0);
      case 'wait':
        return this.pass('time' in moment ? moment.time : 0);
      case 'repeat':
        return this.server.repeat('count' in moment ? moment.count : 0);
      case 'break':
        return this.server.breakLines();
      case 'die':
        return this.server.killLines();
      case 'away':
        this.server.isUp = false;
        return this.server.breakLines();
      case 'back':
        this.server.isUp = true;
        return;
      case 'online':
        return this.connection.retryNow();
      default:
        return this.#sleep();
    }
  }

  /** Time passes with heartbeats; never longer without one than the silence limit, unless nothing arrives. */
  pass(milliseconds: number): void {
    for (let left = milliseconds; left > 0; left -= 500) {
      this.clock.advance(Math.min(500, left));
      if (this.server.isUp) this.server.beat();
    }
  }

  shown(): readonly CallView[] {
    const { mine, offered, waiting, parked, camped, others } = this.model.calls.arrangement.getSnapshot();
    return [...mine, ...offered, ...waiting, ...parked, ...camped, ...others].toSorted(byId);
  }

  truth(): readonly CallView[] {
    return Array.from(this.server.calls.values()).toSorted(byId);
  }

  #newer(changes: readonly (readonly [number, (typeof states)[number]])[]): readonly CallView[] {
    return Array.from(new Map(changes), ([line, state]) => {
      // Who has hung up and calls again is another call.
      const life = this.#lives.get(line) ?? 0;
      if (state === 'ended') this.#lives.set(line, life + 1);
      return callIn(`call-${line}-${life}`, state, this.clock.now());
    });
  }

  /** Half an hour in which the machine does nothing: its timers are late, its sockets dead without a word. */
  #sleep(): void {
    this.server.killLines();
    this.clock.sleep(30 * 60_000);
    this.connection.retryNow();
  }
}

const byId = (a: CallView, b: CallView): number => a.callId.localeCompare(b.callId);

describe('Whatever happens between a console and its server', () => {
  it('what it shows as so is so, and what was so is marked within the silence limit', () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 40 }), (moments) => {
        const desk = new Desk();
        for (const each of moments) {
          desk.live(each);
          // Time for what is under way to arrive, or for its absence to be noticed.
          desk.pass(silenceLimit + 1);
          const isLive = desk.connection.state.getSnapshot().kind === 'live';
          expect(isLive ? desk.shown() : desk.truth()).toEqual(desk.truth());
        }
        desk.server.isUp = true;
        desk.pass(longestPause + silenceLimit + 1_000);
        expect(desk.connection.state.getSnapshot().kind).toBe('live');
        expect(desk.shown()).toEqual(desk.truth());
      }),
    );
  });
});
