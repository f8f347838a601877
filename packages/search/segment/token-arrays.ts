import { nameBits } from '../document/search-field.ts';
import { isOnKeypad, keyOf } from '../text/keypad.ts';
import { soundKeys } from '../text/sound-keys.ts';
import { hashOfText } from './hash.ts';
import type { Segment } from './segment.ts';

type Dictionary = Pick<Segment, 'tokenStarts' | 'tokenUnits' | 'tokenCommon'>;

/** The tokens, in order, one behind the other. */
export function dictionaryOf(tokens: readonly string[], order: Uint32Array): Dictionary {
  const tokenStarts = new Uint32Array(order.length + 1);
  const tokenUnits = new Uint16Array(tokens.reduce((sum, token) => sum + token.length, 0));
  const tokenCommon = new Uint8Array(order.length);
  let place = 0;
  let before = '';
  for (const [n, number] of order.entries()) {
    const token = tokens[number] ?? '';
    tokenStarts[n] = place;
    for (let at = 0; at < token.length; at += 1) tokenUnits[place + at] = token.charCodeAt(at);
    place += token.length;
    let common = 0;
    while (common < token.length && token.charCodeAt(common) === before.charCodeAt(common)) common += 1;
    tokenCommon[n] = Math.min(common, 255);
    before = token;
  }
  tokenStarts[order.length] = place;
  return { tokenStarts, tokenUnits, tokenCommon };
}

/** Tokens of names by what they sound like. Numbers are places in `order`. */
export function* soundsOf(
  tokens: readonly string[],
  fields: readonly number[],
  order: Uint32Array,
): Generator<void, Pick<Segment, 'soundHashes' | 'soundTokens'>> {
  const pairs: number[] = [];
  for (const [n, number] of order.entries()) {
    if (((fields[number] ?? 0) & nameBits) === 0 || n >= 2 ** 21) continue;
    for (const key of soundKeys(tokens[number] ?? '')) pairs.push(hashOfText(key) * 2 ** 21 + n);
    if (n % 1_000 === 0) yield;
  }
  // Numbers of less than 2^53 with the hash in front, in order without a comparison of ours.
  const sorted = Float64Array.from(pairs).sort();
  yield;
  const soundHashes = new Uint32Array(sorted.length);
  const soundTokens = new Uint32Array(sorted.length);
  for (let n = 0; n < sorted.length; n += 1) {
    const pair = sorted[n] ?? 0;
    soundHashes[n] = Math.floor(pair / 2 ** 21);
    soundTokens[n] = pair % 2 ** 21;
  }
  return { soundHashes, soundTokens };
}

/** Tokens of names in the order of the keys of a telephone that spell them, by their first 15 keys. */
export function* keypadOrderOf(
  tokens: readonly string[],
  fields: readonly number[],
  order: Uint32Array,
): Generator<void, Uint32Array> {
  const spelled: { readonly token: number; readonly keys: number }[] = [];
  for (const [n, number] of order.entries()) {
    const token = tokens[number] ?? '';
    if (((fields[number] ?? 0) & nameBits) === 0 || !isOnKeypad(token)) continue;
    spelled.push({ token: n, keys: keyNumber(token) });
    if (n % 5_000 === 0) yield;
  }
  spelled.sort((one, other) => one.keys - other.keys || one.token - other.token);
  yield;
  return Uint32Array.from(spelled, ({ token }) => token);
}

/** The keys of a word as a number of base 11 with 14 digits, so that words sort as their keys do. */
export function keyNumber(word: string): number {
  let keys = 0;
  for (let n = 0; n < 14; n += 1) keys = keys * 11 + (n < word.length ? keyOf(word.charCodeAt(n)) - 47 : 0);
  return keys;
}
