import { refusalCodes } from '@switchboard/contract/errors/refusal';
import { callActions, endReasons, missReasons } from '@switchboard/contract/views/call-view';
import { describe, expect, it } from 'vitest';
import { clockTime } from './durations.ts';
import { ended, missed, spoken } from './english-words.ts';
import { english } from './texts.ts';

describe('The texts', () => {
  it.each(refusalCodes)('have a sentence for the refusal %s that names the action', (code) => {
    for (const action of callActions) {
      const sentence = english.refused(action, { code });
      expect(sentence).toMatch(/^[A-Z][^:]+: [a-zA-Z].+\.$/);
      expect(sentence).not.toContain('undefined');
    }
  });

  it('name who has a call, and what does not fit', () => {
    expect(english.refused('accept', { code: 'callTaken', by: 'Ben Adeyemi' })).toBe(
      'Take: Ben Adeyemi has taken this call.',
    );
    expect(
      english.refused('transfer', { code: 'malformed', field: 'personId', remedy: 'Choose a person.' }),
    ).toBe('Put through: the server did not understand “personId”. Choose a person.');
  });

  it('have words for every way to miss a call and to end one', () => {
    expect(Object.keys(missed).toSorted()).toEqual([...missReasons].toSorted());
    expect(Object.keys(ended).toSorted()).toEqual([...endReasons].toSorted());
  });

  it('write durations as clocks do and say them in words', () => {
    expect(['0:00', '0:48', '12:05', '1:02:03']).toEqual([-5, 48_999, 725_000, 3_723_000].map(clockTime));
    expect(spoken(0)).toBe('0 seconds');
    expect(spoken(72_000)).toBe('1 minute 12 seconds');
    expect(spoken(3_600_000)).toBe('1 hour');
  });
});
