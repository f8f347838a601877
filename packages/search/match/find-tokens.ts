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
import { spellingsOf } from './spellings.ts';
import type { TokenSpans } from './token-spans.ts';
import { walkTypos } from './typo-walk.ts';

/** Finds the tokens of a segment that fit a word: as it is spelled, or with typos and by sound too. */
export function findTokens(segment: Segment, word: QueryWord, isForgiving: boolean, spans: TokenSpans): void {
  spans.reset(segment);
  for (const form of word.forms) addSpelled(segment, form, spans);
  const spelling = word.forms[0] ?? '';
  for (const other of spellingsOf(spelling)) {
    const low = tokenFrom(segment, other);
    spans.add(segment, low, tokenAfter(segment, other, low), grade.spelling);
  }
  if (word.initials !== undefined) {
    const token = tokenFrom(segment, initialsMark + word.initials.letters);
    const isThere = tokenAt(segment, token) === initialsMark + word.initials.letters;
    if (isThere)
      spans.add(segment, token, token + 1, word.initials.isSure ? grade.initials : grade.likelyName);
  }
  if (/^[2-9]{3,14}$/.test(spelling)) addKeyed(segment, spelling, spans);
  if (!isForgiving || word.digits !== undefined) return;
  for (const form of word.forms) addTypos(segment, form, spans);
  for (const form of word.forms) {
    for (const token of findSounds(segment, form)) spans.add(segment, token, token + 1, grade.sound);
  }
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

/** Digits that spell the beginning of a name on the keys of a telephone. */
function addKeyed(segment: Segment, keys: string, spans: TokenSpans): void {
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
