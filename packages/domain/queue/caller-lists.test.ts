import { expect, test } from 'vitest';
import { personId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import { type CallerLists, isBlocked, isVip, mostEntries, readCallerList } from './caller-lists.ts';

const number = (text: string): Party => ({ kind: 'number', number: text });
const lists = (changes: Partial<CallerLists>): CallerLists => ({
  vip: [],
  blocked: [],
  rejectWithheld: false,
  ...changes,
});

test('a number is known however it is written', () => {
  const blocking = lists({ blocked: ['+442079460123'] });
  const same = [
    'tel:+44-20-7946-0123',
    '+44 (20) 7946 0123',
    '00442079460123',
    '442079460123',
    '+442079460123;ext=4',
  ];
  const others = ['+442079460124', '+4420794601234', '+44207946012', '079460123', '0123', 'anonymous'];
  expect([...same, ...others].filter((text) => isBlocked(blocking, number(text)))).toEqual(same);
});

test('an entry with a star means all numbers that begin so', () => {
  const blocking = lists({ blocked: ['+1555*'] });
  expect(isBlocked(blocking, number('+1 555 0100'))).toBe(true);
  expect(isBlocked(blocking, number('+1 556 0100'))).toBe(false);
});

test('an extension of the house does not begin like a country', () => {
  expect(isBlocked(lists({ blocked: ['+15*'] }), number('1555'))).toBe(false);
});

test('an entry that somebody wrote with spaces fits all the same', () => {
  expect(isVip(lists({ vip: ['+44 20 7946 *'] }), number('+442079460123'))).toBe(true);
});

test('an important caller is not blocked, and a blocked one not important', () => {
  const both = lists({ vip: ['+442079460001'], blocked: ['+442079460002'] });
  expect([isVip(both, number('+442079460001')), isBlocked(both, number('+442079460001'))]).toEqual([
    true,
    false,
  ]);
  expect([isVip(both, number('+442079460002')), isBlocked(both, number('+442079460002'))]).toEqual([
    false,
    true,
  ]);
  expect([isVip(both, number('+442079460003')), isBlocked(both, number('+442079460003'))]).toEqual([
    false,
    false,
  ]);
});

test('of entries on both lists the closer one counts, and of equals the kinder', () => {
  const caller = number('+442079460001');
  const told = (vip: string[], blocked: string[]): string => {
    const both = lists({ vip, blocked });
    return `${isVip(both, caller) ? 'vip' : ''}${isBlocked(both, caller) ? 'blocked' : ''}`;
  };
  expect(told(['+442079*'], ['+44*'])).toBe('vip');
  expect(told(['+44*'], ['+442079*'])).toBe('blocked');
  expect(told(['+44*'], ['+442079460001'])).toBe('blocked');
  expect(told(['+442079460001'], ['+442079460001*'])).toBe('vip');
  expect(told(['+44*'], ['+44*'])).toBe('vip');
});

test('withheld numbers are refused where the queue says so, and are on no list', () => {
  const withheld: readonly Party[] = [{ kind: 'unknown' }, number('anonymous'), number('')];
  for (const caller of withheld) {
    expect(isBlocked(lists({ rejectWithheld: true }), caller)).toBe(true);
    expect(isBlocked(lists({ blocked: ['+44*'] }), caller)).toBe(false);
    expect(isVip(lists({ vip: ['+44*'] }), caller)).toBe(false);
  }
});

test('a colleague calls without a number, and withholds nothing', () => {
  const colleague: Party = { kind: 'person', id: personId('olga') };
  expect(isBlocked(lists({ rejectWithheld: true, blocked: ['+44*'] }), colleague)).toBe(false);
  expect(isVip(lists({ vip: ['+44*'] }), colleague)).toBe(false);
});

test('a list comes out as plus and digits, each number once', () => {
  const entered = ['+44 20 7946 0123', '0044 (20) 7946-0123', 'tel:+15550100', '+1 555 *', '+1.555.*'];
  expect(readCallerList('vip', entered)).toEqual({
    ok: true,
    value: ['+442079460123', '+15550100', '+1555*'],
  });
  expect(readCallerList('vip', [])).toEqual({ ok: true, value: [] });
});

test.each([
  ['no list', '+442079460123', 'blocked', 'it is no list'],
  ['no text', [442079460123], 'blocked[0]', 'it is no number'],
  ['no country', ['+15550100', '020 7946 0123'], 'blocked[1]', '"020 7946 0123"'],
  ['a country that is none', ['+0207946'], 'blocked[0]', '"+0207946"'],
  ['everybody', ['*'], 'blocked[0]', '"*"'],
  ['everybody, too', ['+*'], 'blocked[0]', '"+*"'],
  ['a star in the middle', ['+44*0123'], 'blocked[0]', '"+44*0123"'],
  ['a prefix without its star', ['+44'], 'blocked[0]', '"+44"'],
  ['too long', ['+1234567890123456'], 'blocked[0]', '"+1234567890123456"'],
  ['nothing', [''], 'blocked[0]', '""'],
  ['letters', ['+1 555 CALL'], 'blocked[0]', '"+1 555 CALL"'],
  ['too many', Array.from({ length: mostEntries + 1 }, () => '+15550100'), 'blocked', 'there are 5001'],
])('%s is refused with its place and a remedy', (_what, input, field, problem) => {
  const read = readCallerList('blocked', input);
  expect(read).toMatchObject({ ok: false, refusal: { field, remedy: expect.stringMatching(/^give /) } });
  expect(!read.ok && read.refusal.problem).toContain(problem);
});
