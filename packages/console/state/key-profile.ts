import type { KeysPreference } from '@switchboard/contract/preferences/keys';
import { type Chord, chordFrom, chordText, isPressed } from './chord.ts';
import { type KeyAction, type KeyBinding, type KeyPress, keyActions, keyMap } from './key-map.ts';
import { callBackLetters, callLetters, historyLetters, messageLetters, personLetters } from './letter-map.ts';

export const shippedProfiles = ['keyboard', 'numberPad'] as const;
export type ShippedProfile = (typeof shippedProfiles)[number];

/** The letters as they ship, by the places where they act. */
export const shippedLetters = {
  calls: callLetters,
  person: personLetters,
  callBacks: callBackLetters,
  messages: messageLetters,
  history: historyLetters,
};
export type LetterGroup = keyof typeof shippedLetters;
export type LetterName<G extends LetterGroup = LetterGroup> = G extends LetterGroup
  ? keyof (typeof shippedLetters)[G] & string
  : never;
export type Letters = { readonly [G in LetterGroup]: Readonly<Record<LetterName<G>, string>> };

/** A profile that an operator made out of a shipped one, as it is kept: only what differs. */
export type OwnProfile = KeysPreference['own'][number];

/** Every key that the console follows. The first chord of an action is the one that is shown. */
export interface KeyProfile {
  /** The name of a shipped profile, or what its operator called it. */
  readonly name: string;
  readonly base: ShippedProfile;
  readonly keys: Readonly<Record<KeyAction, readonly Chord[]>>;
  readonly letters: Letters;
}

const plain = { ctrl: false, shift: false, alt: false };
const pad = (key: string): Chord => ({ key, ...plain });

const chordOfBinding = ({ key, with: held }: KeyBinding): Chord => ({
  key,
  ctrl: held === 'ctrl' || held === 'ctrlShift',
  shift: held === 'shift' || held === 'ctrlShift',
  alt: held === 'alt',
});

/**
 * The core loop by the number pad alone: Enter takes the call, digits are typed, + and - choose, Enter puts through, *
 * asks first, a full stop steps back; / goes to the calls, where + and - move and Enter presses.
 */
const padChords: Partial<Record<KeyAction, Chord>> = {
  chooseNext: pad('NumpadAdd'),
  choosePrevious: pad('NumpadSubtract'),
  ask: pad('NumpadMultiply'),
  focusCalls: pad('NumpadDivide'),
  stepBack: pad('NumpadDecimal'),
};

const keysOf = (of: (action: KeyAction) => readonly Chord[]): KeyProfile['keys'] =>
  Object.fromEntries(keyActions.map((action) => [action, of(action)])) as unknown as KeyProfile['keys'];

const profiles: Record<ShippedProfile, KeyProfile> = {
  keyboard: {
    name: 'keyboard',
    base: 'keyboard',
    keys: keysOf((action) => [chordOfBinding(keyMap[action])]),
    letters: shippedLetters,
  },
  // The keys of the keyboard stay beside those of the pad.
  numberPad: {
    name: 'numberPad',
    base: 'numberPad',
    keys: keysOf((action) => {
      const onPad = padChords[action];
      return [...(onPad === undefined ? [] : [onPad]), chordOfBinding(keyMap[action])];
    }),
    letters: shippedLetters,
  },
};

export const shippedProfile = (name: ShippedProfile): KeyProfile => profiles[name];
export const isShipped = (name: string): name is ShippedProfile =>
  shippedProfiles.some((each) => each === name);

/** A kept profile over the shipped one it was made of. What it does not name, or what is no key, is as shipped. */
export function profileOf({ name, base, keys, letters }: OwnProfile): KeyProfile {
  const shipped = profiles[base];
  return {
    name,
    base,
    keys: keysOf((action) => {
      const changed = Object.hasOwn(keys, action) ? keys[action] : undefined;
      return changed?.map(chordFrom).filter((chord) => chord !== undefined) ?? shipped.keys[action];
    }),
    letters: {
      calls: { ...shipped.letters.calls, ...known(shippedLetters.calls, letters.calls) },
      person: { ...shipped.letters.person, ...known(shippedLetters.person, letters.person) },
      callBacks: { ...shipped.letters.callBacks, ...known(shippedLetters.callBacks, letters.callBacks) },
      messages: { ...shipped.letters.messages, ...known(shippedLetters.messages, letters.messages) },
      history: { ...shipped.letters.history, ...known(shippedLetters.history, letters.history) },
    },
  };
}

const known = (names: object, letters: Readonly<Record<string, string>> | undefined): object =>
  Object.fromEntries(Object.entries(letters ?? {}).filter(([name]) => Object.hasOwn(names, name)));

/** The action that a press is for, wherever it was pressed. What is only on the number pad comes first. */
export function keyActionOf(press: KeyPress, { keys }: KeyProfile): KeyAction | undefined {
  const meant = (isOnPad: boolean): KeyAction | undefined =>
    keyActions.find((action) =>
      keys[action].some((chord) => chord.key.startsWith('Numpad') === isOnPad && isPressed(chord, press)),
    );
  return meant(true) ?? meant(false);
}

/** The actions that have this chord. */
export const actionsWith = ({ keys }: KeyProfile, chord: Chord): readonly KeyAction[] =>
  keyActions.filter((action) => keys[action].some((each) => chordText(each) === chordText(chord)));
