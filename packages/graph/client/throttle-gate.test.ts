import { tenantId } from '@switchboard/domain/ids';
import { ManualClock } from '@switchboard/kit/clock';
import { describe, expect, test } from 'vitest';
import { requestKinds } from './request-kind.ts';
import { retryAfterMs } from './retry-after.ts';
import { ThrottleGate } from './throttle-gate.ts';

const contoso = tenantId('contoso');

test('without Retry-After the pause doubles up to a minute, and begins small again after an answer', () => {
  const clock = new ManualClock(0);
  const gate = new ThrottleGate(clock);
  const pauses: number[] = [];
  for (let time = 0; time < 8; time += 1) {
    pauses.push(gate.close(contoso, 'call', undefined));
    clock.advance(gate.waitMs(contoso, 'call'));
  }
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  gate.open(contoso, 'call');
  expect(gate.close(contoso, 'call', undefined)).toBe(1_000);
});

test('an answer that was on its way when the gate closed does not open it', () => {
  const gate = new ThrottleGate(new ManualClock(0));
  gate.close(contoso, 'call', 5_000);
  gate.open(contoso, 'call');
  expect(gate.waitMs(contoso, 'call')).toBe(5_000);
});

test('a shorter Retry-After does not shorten a longer one', () => {
  const gate = new ThrottleGate(new ManualClock(0));
  gate.close(contoso, 'call', 9_000);
  gate.close(contoso, 'call', 1_000);
  expect(gate.waitMs(contoso, 'call')).toBe(9_000);
});

test('a pause of ours is shortened by chance, by a half at most; one of Graph’s is kept to the millisecond', () => {
  const clock = new ManualClock(0);
  const chances = [0, 0.5, 0.999, 0.999];
  const gate = new ThrottleGate(clock, () => chances.shift() ?? 0);
  expect([1, 2, 3].map(() => gate.close(contoso, 'mail', undefined))).toEqual([1_000, 1_500, 2_002]);
  expect(gate.close(contoso, 'call', 3_000)).toBe(3_000);
});

test('says who is throttled until when, and nobody whose time is over', () => {
  const clock = new ManualClock(1_000);
  const gate = new ThrottleGate(clock);
  gate.close(contoso, 'directory', 5_000);
  gate.close(contoso, 'presence', 2_000);
  expect(gate.throttles()).toEqual([
    { tenantId: contoso, kind: 'directory', until: 6_000 },
    { tenantId: contoso, kind: 'presence', until: 3_000 },
  ]);
  clock.advance(2_000);
  expect(gate.throttles()).toMatchObject([{ kind: 'directory' }]);
  clock.advance(3_000);
  expect(gate.throttles()).toEqual([]);
});

describe('a kind that is throttled', () => {
  test.each(requestKinds)('%s holds back itself and what is less urgent, in its own tenant', (throttled) => {
    const gate = new ThrottleGate(new ManualClock(0));
    gate.close(contoso, throttled, 4_000);
    const held = requestKinds.filter((kind) => gate.waitMs(contoso, kind) > 0);
    expect(held).toEqual(requestKinds.slice(requestKinds.indexOf(throttled)));
    expect(requestKinds.every((kind) => gate.waitMs(tenantId('fabrikam'), kind) === 0)).toBe(true);
  });
});

test.each([
  ['3', 3_000],
  ['0.5', 500],
  ['Mon, 23 Nov 2026 10:00:04 GMT', 4_000],
  ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
  ['999999', 3_600_000],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %j is %j ms', (header, expected) => {
  expect(retryAfterMs(header, Date.UTC(2026, 10, 23, 10, 0, 0))).toBe(expected);
});
