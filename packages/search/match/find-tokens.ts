import { initialsMark } from '../document/document-words.ts';
import { lowerBound } from '../segment/lower-bound.ts';
import { tokenAt } from '../segment/read-document.ts';
import type { Segment } from '../segment/segment.ts';
import { keyNumber } from '../segment/token-arrays.ts';
import { tokenAfter, tokenFrom, tokenLength } from './dictionary.ts';
import { forgivenTypos } from './edit-distance.ts';
import { findSounds } from './find-sounds.ts';
import { grade } from './match-grade.ts';
import type { QueryWord } from './parse-query.ts';
import type { TokenSpans } from './token-spans.ts';
import { walkTypos } from './typo-walk.ts';

/** How a word is read: as it is spelled, with typos and by sound too, as initials alone, as keys of a telephone alone. */
export type Reading = 'spelled' | 'forgiving' | 'asInitials' | 'onKeypad';

/** Finds the tokens of a segment that fit a word. */
export function findTokens(segment: Segment, word: QueryWord, reading: Reading, spans: TokenSpans): void {
  spans.reset(segment);
  if (reading === 'onKeypad') return addKeyed(segment, word, spans);
  addInitials(segment, word, spans);
  if (reading === 'asInitials') return;
  for (const form of word.forms) addSpelled(segment, form, spans);
  for (const other of word.spellings) {
    const low = tokenFrom(segment, other);
    spans.add(segment, low, tokenAfter(segment, other, low), grade.spelling);
  }
  if (reading === 'spelled' || word.digits !== undefined) return;
  for (const form of word.forms) addTypos(segment, form, spans);
  for (const form of word.forms) {
    for (const token of findSounds(segment, form)) spans.add(segment, token, token + 1, grade.sound);
  }
}

function addInitials(segment: Segment, { initials }: QueryWord, spans: TokenSpans): void {
  if (initials === undefined) return;
  const sought = initialsMark + initials.letters;
  const token = tokenFrom(segment, sought);
  if (tokenAt(segment, token) !== sought) return;
  spans.add(segment, token, token + 1, initials.isSure ? grade.initials : grade.likelyName);
}

function addSpelled(segment: Segment, form: string, spans: TokenSpans): void {
  if (form === '') return;
  const low = tokenFrom(segment, form);
  const high = tokenAfter(segment, form, low);
  spans.add(segment, low, high, grade.prefix);
  if (low < high && tokenLength(segment, low) === form.length) spans.add(segment, low, low + 1, grade.whole);
}

function addTypos(segment: Segment, form: string, spans: TokenSpans): void {
  const most = forgivenTypos(form.length);
  if (most === 0) return;
  walkTypos(segment, form, most, (low, high, typos, isStart) => {
    const whole = typos <= 1 ? grade.typo : grade.twoTypos;
    spans.add(segment, low, high, isStart ? grade.typoStart : whole);
  });
}

/** Digits of a name that is spelled on a telephone: of fewer, too many names begin alike. */
const shortestKeyed = 4;

export const canBeKeyed = ({ forms }: QueryWord): boolean =>
  /^[2-9]+$/.test(forms[0] ?? '') && (forms[0] ?? '').length >= shortestKeyed;

/** Digits that spell the beginning of a name on the keys of a telephone. */
function addKeyed(segment: Segment, word: QueryWord, spans: TokenSpans): void {
  if (!canBeKeyed(word)) return;
  const keys = (word.forms[0] ?? '').slice(0, 14);
  const { keypadOrder } = segment;
  const first = keyNumber(keys);
  const after = keyNumber(keys.padEnd(14, '9')) + 1;
  const keysAt = (place: number): number => keyNumber(tokenAt(segment, keypadOrder[place] ?? 0));
  const low = lowerBound(0, keypadOrder.length, (place) => keysAt(place) < first);
  const high = lowerBound(low, keypadOrder.length, (place) => keysAt(place) < after);
  for (let place = low; place < high; place += 1) {
    const token = keypadOrder[place] ?? 0;
    spans.add(segment, token, token + 1, grade.keypad);
  }
}
