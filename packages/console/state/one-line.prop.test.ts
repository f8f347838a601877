import type { CallView } from '@switchboard/contract/views/call-view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../i18n/english-one-line.ts';
import { talkingCall } from '../testing/sample-office.testing.ts';
import type { Situation } from './situation.ts';

const inCall = (view: Partial<CallView>): Situation => {
  const call = talkingCall(0, view);
  return {
    connection: 'live',
    call: { view: call, lasts: 72_000, target: call.target },
    away: undefined,
    waiting: 2,
    longest: 48_000,
  };
};

describe('The one line', () => {
  it('never cuts a word, whatever people are called and however narrow it is', () => {
    const name = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 5,
    });
    const state = fc.constantFrom('connected', 'held', 'transferring', 'consulting', 'merged', 'connecting');
    fc.assert(
      fc.property(name, state, fc.integer({ min: 20, max: 80 }), fc.nat(99), (words, at, width, waiting) => {
        const caller = { name: words.join(' ') };
        const line = oneLine(
          {
            ...inCall({ state: at as CallView['state'], caller, target: caller }),
            waiting,
            longest: 4_000_000,
          },
          width,
        );
        expect(line.length).toBeLessThanOrEqual(width);
        expect(line).not.toBe('');
        const whole = oneLine(
          { ...inCall({ state: at as CallView['state'], caller, target: caller }) },
          1_000,
        );
        const known = new Set(
          `${whole} ${words.join(' ')} With Held Ringing Together Pick up In a call wait nobody`.split(
            /[\s,.]+/,
          ),
        );
        const unknown = line.split(/[\s,.]+/).filter((word) => !known.has(word) && !/^[\d:]*$/.test(word));
        expect(unknown).toEqual([]);
      }),
    );
  });
});
