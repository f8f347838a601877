import { columns } from '../document/stored-document.ts';
import { idTableOf } from './id-table.ts';
import { orderByKeys } from './order-documents.ts';
import { orderTokens } from './order-tokens.ts';
import { gramsOf } from './phone-arrays.ts';
import type { Segment } from './segment.ts';
import type { SegmentDraft } from './segment-draft.ts';
import { dictionaryOf, keypadOrderOf, soundsOf } from './token-arrays.ts';

/** Documents between two pauses: about two milliseconds. */
const slice = 10_000;

/**
 * Makes the segment of a draft, which is used up by that. Pauses every few milliseconds (`yield`), so that whoever runs it
 * can answer queries in between.
 */
export function* finishSegment(draft: SegmentDraft): Generator<void, Segment> {
  const order = yield* orderByKeys(Float64Array.from(draft.nameKeys));
  const tokenOrder = yield* orderTokens(draft.tokens);
  const dictionary = dictionaryOf(draft.tokens, tokenOrder);
  yield;
  const sounds = yield* soundsOf(draft.tokens, draft.tokenFields, tokenOrder);
  const keypadOrder = yield* keypadOrderOf(draft.tokens, draft.tokenFields, tokenOrder);
  const lists = yield* listsOf(draft, order, tokenOrder);
  const [textStarts, textBytes] = yield* reordered(draft.textStarts.view(), draft.text.view(), order);
  const [phoneStarts, phoneDigits] = yield* reordered(draft.phoneStarts.view(), draft.phones.view(), order);
  const grams = yield* gramsOf(phoneStarts, phoneDigits);
  const flags = picked(new Uint8Array(order.length), draft.flags, order);
  yield;
  const idTable = yield* idTableOf({ textStarts, textBytes }, flags, order);
  return {
    ...dictionary,
    tokenFields: picked(new Uint8Array(tokenOrder.length), draft.tokenFields, tokenOrder),
    ...sounds,
    keypadOrder,
    ...lists,
    ...grams,
    phoneStarts,
    phoneDigits,
    nameKeys: picked(new Float64Array(order.length), draft.nameKeys, order),
    nameWords: picked(new Uint8Array(order.length), draft.nameWords, order),
    flags,
    columnValues: columnsOf(draft.columnValues.view(), order),
    ...valuesOf(draft.values),
    textStarts,
    textBytes,
    idTable,
  };
}

/** Values in another order. A plain loop: `from` with a function takes ten times as long. */
function picked<T extends Uint8Array | Float64Array>(
  into: T,
  values: readonly number[],
  order: Uint32Array,
): T {
  for (let n = 0; n < order.length; n += 1) into[n] = values[order[n] ?? 0] ?? 0;
  return into;
}

type Lists = Pick<Segment, 'forwardStarts' | 'forward' | 'postingStarts' | 'postings'>;

function* listsOf(draft: SegmentDraft, order: Uint32Array, tokenOrder: Uint32Array): Generator<void, Lists> {
  const newNumber = new Uint32Array(tokenOrder.length);
  for (let n = 0; n < tokenOrder.length; n += 1) newNumber[tokenOrder[n] ?? 0] = n;
  const oldStarts = draft.forwardStarts.view();
  const old = draft.forward.view();
  const forwardStarts = new Uint32Array(order.length + 1);
  const forward = new Uint32Array(old.length);
  const postingStarts = new Uint32Array(tokenOrder.length + 1);
  let place = 0;
  for (let document = 0; document < order.length; document += 1) {
    const number = order[document] ?? 0;
    const end = oldStarts[number + 1] ?? old.length;
    for (let at = oldStarts[number] ?? 0; at < end; at += 1) {
      const entry = old[at] ?? 0;
      const token = newNumber[entry >>> 8] ?? 0;
      forward[place] = (token << 8) | (entry & 0xff);
      postingStarts[token + 1] = (postingStarts[token + 1] ?? 0) + 1;
      place += 1;
    }
    forwardStarts[document + 1] = place;
    if (document % slice === 0) yield;
  }
  for (let n = 0; n < tokenOrder.length; n += 1) {
    postingStarts[n + 1] = (postingStarts[n + 1] ?? 0) + (postingStarts[n] ?? 0);
  }
  const postings = new Uint32Array(forward.length);
  const next = postingStarts.slice();
  for (let document = 0; document < order.length; document += 1) {
    const end = forwardStarts[document + 1] ?? 0;
    for (let at = forwardStarts[document] ?? 0; at < end; at += 1) {
      const entry = forward[at] ?? 0;
      const target = next[entry >>> 8] ?? 0;
      postings[target] = (document << 8) | (entry & 0xff);
      next[entry >>> 8] = target + 1;
    }
    if (document % slice === 0) yield;
  }
  return { forwardStarts, forward, postingStarts, postings };
}

function* reordered(
  starts: Uint32Array,
  bytes: Uint8Array,
  order: Uint32Array,
): Generator<void, readonly [starts: Uint32Array, bytes: Uint8Array]> {
  const newStarts = new Uint32Array(order.length + 1);
  const newBytes = new Uint8Array(bytes.length);
  let place = 0;
  for (let document = 0; document < order.length; document += 1) {
    const number = order[document] ?? 0;
    const end = starts[number + 1] ?? bytes.length;
    for (let from = starts[number] ?? 0; from < end; from += 1, place += 1)
      newBytes[place] = bytes[from] ?? 0;
    newStarts[document + 1] = place;
    if (document % slice === 0) yield;
  }
  return [newStarts, newBytes];
}

function columnsOf(values: Uint32Array, order: Uint32Array): Uint32Array {
  const width = columns.length;
  const result = new Uint32Array(values.length);
  for (let document = 0; document < order.length; document += 1) {
    const from = (order[document] ?? 0) * width;
    for (let n = 0; n < width; n += 1) result[document * width + n] = values[from + n] ?? 0;
  }
  return result;
}

function valuesOf(values: readonly string[]): Pick<Segment, 'valueStarts' | 'valueBytes'> {
  const encoder = new TextEncoder();
  const encoded = values.map((value) => encoder.encode(value));
  const valueStarts = new Uint32Array(values.length + 1);
  for (const [n, bytes] of encoded.entries()) valueStarts[n + 1] = (valueStarts[n] ?? 0) + bytes.length;
  const valueBytes = new Uint8Array(valueStarts[values.length] ?? 0);
  for (const [n, bytes] of encoded.entries()) valueBytes.set(bytes, valueStarts[n]);
  return { valueStarts, valueBytes };
}
