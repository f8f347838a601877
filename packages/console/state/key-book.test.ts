import type { KeysPreference } from '@switchboard/contract/preferences/keys';
import { beforeEach, describe, expect, it } from 'vitest';
import { keptFor } from '../testing/kept.testing.ts';
import { type Chord, chordFrom, chordText } from './chord.ts';
import { KeyBook } from './key-book.ts';
import { type KeyPress, keyActions, keyMap } from './key-map.ts';
import { actionsWith, keyActionOf, shippedProfile, shippedProfiles } from './key-profile.ts';
import { profileFile, profileFrom } from './key-profile-file.ts';
import { whyReserved } from './reserved-keys.ts';

const chord = (text: string): Chord => {
  const found = chordFrom(text);
  if (found === undefined) throw new Error(`${text} is no chord`);
  return found;
};
const press = (key: string, differences: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  altGraph: false,
  repeat: false,
  ...differences,
});

describe.each(shippedProfiles)('The profile %s as it ships', (name) => {
  const profile = shippedProfile(name);

  it('has no key that a browser, Windows or typing keeps', () => {
    const kept = keyActions.flatMap((action) =>
      profile.keys[action]
        .map((each) => whyReserved(each, keyMap[action].place))
        .filter((why) => why !== undefined)
        .map((why) => `${action}: ${why}`),
    );
    expect(kept).toEqual([]);
  });

  it('has each key for one action', () => {
    const all = keyActions.flatMap((action) => profile.keys[action]);
    expect(all.filter((each) => actionsWith(profile, each).length !== 1)).toEqual([]);
  });
});

describe('The number pad', () => {
  const profile = shippedProfile('numberPad');
  const onPad = (key: string, code: string) => keyActionOf(press(key, { code }), profile);

  it('has the core loop alone, and leaves digits to the search', () => {
    expect(onPad('Enter', 'NumpadEnter')).toBe('go');
    expect(onPad('+', 'NumpadAdd')).toBe('chooseNext');
    expect(onPad('-', 'NumpadSubtract')).toBe('choosePrevious');
    expect(onPad('*', 'NumpadMultiply')).toBe('ask');
    expect(onPad('/', 'NumpadDivide')).toBe('focusCalls');
    expect(onPad('.', 'NumpadDecimal')).toBe('stepBack');
    expect(onPad('7', 'Numpad7')).toBeUndefined();
  });

  it('is another key than the same sign of the keyboard, and than itself in the other profile', () => {
    expect(keyActionOf(press('+', { code: 'BracketRight' }), profile)).toBeUndefined();
    expect(keyActionOf(press('+', { code: 'NumpadAdd' }), shippedProfile('keyboard'))).toBeUndefined();
    expect(keyActionOf(press('ArrowDown'), profile)).toBe('chooseNext');
  });
});

describe('A key', () => {
  it.each(['F9', 'Ctrl+Shift+F8', 'Alt+ArrowUp', '?', 'Ctrl+Z', 'NumpadAdd', 'Ctrl++', 'Space'])(
    '%s is written as it is read',
    (text) => expect(chordText(chord(text))).toBe(text),
  );

  it.each(['', 'Ctrl+', 'F9 F8', 'Strg+F9', 'Ctrl+\u0000'])('is not what “%s” writes', (text) =>
    expect(chordFrom(text)).toBeUndefined(),
  );

  it.each([
    ['F5', 'reload'],
    ['Shift+F5', 'reload'],
    ['Ctrl+W', 'browserCommand'],
    ['Ctrl+C', 'clipboard'],
    ['Ctrl+F4', 'closesTab'],
    ['Alt+F4', 'closesWindow'],
    ['Alt+D', 'menus'],
    ['Ctrl+NumpadAdd', 'zoom'],
    ['Tab', 'focus'],
    ['Insert', 'screenReader'],
    ['Meta', 'windows'],
    ['J', 'types'],
    ['7', 'types'],
    ['?', 'types'],
    ['Space', 'presses'],
    ['Home', 'edits'],
    ['ArrowRight', 'edits'],
    ['LaunchMail', 'unknown'],
  ])('%s is kept by others: %s', (text, why) => {
    expect(whyReserved(chord(text), 'page')).toBe(why);
  });

  it('may be a sign where nothing is typed', () => {
    expect(whyReserved(chord('?'), 'notTyping')).toBeUndefined();
    expect(whyReserved(chord('j'), 'notTyping')).toBe('types');
  });
});

describe('The keys of an operator', () => {
  const nothing: KeysPreference = { profile: 'keyboard', own: [] };
  let kept: ReturnType<typeof keptFor<KeysPreference>>;
  let book: KeyBook;
  beforeEach(() => {
    kept = keptFor(nothing);
    book = new KeyBook(() => 'My keys', kept);
  });
  const shown = (action: (typeof keyActions)[number]): string | undefined => {
    const found = book.chord(action);
    return found && chordText(found);
  };

  it('change in a copy of the shipped profile, which is kept', () => {
    expect(book.verdict('holdOrResume', chord('Ctrl+.'))).toEqual({ kind: 'free' });
    book.give('holdOrResume', chord('Ctrl+.'), 'take');
    expect(keyActionOf(press('.', { ctrlKey: true }), book.profile.getSnapshot())).toBe('holdOrResume');
    expect(keyActionOf(press('F9'), book.profile.getSnapshot())).toBeUndefined();
    expect(kept.value.getSnapshot()).toEqual({
      profile: 'My keys',
      own: [{ name: 'My keys', base: 'keyboard', keys: { holdOrResume: ['Ctrl+.'] }, letters: {} }],
    });
  });

  it('that others keep are refused, also without asking first', () => {
    expect(book.verdict('hangUp', chord('F5'))).toEqual({ kind: 'reserved', why: 'reload' });
    book.give('hangUp', chord('F5'), 'take');
    expect(kept.value.getSnapshot()).toEqual(nothing);
  });

  it('that another action has are told, and swapped or taken', () => {
    expect(book.verdict('holdOrResume', chord('F8'))).toEqual({ kind: 'taken', by: ['hangUp'] });
    book.give('holdOrResume', chord('F8'), 'swap');
    expect([shown('holdOrResume'), shown('hangUp')]).toEqual(['F8', 'F9']);
    book.give('park', chord('F8'), 'take');
    expect([shown('park'), shown('holdOrResume')]).toEqual(['F8', undefined]);
  });

  it('are not swapped into a place where they cannot be', () => {
    book.give('showKeys', chord('F8'), 'swap');
    expect([shown('showKeys'), shown('hangUp')]).toEqual(['F8', undefined]);
  });

  it('are reset one by one and all together', () => {
    book.give('holdOrResume', chord('F8'), 'swap');
    expect(book.isChanged('hangUp')).toBe(true);
    book.resetOne('holdOrResume');
    expect([shown('holdOrResume'), shown('hangUp')]).toEqual(['F9', undefined]);
    book.resetAll();
    expect([shown('holdOrResume'), shown('hangUp')]).toEqual(['F9', 'F8']);
    expect(keyActions.filter((action) => book.isChanged(action))).toEqual([]);
  });

  it('keep the keys of the keyboard beside those of the pad', () => {
    book.choose('numberPad');
    book.give('chooseNext', chord('F9'), 'take');
    expect(book.profile.getSnapshot().keys.chooseNext.map(chordText)).toEqual(['F9', 'ArrowDown']);
    expect(book.current().base).toBe('numberPad');
  });

  it('have letters, of which two that never meet move together', () => {
    expect(book.giveLetter('calls', 'hold', 'P')).toEqual(['park']);
    expect(book.giveLetter('calls', 'hold', 'Z')).toEqual([]);
    expect([book.letter('calls', 'hold'), book.letter('calls', 'resume')]).toEqual(['Z', 'Z']);
    expect(book.letter('person', 'park')).toBe('P');
  });

  it('are those that were kept, and as shipped where what was kept is no key', () => {
    const own = {
      name: 'Night',
      base: 'keyboard' as const,
      letters: { calls: { toString: 'X', hold: 'J' } },
    };
    kept.value.set({
      profile: 'Night',
      own: [{ ...own, keys: { hangUp: ['no key'], park: ['F8'], older: ['F9'] } }],
    });
    expect([shown('hangUp'), shown('park'), book.letter('calls', 'hold')]).toEqual([undefined, 'F8', 'J']);
    kept.value.set({ profile: 'Gone', own: [] });
    expect(book.profile.getSnapshot()).toBe(shippedProfile('keyboard'));
  });

  it('are forgotten with their profile, and the shipped one is used again', () => {
    book.choose('numberPad');
    book.give('park', chord('F8'), 'take');
    book.remove('My keys');
    expect(book.profile.getSnapshot()).toBe(shippedProfile('numberPad'));
    expect(kept.value.getSnapshot()).toEqual({ profile: 'numberPad', own: [] });
  });
});

describe('A file of keys', () => {
  const own = {
    name: 'Night desk',
    base: 'keyboard' as const,
    keys: { holdOrResume: ['F8'], hangUp: ['F9'] },
    letters: { calls: { hold: 'Z', resume: 'Z' } },
  };
  const written = (differences: object): string =>
    JSON.stringify({ kind: 'switchboard-keys', version: 1, ...own, ...differences });
  const problems = (text: string) => {
    const read = profileFrom(text);
    return read.ok ? [] : read.refusal;
  };

  it('is read as it was written', () => {
    expect(profileFrom(profileFile(own))).toEqual({ ok: true, value: own });
  });

  it.each([
    ['no text at all', '', [{ kind: 'notJson' }]],
    ['another file', '{"name":"x"}', [{ kind: 'notOurs' }]],
    ['a list', '[]', [{ kind: 'notOurs' }]],
    ['too much', ' '.repeat(70_000), [{ kind: 'tooLarge' }]],
    ['that of a newer console', written({ version: 2 }), [{ kind: 'newer' }]],
    ['with a shipped name', written({ name: 'keyboard' }), [{ kind: 'shippedName' }]],
    ['without a base', written({ base: 'piano' }), [{ kind: 'misfit', field: 'base' }]],
    ['with a number for a key', written({ keys: { hangUp: 8 } }), [{ kind: 'misfit', field: 'keys.hangUp' }]],
    [
      'with names that are none',
      written({ keys: { hangup: ['F8'] }, letters: { calls: { jump: 'J' } } }),
      [
        { kind: 'unknownName', field: 'keys.hangup' },
        { kind: 'unknownName', field: 'letters.calls.jump' },
      ],
    ],
    [
      'with keys that are none or not to be had',
      written({ keys: { hangUp: ['Strg+F8'], park: ['F5'] } }),
      [
        { kind: 'noKey', field: 'keys.hangUp', text: 'Strg+F8' },
        { kind: 'reserved', field: 'keys.park', text: 'F5', why: 'reload' },
      ],
    ],
    [
      'with one key for two',
      written({ keys: { park: ['F8'] } }),
      [{ kind: 'twice', field: 'keys.park', text: 'F8', other: 'keys.hangUp' }],
    ],
    [
      'with one letter for two',
      written({ letters: { calls: { swap: 'H' } } }),
      [{ kind: 'twice', field: 'letters.calls.swap', text: 'H', other: 'letters.calls.hold' }],
    ],
  ])('that is %s is refused with what is wrong', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});
