import { describe, expect, it } from 'vitest';
import { me, samplePeople } from '../testing/sample-office.testing.ts';
import { bestChoice, choicesIn, rowsOf, typedNumber } from './choices.ts';
import { nobodyFound, withAnswer } from './found-people.ts';

const people = samplePeople(0).slice(0, 2);
const scope = { queues: me.queues, numbers: true };
const rows = (text: string, found = people, what = scope) =>
  rowsOf(
    text,
    withAnswer(nobodyFound, 0, { type: 'people', id: '', people: found, total: found.length, more: false }),
    what,
  );
const keys = (...asked: Parameters<typeof rows>): readonly string[] => rows(...asked).map(({ key }) => key);

describe('The rows that a text finds', () => {
  it.each([
    ['+44 20 7946 0199', '+44 20 7946 0199'],
    [' 0199 ', '0199'],
    ['(020) 7946-0199', '(020) 7946-0199'],
    ['\u202d+44 20 7946\u20110199\u202c', '+44 20 7946-0199'],
    ['12', undefined],
    ['room 12', undefined],
    ['+', undefined],
    ['1'.repeat(41), undefined],
  ])('takes %j for the number %j', (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });

  it('are queues whose words begin as typed, then people, then the number', () => {
    expect(keys('rec')).toEqual(['queue-queue-main', 'person-person-1', 'person-person-2']);
    expect(keys('ception')).toEqual(['person-person-1', 'person-person-2']);
    expect(keys('0199', [])).toEqual(['number']);
    expect(keys('0199', [], { queues: [], numbers: false })).toEqual([]);
  });

  it('choose the best person before a queue, unless the queue’s whole name is typed', () => {
    const best = (text: string, found = people): string | undefined =>
      bestChoice(text, choicesIn(rows(text, found)))?.key;
    expect(best('rec')).toBe('person-person-1');
    expect(best('RECEPTION ')).toBe('queue-queue-main');
    expect(best('pat', [])).toBe('queue-queue-patients');
    expect(best('x', [])).toBeUndefined();
  });
});
