import type { SearchDocument } from '../document/search-document.ts';
import type { QueryWord } from '../match/parse-query.ts';
import type { FieldMatch, MatchKind } from '../match/search-query.ts';
import { foldWord } from '../text/fold-word.ts';
import { isParticle } from '../text/particles.ts';
import { type PlacedWord, placedRuns, placedWords } from './field-texts.ts';
import { phoneMatches } from './fit-phone.ts';
import { type Fit, fitForgiving, fitKeypad, fitSpelled } from './fit-word.ts';

/** From the best to the weakest. */
const strength: readonly MatchKind[] = [
  'exact',
  'word',
  'phone',
  'prefix',
  'initials',
  'spelling',
  'typo',
  'sound',
  'keypad',
];

export interface DocumentMatches {
  readonly kind: MatchKind;
  readonly matches: readonly FieldMatch[];
}

/** Which parts of a document fit what was typed, and how. */
export function matchesOfDocument(document: SearchDocument, words: readonly QueryWord[]): DocumentMatches {
  const placed = placedWords(document);
  const byWord = words.map((word) => matchesOfWord(document, placed, word));
  const kinds = byWord.flatMap(([first]) => (first === undefined ? [] : [first.kind]));
  const weakest = strength[Math.max(-1, ...kinds.map((kind) => strength.indexOf(kind)))] ?? 'word';
  const matches = byWord.flat();
  const isWholeName = weakest === 'word' && kinds.length === words.length && coversName(placed, byWord);
  return { kind: isWholeName ? 'exact' : weakest, matches: withoutRepetition(matches) };
}

/** All matches of the best kind. */
function matchesOfWord(
  document: SearchDocument,
  placed: readonly PlacedWord[],
  word: QueryWord,
): readonly FieldMatch[] {
  const ways: readonly (() => readonly FieldMatch[])[] = [
    () => (word.digits === undefined ? [] : phoneMatches(document, word.digits)),
    () => matchesBy(placed, (other) => fitSpelled(word, other)),
    () => matchesBy(placedRuns(document), (other) => fitSpelled(word, other)),
    () => initialsMatches(placed, word),
    () => matchesBy(placed, (other) => fitForgiving(word, other)),
    () => matchesBy(placedRuns(document), (other) => fitForgiving(word, other)),
    () => matchesBy(placed, (other) => fitKeypad(word, other)),
  ];
  for (const way of ways) {
    const matches = way();
    if (matches.length > 0) return matches;
  }
  return [];
}

function matchesBy(
  placed: readonly PlacedWord[],
  fitOf: (other: PlacedWord) => Fit | undefined,
): readonly FieldMatch[] {
  const fits = placed.flatMap((other) => {
    const fit = fitOf(other);
    if (fit === undefined) return [];
    const { field, value, start } = other;
    return [{ field, value, start, end: start + fit.units, kind: fit.kind }];
  });
  const best = Math.min(...fits.map(({ kind }) => strength.indexOf(kind)));
  return fits.filter(({ kind }) => strength.indexOf(kind) === best);
}

/** The first letters of the words of the name, with or without its particles. */
function initialsMatches(placed: readonly PlacedWord[], word: QueryWord): readonly FieldMatch[] {
  const letters = word.initials?.letters;
  if (letters === undefined) return [];
  const firsts = placed.filter(({ field }) => field === 'name');
  for (const some of [firsts, firsts.filter(({ written }) => !isParticle(foldWord(written)))]) {
    const matches: FieldMatch[] = [];
    for (const { field, value, start, written, forms } of some) {
      if (!(forms[0] ?? '').startsWith(letters[matches.length] ?? '\n')) continue;
      const end = start + ([...written][0]?.length ?? 1);
      matches.push({ field, value, start, end, kind: 'initials' });
    }
    if (matches.length === letters.length) return matches;
  }
  return [];
}

/** Whether every word of the name is one that was typed in full. */
function coversName(placed: readonly PlacedWord[], byWord: readonly (readonly FieldMatch[])[]): boolean {
  const typed = new Set(byWord.flat().flatMap(({ field, start }) => (field === 'name' ? [start] : [])));
  const names = new Set(placed.flatMap(({ field, start }) => (field === 'name' ? [start] : [])));
  return [...names].every((start) => typed.has(start));
}

function withoutRepetition(matches: readonly FieldMatch[]): readonly FieldMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ field, value, start, end }) => {
    const place = `${field} ${value} ${start} ${end}`;
    return seen.size < seen.add(place).size;
  });
}
