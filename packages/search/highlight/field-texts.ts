import type { SearchDocument } from '../document/search-document.ts';
import type { SearchField } from '../document/search-field.ts';
import { formsOf, wordPattern } from '../text/word-forms.ts';

/** A word of a field, or several written without a space, with its place in the text. */
export interface PlacedWord {
  readonly field: SearchField;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly forms: readonly string[];
}

const fields: readonly SearchField[] = [
  'name',
  'givenName',
  'surname',
  'alternateNames',
  'nicknames',
  'tasks',
  'department',
  'jobTitle',
  'organisation',
  'office',
  'city',
  'mail',
];

/** Fields whose words are found as one word too. */
const isJoined: ReadonlySet<SearchField> = new Set(['surname', 'alternateNames', 'nicknames', 'name']);

/** All words of a document, field by field, names first. */
export const placedWords = (document: SearchDocument): readonly PlacedWord[] => eachText(document, wordsIn);

/** Words written without a space between them, as the one word that they are found as too. */
export const placedRuns = (document: SearchDocument): readonly PlacedWord[] => eachText(document, runsIn);

function eachText(document: SearchDocument, placedIn: typeof wordsIn): readonly PlacedWord[] {
  return fields.flatMap((field) =>
    valuesOf(document, field).flatMap((text, value) => placedIn(searchedPart(field, text), field, value)),
  );
}

export function valuesOf(document: SearchDocument, field: SearchField): readonly string[] {
  const value = document[field];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Of a mail address the part before the @ is searched. */
const searchedPart = (field: SearchField, text: string): string =>
  field === 'mail' ? (text.split('@')[0] ?? '') : text;

function wordsIn(text: string, field: SearchField, value: number): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  const add = (start: number, end: number): void => {
    const written = text.slice(start, end);
    words.push({ field, value, start, end, written, forms: formsOf(written) });
  };
  if (foreign.test(text)) {
    for (const { 0: written, index } of text.matchAll(wordPattern)) add(index, index + written.length);
    return words;
  }
  // Most texts are plain, and all texts of all hits go this way at every key press.
  let start = -1;
  for (let n = 0; n <= text.length; n += 1) {
    const isInWord = n < text.length && isPlainWordUnit(text.charCodeAt(n));
    if (isInWord && start === -1) start = n;
    if (isInWord || start === -1) continue;
    add(start, n);
    start = -1;
  }
  return words;
}

const foreign = /[\u0080-\uffff]/;

/** Whether it is a digit or a letter of ASCII. */
const isPlainWordUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);

function runsIn(text: string, field: SearchField, value: number): readonly PlacedWord[] {
  const words = wordsIn(text, field, value);
  return joinedRuns(words, text, isJoined.has(field)).map(([from, to]) => {
    const written = words
      .slice(from, to)
      .map((word) => word.written)
      .join('');
    const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
    return { field, value, start, end, written, forms: formsOf(written) };
  });
}

/** Runs of two to four words that stand without a space between them, or where `anyRun` holds with one at the end. */
function joinedRuns(
  words: readonly PlacedWord[],
  text: string,
  anyRun: boolean,
): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 2; to <= Math.min(words.length, from + 4); to += 1) {
      const between = text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
      if (!/\s/u.test(between) || (anyRun && to === words.length)) runs.push([from, to]);
    }
  }
  return runs;
}
