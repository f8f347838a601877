import type { KeyPress } from './key-map.ts';

/** A key with what is held down. `key` as the browser names it; on the number pad by its place: `NumpadAdd`. */
export interface Chord {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** The keys of the number pad that type nothing where they stand: what they are called there. */
export const padKeys = [
  'NumpadAdd',
  'NumpadSubtract',
  'NumpadMultiply',
  'NumpadDivide',
  'NumpadDecimal',
  'NumpadEnter',
] as const;

export const isCharacter = (key: string): boolean => Array.from(key).length === 1;
export const isLetter = (key: string): boolean => isCharacter(key) && /\p{L}/u.test(key);

/** The key of the number pad that a press is; digits there are digits. */
const padKeyOf = ({ code }: KeyPress): string | undefined => padKeys.find((each) => each === code);

/** The chord that a press is. Undefined: only what is held down so far, or no key that has a name. */
export function chordOf(press: KeyPress): Chord | undefined {
  const { key, ctrlKey, shiftKey, altKey, metaKey, altGraph } = press;
  if (nameless.includes(key) || altGraph) return undefined;
  const pad = padKeyOf(press);
  // Enter of the number pad is Enter, unless a profile tells them apart.
  const name = pad === undefined || pad === 'NumpadEnter' ? key : pad;
  return {
    key: metaKey ? 'Meta' : isLetter(name) ? name.toUpperCase() : name,
    ctrl: ctrlKey,
    shift: shiftKey && (!isCharacter(name) || isLetter(name)),
    alt: altKey,
  };
}

const nameless = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'Dead', 'Process', 'Unidentified'];

/** Whether a press is this chord. Shift is part of a character such as `?`; of a named key it makes another key. */
export function isPressed({ key, ctrl, shift, alt }: Chord, press: KeyPress): boolean {
  if (press.metaKey || press.altGraph || ctrl !== press.ctrlKey || alt !== press.altKey) return false;
  const isShiftPart = isCharacter(key) && !isLetter(key);
  if (!isShiftPart && shift !== press.shiftKey) return false;
  if (key.startsWith('Numpad')) return key === press.code;
  return key === (isLetter(press.key) ? press.key.toUpperCase() : press.key);
}

/** `Ctrl+Shift+F8`, as it is kept and as it stands in a file. */
export const chordText = ({ key, ctrl, shift, alt }: Chord): string =>
  `${ctrl ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${alt ? 'Alt+' : ''}${key === ' ' ? 'Space' : key}`;

const written = /^(?:Ctrl\+|Shift\+|Alt\+)*(?<key>[A-Za-z][A-Za-z0-9]*|[^\s\p{C}])$/u;

/** The chord that a text writes; undefined: it writes none. */
export function chordFrom(text: string): Chord | undefined {
  const key = written.exec(text)?.groups?.key;
  if (key === undefined) return undefined;
  const held = text.slice(0, text.length - key.length);
  return {
    key: key === 'Space' ? ' ' : isLetter(key) ? key.toUpperCase() : key,
    ctrl: held.includes('Ctrl+'),
    shift: held.includes('Shift+'),
    alt: held.includes('Alt+'),
  };
}

export const isSameChord = (one: Chord, other: Chord): boolean => chordText(one) === chordText(other);
