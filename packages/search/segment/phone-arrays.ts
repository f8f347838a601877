import type { Segment } from './segment.ts';
import { numberEnd } from './segment-draft.ts';

/** Digits in a gram. Of base 11, since the end of a number counts as a digit: 161,051 grams. */
export const gramLength = 5;
const base = 11;
const gramCount = base ** gramLength;

/** The gram that begins at a place: beyond the end of its number there are only ends. */
export function gramAt(digits: Uint8Array, place: number): number {
  let gram = 0;
  let isOver = false;
  for (let n = 0; n < gramLength; n += 1) {
    isOver ||= digits[place + n] === numberEnd;
    gram = gram * base + (isOver ? numberEnd : (digits[place + n] ?? numberEnd));
  }
  return gram;
}

type PhoneArrays = Pick<Segment, 'gramKeys' | 'gramStarts' | 'gramDocuments'>;

/** Who has which five digits in a number, in the order of the documents. */
export function* gramsOf(starts: Uint32Array, digits: Uint8Array): Generator<void, PhoneArrays> {
  // 1.3 MB that are mostly never touched: what is counted is listed, so that a segment of one document costs little.
  const counts = new Uint32Array(gramCount);
  const lastOwner = new Uint32Array(gramCount);
  const touched: number[] = [];
  yield* eachGram(starts, digits, lastOwner, (gram) => {
    const count = counts[gram] ?? 0;
    if (count === 0) touched.push(gram);
    counts[gram] = count + 1;
  });
  const gramKeys = Uint32Array.from(touched).sort();
  const gramStarts = new Uint32Array(gramKeys.length + 1);
  let total = 0;
  for (const [n, gram] of gramKeys.entries()) {
    gramStarts[n] = total;
    total += counts[gram] ?? 0;
    counts[gram] = gramStarts[n] ?? 0;
  }
  gramStarts[gramKeys.length] = total;
  yield;
  const gramDocuments = new Uint32Array(total);
  lastOwner.fill(0);
  yield* eachGram(starts, digits, lastOwner, (gram, document) => {
    const place = counts[gram] ?? 0;
    gramDocuments[place] = document;
    counts[gram] = place + 1;
  });
  return { gramKeys, gramStarts, gramDocuments };
}

/** Each gram of each document once. `lastOwner` begins as zeros. */
function* eachGram(
  starts: Uint32Array,
  digits: Uint8Array,
  lastOwner: Uint32Array,
  take: (gram: number, document: number) => void,
): Generator<void, void> {
  for (let document = 0; document + 1 < starts.length; document += 1) {
    const end = starts[document + 1] ?? 0;
    for (let place = starts[document] ?? 0; place < end; place += 1) {
      if (digits[place] === numberEnd) continue;
      const gram = gramAt(digits, place);
      if (lastOwner[gram] === document + 1) continue;
      lastOwner[gram] = document + 1;
      take(gram, document);
    }
    if (document % 5_000 === 0) yield;
  }
}
