import { must } from '@switchboard/kit/assert';
import { describe, expect, it } from 'vitest';
import { english } from '../i18n/texts.ts';
import { samplePeople } from '../testing/sample-office.testing.ts';
import { type ReadOut, resultSentence } from './result-sentence.ts';

const now = Date.UTC(2026, 10, 23, 10, 40);
const jan = must(samplePeople(now)[0], 'Jan');
const found: ReadOut = {
  person: jan,
  presence: jan.presence,
  day: 'free until half past two',
  group: undefined,
  isFavourite: true,
};
const say = (level: 'brief' | 'normal' | 'full', differences: Partial<ReadOut> = {}, at = now): string =>
  resultSentence({ ...found, ...differences }, at, level, english);

describe('What is read out of a row of the list', () => {
  it('is who, where, whether they are there, and at more than “brief” until when', () => {
    expect(say('brief')).toBe('Jan de Vries, Cardiology, Available');
    expect(say('normal')).toBe('Jan de Vries, Cardiology, Available, free until half past two');
    expect(say('full')).toBe(
      'Jan de Vries, Cardiology, Available, free until half past two, favourite, Cardiologist, Amsterdam, +44 20 7946 0210',
    );
  });

  it('says the group of a favourite, and why somebody is found whose row does not show it', () => {
    const matches = [{ field: 'tasks', value: 0, start: 0, end: 7, kind: 'prefix' }] as const;
    const person = { ...jan, tasks: ['Parking permits'], matches: [...matches] };
    expect(say('normal', { group: 'On call', person, day: undefined })).toBe(
      'Jan de Vries, Cardiology, Available, in On call, knows: Parking permits',
    );
  });

  it('says at every level that somebody is gone, and nothing of a presence that contacts do not have', () => {
    expect(say('brief', { person: { ...jan, isFormer: true } })).toBe(
      'Jan de Vries, Cardiology, No longer here',
    );
    const taxi = { personId: 's.1', source: 'shared', name: 'Tailspin Taxi', can: [] } as const;
    expect(say('normal', { person: { ...taxi, can: [] }, presence: undefined, day: undefined })).toBe(
      'Tailspin Taxi, Shared',
    );
  });

  it('says how old a presence is in steps, so that it is not read out anew every second', () => {
    const asOf = must(jan.presence, 'a presence').asOf;
    expect(say('brief', {}, asOf + 11_000)).toBe('Jan de Vries, Cardiology, Available 10 s ago');
    expect(say('brief', {}, asOf + 19_000)).toBe('Jan de Vries, Cardiology, Available 10 s ago');
    expect(say('brief', {}, asOf + 119_000)).toBe('Jan de Vries, Cardiology, Available 1 min ago');
  });
});
