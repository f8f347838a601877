import { expect, test } from 'vitest';
import { countryOf, legibleNumber, readNumber } from './read-number.ts';

const valueOf = (typed: string, country: 'GB' | 'US' | undefined) => {
  const read = readNumber(typed, country);
  return read.ok ? read.value : 'refused';
};

test('a number is read as people of the country write it', () => {
  expect(valueOf('020 7946 0100', 'GB')).toBe('+442079460100');
  expect(valueOf('(020) 7946-0100', 'GB')).toBe('+442079460100');
  expect(valueOf('00 44 20 7946 0100', 'GB')).toBe('+442079460100');
  expect(valueOf('+44 20 7946 0100', 'US')).toBe('+442079460100');
  expect(valueOf('+44 20 7946 0100', undefined)).toBe('+442079460100');
});

test('what is no number is refused with why', () => {
  for (const typed of ['12', 'reception', '+', '++44', '0000000000000000000', '+44 20 79'])
    expect([typed, valueOf(typed, 'GB')]).toEqual([typed, 'refused']);
  const read = readNumber('020 7946 0100', undefined);
  expect(read.ok ? '' : read.refusal).toBe('noCountryCode');
});

test('an extension is not dropped in silence', () => {
  const read = readNumber('+44 20 7946 0100 ext. 12', 'GB');
  expect(read.ok ? '' : read.refusal).toBe('hasExtension');
});

test('the country is that of the queue’s number', () => {
  expect(countryOf('+442079460100')).toBe('GB');
  expect(countryOf(undefined)).toBeUndefined();
  expect(countryOf('nonsense')).toBeUndefined();
});

test('a number in E.164 is written as people read it, and what is none stays as it is', () => {
  expect(legibleNumber('+442079460123')).toBe('+44 20 7946 0123');
  expect(legibleNumber('+15550100')).toMatch(/^\+1 /);
  expect(legibleNumber('4711')).toBe('4711');
});
