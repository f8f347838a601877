import type { Segment } from '../segment/segment.ts';
import { tokenCount } from '../segment/segment.ts';
import { longestWord } from '../text/word-forms.ts';
import { tokenFrom } from './dictionary.ts';

/** Takes tokens from `low` to before `high` that are `typos` away; `isStart` if only their beginning is. */
export type TakeTypos = (low: number, high: number, typos: number, isStart: boolean) => void;

/** Letters of a word whose beginning alone may hold a typo: of shorter ones too much is alike. */
const shortestStart = 5;

const width = longestWord + 4;
/** One row of the table of distances for each letter on the way; more letters than a word has are never needed. */
const rows = new Uint8Array(width * width);
/** By depth: the least distance of the whole word to what is on the way so far. */
const startDistance = new Uint8Array(width);

/**
 * Finds all tokens within `most` typos of a word, and those that begin with something one typo away. The sorted dictionary
 * is a tree in disguise: what a token has in common with the one before is not compared again, and what is too far off
 * already is skipped with everything that begins alike.
 */
export function walkTypos(segment: Segment, word: string, most: 1 | 2, take: TakeTypos): void {
  const { tokenStarts, tokenUnits, tokenCommon } = segment;
  const isLatin = /^[a-z]/.test(word);
  const first = tokenFrom(segment, isLatin ? 'a' : '{');
  const end = isLatin ? tokenFrom(segment, '{') : tokenCount(segment);
  for (let n = 0; n <= word.length; n += 1) rows[n] = Math.min(n, most + 1);
  startDistance[0] = most + 1;
  let known = 0;
  for (let token = first; token < end; ) {
    const from = tokenStarts[token] ?? 0;
    const length = (tokenStarts[token + 1] ?? 0) - from;
    let depth = token === first ? 0 : Math.min(known, tokenCommon[token] ?? 0);
    let isAlive = true;
    while (isAlive && depth < length) {
      depth += 1;
      isAlive = fillRow(word, tokenUnits, from, depth, most) <= most;
    }
    known = depth;
    let next = token + 1;
    if (!isAlive) while (next < end && (tokenCommon[next] ?? 0) >= depth) next += 1;
    const isWholeNear = isAlive && depth + most >= word.length;
    const distance = isWholeNear ? (rows[depth * width + word.length] ?? 0) : most + 1;
    if (distance <= most) take(token, next, distance, false);
    else if (word.length >= shortestStart && (startDistance[depth] ?? 0) <= 1) take(token, next, 1, true);
    token = next;
  }
}

/** Fills the row of a depth from those above it, in the band that can be near enough. Returns its least distance. */
function fillRow(word: string, units: Uint16Array, from: number, depth: number, most: number): number {
  const far = most + 1;
  const row = depth * width;
  const above = row - width;
  const unit = units[from + depth - 1] ?? 0;
  const unitBefore = depth > 1 ? (units[from + depth - 2] ?? 0) : 0;
  const low = Math.max(1, depth - most);
  const high = Math.min(word.length, depth + most);
  let least = low === 1 ? Math.min(depth, far) : far;
  rows[row + low - 1] = least;
  for (let n = low; n <= high; n += 1) {
    const letter = word.charCodeAt(n - 1);
    const diagonal = (rows[above + n - 1] ?? 0) + (letter === unit ? 0 : 1);
    let cost = Math.min(diagonal, (rows[row + n - 1] ?? 0) + 1);
    // The band of the row above ends one earlier.
    if (n < depth + most) cost = Math.min(cost, (rows[above + n] ?? 0) + 1);
    if (n > 1 && depth > 1 && letter === unitBefore && word.charCodeAt(n - 2) === unit) {
      cost = Math.min(cost, (rows[above - width + n - 2] ?? 0) + 1);
    }
    cost = Math.min(cost, far);
    rows[row + n] = cost;
    if (cost < least) least = cost;
  }
  const whole = high === word.length && low <= high ? (rows[row + word.length] ?? far) : far;
  startDistance[depth] = Math.min(startDistance[depth - 1] ?? far, whole);
  return least;
}
