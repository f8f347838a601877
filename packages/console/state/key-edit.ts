import { mostProfiles } from '@switchboard/contract/preferences/keys';
import { Cell, type Readable } from '../connection/cell.ts';
import type { Texts } from '../i18n/texts.ts';
import { type Chord, chordOf } from './chord.ts';
import type { ConflictChoice, KeyBook } from './key-book.ts';
import type { KeyAction, KeyPress } from './key-map.ts';
import type { LetterGroup, LetterName } from './key-profile.ts';
import { profileFrom } from './key-profile-file.ts';
import { letterOf } from './letter-map.ts';

/** Whose key is being changed. */
export type KeySubject =
  | { readonly kind: 'key'; readonly action: KeyAction }
  | { readonly kind: 'letter'; readonly group: LetterGroup; readonly name: LetterName };

/**
 * How far the operator is with changing a key.
 *
 * ```
 *  idle ──begin──▶ listening ──a key that is free──▶ idle
 *   ▲               │    │ ▲
 *   │               │    └─┘ a key that others keep: says why
 *   │               ▼ a key that another action has
 *   └──resolve── conflict
 * ```
 */
export type KeyEditState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'listening'; readonly subject: KeySubject }
  | {
      readonly kind: 'conflict';
      readonly subject: KeySubject;
      readonly action: KeyAction;
      readonly chord: Chord;
      readonly others: readonly KeyAction[];
    };

const idle: KeyEditState = { kind: 'idle' };

/** Changing keys in the settings. Each outcome has a sentence. */
export class KeyEdit {
  readonly #keys: KeyBook;
  readonly #texts: () => Texts;
  readonly #state = new Cell<KeyEditState>(idle);
  readonly #said = new Cell<readonly string[]>([]);

  constructor(keys: KeyBook, texts: () => Texts) {
    this.#keys = keys;
    this.#texts = texts;
  }

  get state(): Readable<KeyEditState> {
    return this.#state;
  }

  /** What came of the last step, a sentence a line. */
  get said(): Readable<readonly string[]> {
    return this.#said;
  }

  begin(subject: KeySubject): void {
    const say = this.#texts().keySettings;
    this.#state.set({ kind: 'listening', subject });
    this.#say(`${subject.kind === 'key' ? say.pressNow : say.pressLetter} ${say.cancelHint}`);
  }

  cancel(): void {
    this.#state.set(idle);
    this.#say();
  }

  /** A key was pressed while one is waited for. False: none is. */
  heard(press: KeyPress): boolean {
    const state = this.#state.getSnapshot();
    if (state.kind !== 'listening') return false;
    // The key that began it may still be held down.
    if (press.repeat) return true;
    if (press.key === 'Escape') this.cancel();
    else if (state.subject.kind === 'key') this.#heardKey(state.subject, press);
    else this.#heardLetter(state.subject, press);
    return true;
  }

  resolve(choice: ConflictChoice | 'keep'): void {
    const state = this.#state.getSnapshot();
    if (state.kind !== 'conflict') return;
    if (choice === 'keep') return this.cancel();
    this.#give(state.action, state.chord, choice);
  }

  resetOne(action: KeyAction): void {
    this.#keys.resetOne(action);
    const { keySettings, keyCap } = this.#texts();
    this.#done(keySettings.given(keySettings.nameOf(action), keyCap(action)));
  }

  resetAll(): void {
    this.#keys.resetAll();
    this.#done(this.#texts().keySettings.resetDone);
  }

  /** A file's text: the profile in it is taken in and used, or everything that is wrong with it is said. */
  takeIn(text: string): void {
    const say = this.#texts().keySettings;
    const read = profileFrom(text);
    if (!read.ok) return this.#done(say.notLoaded, ...read.refusal.map(say.problem));
    this.#done(this.#keys.add(read.value) ? say.loaded(read.value.name) : say.tooMany(mostProfiles));
  }

  #heardKey(subject: Extract<KeySubject, { kind: 'key' }>, press: KeyPress): void {
    const chord = chordOf(press);
    if (chord === undefined) return;
    const { keySettings: say, chordCap } = this.#texts();
    const { action } = subject;
    const verdict = this.#keys.verdict(action, chord);
    switch (verdict.kind) {
      case 'free':
        return this.#give(action, chord, 'take');
      case 'reserved':
        return this.#say(say.reserved(chordCap(chord), verdict.why), say.pressNow);
      case 'taken': {
        this.#state.set({ kind: 'conflict', subject, action, chord, others: verdict.by });
        const others = verdict.by.map(say.nameOf).join(', ');
        return this.#say(say.taken(chordCap(chord), say.nameOf(action), others));
      }
      default:
        return verdict satisfies never;
    }
  }

  #heardLetter({ group, name }: Extract<KeySubject, { kind: 'letter' }>, press: KeyPress): void {
    const { keySettings: say, letterNames } = this.#texts();
    if (chordOf(press) === undefined) return;
    const letter = letterOf(press);
    if (letter === undefined) return this.#say(say.noLetter);
    const names: Readonly<Record<string, string>> = letterNames[group];
    const taken = this.#keys.giveLetter(group, name, letter);
    if (taken.length > 0) {
      return this.#say(say.letterTaken(letter, taken.map((each) => names[each] ?? each).join(', ')));
    }
    this.#done(say.given(names[name] ?? name, letter));
  }

  #give(action: KeyAction, chord: Chord, choice: ConflictChoice): void {
    this.#keys.give(action, chord, choice);
    const { keySettings: say, chordCap } = this.#texts();
    this.#done(say.given(say.nameOf(action), chordCap(chord)));
  }

  #done(...said: readonly string[]): void {
    this.#state.set(idle);
    this.#say(...said);
  }

  #say(...said: readonly string[]): void {
    this.#said.set(said);
  }
}
