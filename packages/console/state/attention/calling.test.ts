import type { CallView } from '@switchboard/contract/views/call-view';
import { describe, expect, it } from 'vitest';
import { talkingCall, waitingCall } from '../../testing/sample-office.testing.ts';
import { arrangeCalls } from '../arrange-calls.ts';
import { callingNow } from './calling.ts';
import { ringAt } from './ring-plan.ts';

const now = 1_000_000;
const here = { isAvailable: true, isTalking: false };
const waits = (seconds: number, more: Partial<CallView> = {}): CallView =>
  waitingCall(now, { callId: `waits-${seconds}`, arrivedAt: now - seconds * 1_000, ...more });
const offered = (seconds: number) =>
  waits(seconds, { callId: `offered-${seconds}`, offer: { until: now + 9_000 } });

const idsFor = (calls: 'offers' | 'waiting' | 'long', live: readonly CallView[], operator = here) =>
  callingNow(arrangeCalls(live, 'me', undefined), { calls, longWait: 30 }, operator, now).calls.map(
    ({ callId }) => callId,
  );

describe('What calls for the operator', () => {
  const live = [waits(3), offered(5), waits(40), waits(50, { callId: 'not-mine-to-take', can: [] })];

  it('is by the rule: what is offered, what waits and may be taken, or what waits too long', () => {
    expect(idsFor('offers', live)).toEqual(['offered-5']);
    expect(idsFor('waiting', live)).toEqual(['waits-40', 'offered-5', 'waits-3']);
    expect(idsFor('long', live)).toEqual(['waits-40']);
  });

  it('is on a break only what is offered all the same', () => {
    expect(idsFor('waiting', live, { ...here, isAvailable: false })).toEqual(['offered-5']);
  });

  it('is also who came back to the operator, before all others and for half a minute', () => {
    const operator = { operatorId: 'me', name: 'Eva' };
    const back = (seconds: number): CallView =>
      talkingCall(now, {
        ...{ callId: `back-${seconds}`, state: 'held', operator, since: now - seconds * 1_000 },
        ...{ arrivedAt: now - 10_000, recall: { why: 'noAnswer' } },
      });
    expect(idsFor('offers', [...live, back(29)])).toEqual(['back-29', 'offered-5']);
    expect(idsFor('offers', [back(29)], { ...here, isAvailable: false })).toEqual(['back-29']);
    expect(idsFor('waiting', [back(30)])).toEqual([]);
    const { changesAt } = callingNow(
      arrangeCalls([back(29)], 'me', undefined),
      { calls: 'long', longWait: 60 },
      here,
      now,
    );
    expect(changesAt).toBe(now + 1_000);
  });

  it('is, where only long waits ring, also a call that waits again after it came back', () => {
    expect(idsFor('long', [waits(3, { recall: { why: 'tooLong' } })])).toEqual(['waits-3']);
  });

  it('is nothing that somebody has taken, talks in, or has put somewhere', () => {
    const calls = [talkingCall(now), waits(9, { state: 'parked' }), waits(9, { state: 'greeting' })];
    expect(idsFor('waiting', calls)).toEqual([]);
  });

  it.each([
    [29, 0, 1],
    [30, 1, 30],
    [60, 2, 60],
    [120, 3, undefined],
  ])('after %i s is at step %i, and says when that changes', (seconds, step, changesIn) => {
    const calling = callingNow(
      arrangeCalls([waits(seconds)], 'me', undefined),
      { calls: 'waiting', longWait: 30 },
      here,
      now,
    );
    expect(calling.step).toBe(step);
    expect(calling.changesAt).toBe(changesIn === undefined ? undefined : now + changesIn * 1_000);
  });
});

describe('A ring', () => {
  const sounding = { sound: 'bell', volume: 80, grows: true } as const;

  it('grows in steps to the chosen volume and never beyond, and gets a second voice', () => {
    const rings = ([0, 1, 2, 3] as const).map((step) => ringAt(step, sounding, false));
    const gains = rings.map(({ gain }) => gain);
    expect(gains).toEqual(gains.toSorted((a, b) => a - b));
    expect(gains.at(-1)).toBeCloseTo(0.64);
    expect(rings.map(({ hasSecondVoice }) => hasSecondVoice)).toEqual([false, false, true, true]);
  });

  it('stays as chosen where it is not to grow, and under the voice while the operator talks', () => {
    expect(ringAt(3, { ...sounding, grows: false }, false)).toEqual(
      ringAt(0, { ...sounding, grows: false }, false),
    );
    expect(ringAt(3, sounding, true).gain).toBeLessThan(ringAt(0, sounding, false).gain);
    expect(ringAt(2, { ...sounding, volume: 0 }, false).gain).toBe(0);
  });
});
