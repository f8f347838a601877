import { foldWord, spellOut } from './fold-word.ts';
import { inLatin, restsOf } from './transliterate.ts';

/** UTF-16 units of a word that are compared; longer ones are not words of people. */
export const longestWord = 48;

/** A word: letters, digits, and the marks that belong to them. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** Whether a word consists of letters and digits that stand for themselves. */
function isPlain(word: string): boolean {
  for (let n = 0; n < word.length; n += 1) if (word.charCodeAt(n) > 127) return false;
  return word !== '';
}

/** Everything that one written word is found by, folded: itself first, spelled out, in Latin letters, its rests. */
export function formsOf(written: string): readonly string[] {
  const word = foldWord(written.slice(0, longestWord));
  if (word.length === written.length && isPlain(written)) return [word];
  if (/^[a-z0-9]+$/.test(word)) {
    const spelled = spellOut(written.slice(0, longestWord));
    return spelled === undefined ? [word] : [word, spelled];
  }
  const forms = [word, spellOut(written.slice(0, longestWord)) ?? '', ...inLatin(word), ...restsOf(word)];
  return [...new Set(forms.map((form) => form.slice(0, longestWord)))].filter((form) => form !== '');
}

/** One run of a text without spaces, such as `Meyer-Schmidt`, `O’Brien` or `jan.de-vries`. */
export interface Chunk {
  /** Forms of its words, and of all of them as one word. */
  readonly forms: readonly string[];
  /** First letters of its words. */
  readonly initials: string;
  readonly words: readonly string[];
}

export function chunkOf(text: string): Chunk {
  const written = text.normalize('NFC').match(wordPattern) ?? [];
  const words = written.map((word) => formsOf(word));
  const forms = new Set(words.flat());
  if (written.length > 1) for (const form of formsOf(written.join(''))) forms.add(form);
  const first = words.map((all) => all[0] ?? '');
  return { forms: [...forms], words: first, initials: first.map((word) => [...word][0] ?? '').join('') };
}
