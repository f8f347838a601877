import type { KeysPreference } from '@switchboard/contract/preferences/keys';
import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '../i18n/texts.ts';
import { keptFor } from '../testing/kept.testing.ts';
import { chordText } from './chord.ts';
import { KeyBook } from './key-book.ts';
import { KeyEdit } from './key-edit.ts';
import type { KeyAction, KeyPress } from './key-map.ts';
import { profileFile } from './key-profile-file.ts';

describe('Changing a key', () => {
  let book: KeyBook;
  let edit: KeyEdit;
  beforeEach(() => {
    book = new KeyBook(() => 'My keys', keptFor<KeysPreference>({ profile: 'keyboard', own: [] }));
    edit = new KeyEdit(book, () => english);
  });
  const press = (key: string, differences: Partial<KeyPress> = {}): boolean =>
    edit.heard({
      key,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      shiftKey: false,
      altGraph: false,
      repeat: false,
      ...differences,
    });
  const said = (): string => edit.said.getSnapshot().join(' ');
  const shown = (action: KeyAction): string => english.chordCap(book.chord(action));
  const kind = (): string => edit.state.getSnapshot().kind;

  it('takes the next key that is pressed, and leaves all others to the page', () => {
    expect(press('F4', { shiftKey: true })).toBe(false);
    edit.begin({ kind: 'key', action: 'park' });
    expect(press('Enter', { repeat: true })).toBe(true);
    expect(press('Shift', { shiftKey: true })).toBe(true);
    expect(kind()).toBe('listening');
    press('.', { ctrlKey: true });
    expect([kind(), shown('park'), said()]).toEqual(['idle', 'Ctrl+.', 'Ctrl+.: Park']);
  });

  it('says why a key is not to be had, and waits for another', () => {
    edit.begin({ kind: 'key', action: 'park' });
    press('F5');
    expect(said()).toBe('F5 is not to be had: the browser loads the page anew with it. Press the new key.');
    press('w', { ctrlKey: true });
    expect(said()).toContain('Ctrl+W is not to be had');
    press('q', { metaKey: true });
    expect(said()).toContain('Windows keeps it');
    expect(kind()).toBe('listening');
    press('Escape');
    expect([kind(), said(), shown('park')]).toEqual(['idle', '', 'Shift+F9']);
  });

  it('names both actions when the key is taken, and does what the operator chooses', () => {
    edit.begin({ kind: 'key', action: 'park' });
    press('F8');
    expect(said()).toBe('F8 is the key of “End the call”. Give it to “Park”?');
    edit.resolve('keep');
    expect([shown('park'), shown('hangUp')]).toEqual(['Shift+F9', 'F8']);
    edit.begin({ kind: 'key', action: 'park' });
    press('F8');
    edit.resolve('swap');
    expect([shown('park'), shown('hangUp')]).toEqual(['F8', 'Shift+F9']);
    edit.begin({ kind: 'key', action: 'holdOrResume' });
    press('F8');
    edit.resolve('take');
    expect([shown('holdOrResume'), shown('park'), kind()]).toEqual(['F8', '', 'idle']);
    edit.resetAll();
    expect(shown('park')).toBe('Shift+F9');
  });

  it('takes a letter from A to Z that nothing else has in the same place', () => {
    edit.begin({ kind: 'letter', group: 'calls', name: 'hold' });
    press('F9');
    expect(said()).toBe('A letter from A to Z is wanted.');
    press('p');
    expect(said()).toBe('P is the letter of “Park” there. Choose another.');
    press('z');
    expect(book.letter('calls', 'resume')).toBe('Z');
    expect(kind()).toBe('idle');
  });

  it('takes a file in, or says everything that is wrong with it', () => {
    const own = {
      name: 'Night',
      base: 'keyboard' as const,
      keys: { park: ['F8'], hangUp: ['Shift+F9'] },
      letters: {},
    };
    edit.takeIn(profileFile(own));
    expect(said()).toBe('The keys of “Night” are in use');
    expect(book.profile.getSnapshot().keys.park.map(chordText)).toEqual(['F8']);
    edit.takeIn(profileFile({ ...own, name: 'Bad', keys: { park: ['F5'], jump: ['F9'] } }));
    expect(edit.said.getSnapshot()).toEqual([
      'The file was not taken in:',
      'keys.jump: there is no such action. Take the line out, or correct its name.',
      'keys.park: F5 is not to be had, since the browser loads the page anew with it. Choose another key.',
    ]);
    expect(book.profile.getSnapshot().name).toBe('Night');
  });

  it('keeps no more profiles than there is room for', () => {
    for (let i = 1; i <= 9; i++)
      edit.takeIn(profileFile({ name: `P${i}`, base: 'keyboard', keys: {}, letters: {} }));
    expect(said()).toBe('There are 8 profiles, the most that can be kept. Forget one first.');
    expect(book.profile.getSnapshot().name).toBe('P8');
  });
});
