import type { Chord } from '../state/chord.ts';
import type { KeyAction } from '../state/key-map.ts';
import { shippedProfile } from '../state/key-profile.ts';

/** What is printed on the keyboards of a language. */
export interface KeyCapWords {
  readonly ctrl: string;
  readonly shift: string;
  readonly alt: string;
  /** By the browser's name of the key; one that is missing here is printed by that name. */
  readonly keys: Readonly<Record<string, string>>;
}

interface KeyCaps {
  /** A key as it is printed on a keyboard, with what is held down. Empty: there is no key. */
  readonly chordCap: (chord: Chord | undefined) => string;
  /** The key of an action as it ships; a console has it as its operator has put it. */
  readonly keyCap: (action: KeyAction) => string;
}

/** The same on every keyboard. */
const arrows = { ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑' };

export function keyCapsIn({ ctrl, shift, alt, keys }: KeyCapWords): KeyCaps {
  const caps: Readonly<Record<string, string>> = { ...arrows, ...keys };
  const chordCap = (chord: Chord | undefined): string => {
    if (chord === undefined) return '';
    const held = [chord.ctrl && ctrl, chord.shift && shift, chord.alt && alt].filter(
      (each) => each !== false,
    );
    return [...held, caps[chord.key] ?? chord.key].join('+');
  };
  return { chordCap, keyCap: (action) => chordCap(shippedProfile('keyboard').keys[action][0]) };
}
