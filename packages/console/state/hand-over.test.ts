import type { CallAction } from '@switchboard/contract/views/call-view';
import { describe, expect, it } from 'vitest';
import { me, samplePeople, talkingCall } from '../testing/sample-office.testing.ts';
import type { Choice } from './choices.ts';
import { handOver, linesOf, type Manner } from './hand-over.ts';
import type { Line } from './letter-map.ts';

const [jan] = samplePeople(0);
const [, patients] = me.queues;
if (jan === undefined || patients === undefined) throw new Error('the sample office is empty');
const person: Choice = { kind: 'person', key: 'p', person: jan };
const number: Choice = { kind: 'number', key: 'n', number: '+1 555 0142' };
const queue: Choice = { kind: 'queue', key: 'q', queue: patients };
const call = (...can: CallAction[]) => talkingCall(0, can.length === 0 ? {} : { can });
const message = (choice: Choice, manner: Manner, line: Line = 'teams', of = call()): unknown => {
  const wanted = handOver(of, choice, manner, line);
  return wanted.action === undefined ? wanted.why : { ...wanted.message, action: wanted.action };
};

describe('Handing over', () => {
  it.each([
    ['teams', { kind: 'person', personId: 'person-1' }],
    ['phone', { kind: 'person', personId: 'person-1', line: 'phone' }],
    ['mobile', { kind: 'person', personId: 'person-1', line: 'mobile' }],
  ] as const)('rings a person on the line %s', (line, to) => {
    expect(message(person, 'transfer', line)).toMatchObject({ type: 'transfer', to });
    expect(message(person, 'consult', line)).toMatchObject({ type: 'consult', to });
  });

  it('leaves at once when asked to', () => {
    expect(message(person, 'transfer')).not.toHaveProperty('leave');
    expect(message(person, 'leave')).toMatchObject({ type: 'transfer', leave: true });
  });

  it('goes to a mailbox, and never asks one', () => {
    expect(message(person, 'transfer', 'voicemail')).toMatchObject({
      action: 'voicemail',
      type: 'transfer',
      voicemail: true,
    });
    expect(message(person, 'consult', 'voicemail')).toBe('mailboxCannotTalk');
    expect(message(person, 'transfer', 'voicemail', call('transfer'))).toBe('notNow');
  });

  it('rings a number as it was typed', () => {
    expect(message(number, 'transfer')).toMatchObject({ to: { kind: 'number', number: '+1 555 0142' } });
  });

  it('moves to a queue, and never asks one', () => {
    expect(message(queue, 'transfer')).toMatchObject({
      action: 'moveToQueue',
      type: 'transfer',
      to: { kind: 'queue', queueId: 'queue-patients' },
    });
    expect(message(queue, 'consult')).toBe('queueCannotTalk');
    expect(message(queue, 'transfer', 'teams', call('transfer'))).toBe('notNow');
  });

  it('adds one more where several talk already', () => {
    const merged = call('add', 'drop', 'leave');
    expect(message(person, 'transfer', 'mobile', merged)).toMatchObject({
      action: 'add',
      type: 'add',
      to: { kind: 'person', line: 'mobile' },
    });
    expect(message(person, 'consult', 'teams', merged)).toMatchObject({ type: 'add' });
    expect(message(person, 'leave', 'teams', merged)).toBe('notNow');
  });

  it('does nothing that the call does not allow', () => {
    for (const manner of ['transfer', 'consult', 'leave'] as const) {
      expect(message(person, manner, 'teams', call('hangUp'))).toBe('notNow');
    }
  });

  it('offers the lines that the person has and the call allows', () => {
    expect(linesOf(call(), person)).toEqual(['teams', 'phone', 'mobile', 'voicemail']);
    expect(linesOf(call('transfer'), person)).toEqual(['teams', 'phone', 'mobile']);
    const { phone: _, mobile: __, ...bare } = jan;
    expect(linesOf(call('transfer'), { kind: 'person', key: 'p', person: bare })).toEqual(['teams']);
    expect(linesOf(call(), queue)).toEqual([]);
  });
});
