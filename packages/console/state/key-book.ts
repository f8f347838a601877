import { type KeysPreference, mostProfiles } from '@switchboard/contract/preferences/keys';
import { Cell, type Readable } from '../connection/cell.ts';
import { type Chord, chordText, isSameChord } from './chord.ts';
import type { Kept } from './kept.ts';
import { type KeyAction, keyActions, keyMap } from './key-map.ts';
import {
  actionsWith,
  isShipped,
  type KeyProfile,
  type LetterGroup,
  type LetterName,
  type OwnProfile,
  profileOf,
  shippedLetters,
  shippedProfile,
} from './key-profile.ts';
import { type ReservedWhy, whyReserved } from './reserved-keys.ts';

/** What becomes of an action whose key another one is given. */
export type ConflictChoice = 'swap' | 'take';

/** What giving an action a key would mean. */
export type KeyVerdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'reserved'; readonly why: ReservedWhy }
  | { readonly kind: 'taken'; readonly by: readonly KeyAction[] };

/** The operator's keys: the profile in use, and how it is changed. */
export class KeyBook {
  readonly #ownName: () => string;
  readonly #kept: Kept<KeysPreference>;
  readonly #profile: Cell<KeyProfile>;

  /** @param ownName what the profile is called that the first change makes */
  constructor(ownName: () => string, kept: Kept<KeysPreference>) {
    this.#ownName = ownName;
    this.#kept = kept;
    this.#profile = new Cell(this.#chosen());
    kept.value.subscribe(() => this.#profile.set(this.#chosen()));
  }

  get profile(): Readable<KeyProfile> {
    return this.#profile;
  }

  get kept(): Readable<KeysPreference> {
    return this.#kept.value;
  }

  /** The chord that is shown for an action. */
  chord(action: KeyAction): Chord | undefined {
    return this.#profile.getSnapshot().keys[action][0];
  }

  letter<G extends LetterGroup>(group: G, name: LetterName<G>): string {
    return (this.#profile.getSnapshot().letters[group] as Record<string, string>)[name] ?? '';
  }

  choose(name: string): void {
    if (isShipped(name) || this.#own(name) !== undefined) this.#kept.change({ profile: name });
  }

  verdict(action: KeyAction, chord: Chord): KeyVerdict {
    const why = whyReserved(chord, keyMap[action].place);
    if (why !== undefined) return { kind: 'reserved', why };
    const by = actionsWith(this.#profile.getSnapshot(), chord).filter((each) => each !== action);
    return by.length === 0 ? { kind: 'free' } : { kind: 'taken', by };
  }

  /** Gives an action its key. Who had it gets the action's former key, or none. */
  give(action: KeyAction, chord: Chord, conflict: ConflictChoice): void {
    if (this.verdict(action, chord).kind === 'reserved') return;
    const { keys } = this.#profile.getSnapshot();
    const [former, ...others] = keys[action];
    const changed: Partial<Record<KeyAction, readonly Chord[]>> = {
      [action]: [chord, ...others.filter((each) => !isSameChord(each, chord))],
    };
    for (const other of actionsWith(this.#profile.getSnapshot(), chord)) {
      if (other === action) continue;
      const rest = keys[other].filter((each) => !isSameChord(each, chord));
      const fits = former !== undefined && whyReserved(former, keyMap[other].place) === undefined;
      changed[other] = conflict === 'swap' && fits ? [former, ...rest] : rest;
    }
    this.#edit((own) => ({ ...own, keys: { ...own.keys, ...texts(changed) } }));
  }

  /** Names that share one letter as shipped keep sharing it: they never stand on one call together. */
  giveLetter<G extends LetterGroup>(group: G, name: LetterName<G>, letter: string): readonly string[] {
    const taken = this.lettersTaken(group, name, letter);
    if (taken.length > 0 || !/^[A-Z]$/.test(letter)) return taken;
    const given = Object.fromEntries(this.sharing(group, name).map((each) => [each, letter]));
    this.#edit((own) => ({
      ...own,
      letters: { ...own.letters, [group]: { ...own.letters[group], ...given } },
    }));
    return [];
  }

  /** Who has this letter already, where it would act. */
  lettersTaken<G extends LetterGroup>(group: G, name: LetterName<G>, letter: string): readonly string[] {
    const letters: Readonly<Record<string, string>> = this.#profile.getSnapshot().letters[group];
    const mine = this.sharing(group, name);
    return Object.keys(letters).filter((each) => letters[each] === letter && !mine.includes(each));
  }

  /** The names that have one letter together, this one among them. */
  sharing(group: LetterGroup, name: string): readonly string[] {
    const shipped: Readonly<Record<string, string>> = shippedLetters[group];
    return Object.keys(shipped).filter((each) => shipped[each] === shipped[name]);
  }

  /** Whether an action has other keys than the shipped profile gives it. */
  isChanged(action: KeyAction): boolean {
    const { base, keys } = this.#profile.getSnapshot();
    return keys[action].map(chordText).join() !== shippedProfile(base).keys[action].map(chordText).join();
  }

  /** An action's shipped keys again; who has one of them now loses it. */
  resetOne(action: KeyAction): void {
    const { base, keys } = this.#profile.getSnapshot();
    const shipped = shippedProfile(base).keys[action];
    const isShippedKey = (chord: Chord): boolean => shipped.some((each) => isSameChord(each, chord));
    const changed: Partial<Record<KeyAction, readonly Chord[]>> = { [action]: shipped };
    for (const other of keyActions) {
      if (other !== action && keys[other].some(isShippedKey)) {
        changed[other] = keys[other].filter((chord) => !isShippedKey(chord));
      }
    }
    this.#edit((own) => ({ ...own, keys: { ...own.keys, ...texts(changed) } }));
  }

  /** All keys and letters as shipped. */
  resetAll(): void {
    if (!isShipped(this.#kept.value.getSnapshot().profile)) {
      this.#edit((own) => ({ ...own, keys: {}, letters: {} }));
    }
  }

  /** Takes a profile in and uses it; one of the same name is replaced. False: there are as many as can be kept. */
  add(profile: OwnProfile): boolean {
    const others = this.#kept.value.getSnapshot().own.filter(({ name }) => name !== profile.name);
    if (others.length >= mostProfiles) return false;
    this.#kept.change({ profile: profile.name, own: [...others, profile] });
    return true;
  }

  /** Forgets an own profile; the shipped one that it was made of is used. */
  remove(name: string): void {
    const gone = this.#own(name);
    if (gone === undefined) return;
    const { profile, own } = this.#kept.value.getSnapshot();
    this.#kept.change({
      profile: profile === name ? gone.base : profile,
      own: own.filter((each) => each !== gone),
    });
  }

  /** The profile in use, as it is kept: a shipped one without any change. */
  current(): OwnProfile {
    const { profile } = this.#kept.value.getSnapshot();
    const { base, name } = this.#profile.getSnapshot();
    return this.#own(profile) ?? { name, base, keys: {}, letters: {} };
  }

  /** Changes the own profile in use. A shipped one stays as it is: a copy of it is changed and used. */
  #edit(change: (own: OwnProfile) => OwnProfile): void {
    const own = this.#own(this.#kept.value.getSnapshot().profile);
    if (own === undefined) this.add(change({ ...this.current(), name: this.#freeName() }));
    else this.add(change(own));
  }

  #freeName(): string {
    const { own } = this.#kept.value.getSnapshot();
    const ownName = this.#ownName();
    // Of the last name the profile is replaced: there is no room for another one.
    const names = Array.from({ length: mostProfiles }, (_, i) => `${ownName}${i === 0 ? '' : ` ${i + 1}`}`);
    return names.find((name) => own.every((each) => each.name !== name)) ?? ownName;
  }

  #own(name: string): OwnProfile | undefined {
    return this.#kept.value.getSnapshot().own.find((each) => each.name === name);
  }

  #chosen(): KeyProfile {
    const { profile } = this.#kept.value.getSnapshot();
    const own = this.#own(profile);
    if (own !== undefined) return profileOf(own);
    return shippedProfile(isShipped(profile) ? profile : 'keyboard');
  }
}

const texts = (keys: Partial<Record<KeyAction, readonly Chord[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(keys).map(([action, chords]) => [action, chords.map(chordText)]));
