import { describe, expect, it } from 'vitest';
import { samplePeople, talkingCall } from '../testing/sample-office.testing.ts';
import { waysOn } from './ways-on.ts';

const [jan] = samplePeople(0);
const back = (number?: string) =>
  talkingCall(0, {
    state: 'held',
    recall: { target: { name: 'Jan', ...(number === undefined ? {} : { number }) }, why: 'noAnswer' },
  });
const kinds = (...given: Parameters<typeof waysOn>): string =>
  waysOn(...given)
    .map(({ kind }) => kind)
    .join(' ');
const presence = (availability: string) => ({
  personId: 'p',
  availability,
  activity: availability,
  asOf: 0,
  source: 'poll' as const,
  staleAt: 10_000,
});

describe('The ways on', () => {
  it('offer waiting only for somebody busy', () => {
    expect(kinds(back(), jan, presence('Busy'))).toContain('camp');
    expect(kinds(back(), jan, presence('DoNotDisturb'))).toContain('camp');
    expect(kinds(back(), jan, presence('Available'))).not.toContain('camp');
    expect(kinds(back(), jan, undefined)).not.toContain('camp');
  });

  it('leave out the number that was just rung, however it is written', () => {
    const number = jan?.mobile?.replaceAll(' ', '-') ?? '';
    expect(kinds(back(number), jan, undefined)).toBe('phone voicemail park again manager department');
  });

  it('lead to every number that somebody has, and to no more than there are digits', () => {
    const [person] = samplePeople(0).map((each) => ({
      ...each,
      otherPhone: '+44 20 7946 0298',
      teamsNumber: '+44 20 7946 0299',
    }));
    expect(kinds(back(), person, presence('Available'))).toBe(
      'mobile phone otherPhone teamsNumber voicemail park again manager department',
    );
    expect(kinds(back('+442079460299'), person, presence('Available'))).not.toContain('teamsNumber');
    expect(waysOn(back(), person, presence('Busy'))).toHaveLength(9);
  });

  it('are only what the call allows', () => {
    expect(kinds({ ...back(), can: ['resume'] }, jan, presence('Busy'))).toBe('manager department');
    expect(kinds({ ...back(), can: ['resume'] }, undefined, undefined)).toBe('');
    expect(kinds(back(), undefined, undefined)).toBe('park');
  });
});
