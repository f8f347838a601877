import { expect, test } from 'vitest';
import { assert, Defect, must, unreachable } from './assert.ts';
import { maskNumber, silentLogger } from './logger.ts';
import { ok, refused } from './result.ts';

test('a broken promise is a defect that says which', () => {
  expect(() => assert(0, 'nothing is something')).toThrow(new Defect('nothing is something'));
  expect(() => assert('', 'a name')).toThrow('a name');
  expect(() => assert({}, 'anything')).not.toThrow();
});

test('must gives what is there, be it false or nothing much', () => {
  for (const value of [0, '', false, Number.NaN]) expect(must(value, 'a value')).toBe(value);
  for (const value of [null, undefined]) expect(() => must(value, 'the call')).toThrow('missing: the call');
});

test('a case that cannot be is a defect with the value in it', () => {
  expect(() => unreachable('surprise' as never)).toThrow('unexpected value: "surprise"');
});

test('an outcome is a value or a refusal', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(refused('busy')).toEqual({ ok: false, refusal: 'busy' });
});

test('a masked number shows two digits at most', () => {
  expect(maskNumber('+442079460123')).toBe('…23');
  for (const short of ['', '1', '12']) expect(maskNumber(short)).toBe('…');
});

test('the silent logger takes everything', () => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    expect(silentLogger[level]('message', { field: 1 })).toBeUndefined();
  }
});
