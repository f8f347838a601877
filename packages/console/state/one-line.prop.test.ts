import type { CallView } from '@switchboard/contract/views/call-view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, loadTexts } from '../i18n/languages.ts';
import { talkingCall } from '../testing/sample-office.testing.ts';
import type { Situation } from './situation.ts';

const states = ['connected', 'held', 'transferring', 'consulting', 'merged', 'connecting'] as const;
type State = (typeof states)[number];

const inCall = (state: State, name: string, waiting: number): Situation => {
  const party = { name };
  const call: CallView = talkingCall(0, { state, caller: party, target: party });
  return {
    connection: 'live',
    call: { view: call, lasts: 72_000, target: call.target },
    away: undefined,
    waiting,
    longest: 4_000_000,
  };
};
const quiet: Situation = {
  connection: 'lost',
  call: undefined,
  away: undefined,
  waiting: 0,
  longest: undefined,
};
const wordsOf = (line: string): readonly string[] => line.split(/[\s,.]+/).filter((word) => word !== '');
const widths = Array.from({ length: 61 }, (_, i) => 20 + i);

describe.each(languages)('The one line in %s', (language) => {
  it('never cuts a word, whatever people are called and however narrow it is', async () => {
    const { oneLine } = await loadTexts(language);
    /** Every word that it has of its own, those for narrow lines and for names of any length among them. */
    const own = new Set<string>();
    for (const length of [1, 5, 10, 15, 100])
      for (const state of states)
        for (const waiting of [0, 1, 2])
          for (const width of [...widths, 1_000])
            for (const word of wordsOf(oneLine(inCall(state, 'X'.repeat(length), waiting), width)))
              own.add(word);
    const name = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        name,
        fc.constantFrom(...states),
        fc.integer({ min: 20, max: 80 }),
        fc.nat(99),
        (names, state, width, waiting) => {
          const line = oneLine(inCall(state, names.join(' '), waiting), width);
          expect(line.length).toBeLessThanOrEqual(width);
          expect(line).not.toBe('');
          const known = new Set([...own, ...wordsOf(names.join(' '))]);
          const unknown = wordsOf(line).filter((word) => !known.has(word) && !/^[\d:]*$/.test(word));
          expect(unknown).toEqual([]);
        },
      ),
    );
  });

  it('says on 40 cells what goes on and who waits', async () => {
    const { oneLine } = await loadTexts(language);
    const away = ['break', 'offline', 'wrapUp'] as const;
    const situations = [
      quiet,
      ...away.map((status): Situation => ({ ...quiet, away: { status, reason: 'Other work' } })),
      ...states.map((state) => inCall(state, 'Mrs J. Smith', 12)),
    ];
    for (const situation of situations) {
      const line = oneLine(situation, 40);
      expect(line.length).toBeLessThanOrEqual(40);
      // What goes on and what waits stand beside each other, with a comma between.
      expect(line).toMatch(/\p{L}.*, .*\p{L}/u);
    }
  });
});
