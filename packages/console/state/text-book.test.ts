import type { Preferences } from '@switchboard/contract/preferences/sections';
import { ManualClock } from '@switchboard/kit/clock';
import { beforeEach, describe, expect, it } from 'vitest';
import { Cell } from '../connection/cell.ts';
import { type Language, languageOf } from '../i18n/languages.ts';
import { english, type Texts } from '../i18n/texts.ts';
import { openDesk } from '../testing/fake-line.testing.ts';
import { TextBook } from './text-book.ts';

const dutch: Texts = { ...english, language: 'nl', notSent: () => 'niet verstuurd' };

let clock: ManualClock;
let look: Cell<Preferences<'look'>>;
let asked: string[];
/** What is being fetched, and how it ends. */
let fetched: { readonly language: Language; readonly end: (texts: Texts | undefined) => void }[];
let book: TextBook;

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const choose = (language: string): void => look.update((values) => ({ ...values, language }));
const shown = (): string => book.texts.getSnapshot().language;

beforeEach(() => {
  clock = new ManualClock(0);
  look = new Cell<Preferences<'look'>>({ theme: 'system', language: 'system', density: 'comfortable' });
  asked = ['en-GB'];
  fetched = [];
  book = new TextBook({
    clock,
    look,
    asked: () => asked,
    first: english,
    load: (language) =>
      new Promise((resolve, reject) => {
        const end = (texts: Texts | undefined): void =>
          texts === undefined ? reject(new Error('no connection')) : resolve(texts);
        fetched.push({ language, end });
      }),
  });
});

describe('The language', () => {
  it('is the chosen one, else the first of the browser’s that we have, else English', () => {
    expect(languageOf('nl-BE', ['en'])).toBe('nl');
    expect(languageOf('system', ['sv-SE', 'nl-NL', 'en'])).toBe('nl');
    expect(languageOf('system', ['sv', 'pt-BR'])).toBe('en');
    expect(languageOf('tlh', ['nl'])).toBe('nl');
    expect(languageOf('system', [])).toBe('en');
  });

  it('is fetched when it is chosen, and shown when it is here', async () => {
    await book.begin();
    choose('nl');
    expect([shown(), fetched.map(({ language }) => language)]).toEqual(['en', ['nl']]);
    fetched[0]?.end(dutch);
    await settled();
    expect(shown()).toBe('nl');
  });

  it('is the last one chosen, whichever is here first', async () => {
    await book.begin();
    choose('nl');
    choose('en');
    fetched[0]?.end(dutch);
    await settled();
    expect(shown()).toBe('en');
  });

  it('is asked for again where it could not be had, and what is shown stays', async () => {
    await book.begin();
    choose('nl');
    fetched[0]?.end(undefined);
    await settled();
    expect(shown()).toBe('en');
    clock.advance(5_000);
    fetched[1]?.end(dutch);
    await settled();
    expect(shown()).toBe('nl');
  });

  it('follows the browser when that asks for another', async () => {
    await book.begin();
    asked = ['nl'];
    book.askedAnew();
    fetched[0]?.end(dutch);
    await settled();
    expect(shown()).toBe('nl');
  });
});

describe('The first picture', () => {
  it('waits for its language, but not for ever', async () => {
    asked = ['nl'];
    let isBegun = false;
    void book.begin().then(() => {
      isBegun = true;
    });
    await settled();
    expect(isBegun).toBe(false);
    clock.advance(3_000);
    await settled();
    expect([isBegun, shown()]).toEqual([true, 'en']);
    fetched[0]?.end(dutch);
    await settled();
    expect(shown()).toBe('nl');
  });

  it('comes in English where its language cannot be had', async () => {
    asked = ['nl'];
    const begun = book.begin();
    fetched[0]?.end(undefined);
    await begun;
    expect(shown()).toBe('en');
  });
});

describe('A console whose language changes', () => {
  it('speaks the new one from then on, with the operator’s keys, and says nothing again', () => {
    const texts = new Cell<Texts>(english);
    const desk = openDesk(undefined, undefined, undefined, texts);
    desk.line.welcome();
    const before = desk.model.texts;
    const saidBefore = [...desk.said];
    texts.set(dutch);
    expect(desk.said).toEqual(saidBefore);
    expect(desk.model.texts).not.toBe(before);
    expect(desk.model.texts).toBe(desk.model.texts);
    desk.model.keys.give('park', { key: 'F9', ctrl: true, shift: true, alt: false }, 'take');
    expect(desk.model.texts.keyCap('park')).toBe('Ctrl+Shift+F9');
    desk.line.lose();
    desk.model.desk.ask({ action: 'readFilters', subject: '', message: { type: 'readFilters' } });
    desk.clock.advance(5_000);
    expect(desk.said).toContain('niet verstuurd');
  });
});
