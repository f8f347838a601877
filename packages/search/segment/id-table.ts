import { cleanId, fieldSeparator } from '../document/stored-document.ts';
import { hashOf } from './hash.ts';
import { documentCount, documentFlag, type Segment } from './segment.ts';

const afterId = fieldSeparator.charCodeAt(0);
const encoder = new TextEncoder();

type Texts = Pick<Segment, 'textStarts' | 'textBytes'>;

/**
 * Finds documents by id. Of two with the same id the one that came later stays, the other is flagged as gone; `arrival`
 * is when each came.
 */
export function* idTableOf(
  { textStarts, textBytes }: Texts,
  flags: Uint8Array,
  arrival: Uint32Array,
): Generator<void, Uint32Array> {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1, flags.length) * 2)));
  for (let document = 0; document < flags.length; document += 1) {
    const from = textStarts[document] ?? 0;
    const to = textBytes.indexOf(afterId, from);
    const id = textBytes.subarray(from, to);
    const place = placeOf({ textStarts, textBytes, idTable: table }, id);
    const other = (table[place] ?? 0) - 1;
    if (other < 0) table[place] = document + 1;
    else {
      const isLater = (arrival[document] ?? 0) > (arrival[other] ?? 0);
      const loser = isLater ? other : document;
      flags[loser] = (flags[loser] ?? 0) | documentFlag.gone;
      if (isLater) table[place] = document + 1;
    }
    if (document % 5_000 === 0) yield;
  }
  return table;
}

/** Where the id is in the table, or the empty place where it would be. */
function placeOf(
  { textStarts, textBytes, idTable }: Texts & Pick<Segment, 'idTable'>,
  id: Uint8Array,
): number {
  const wrap = idTable.length - 1;
  let place = hashOf(id, 0, id.length) & wrap;
  for (;;) {
    const entry = idTable[place] ?? 0;
    if (entry === 0 || isIdAt(textBytes, textStarts[entry - 1] ?? 0, id)) return place;
    place = (place + 1) & wrap;
  }
}

function isIdAt(bytes: Uint8Array, at: number, id: Uint8Array): boolean {
  for (let n = 0; n < id.length; n += 1) if (bytes[at + n] !== id[n]) return false;
  return bytes[at + id.length] === afterId;
}

export const idBytes = (id: string): Uint8Array => encoder.encode(cleanId(id));

/** The document with an id, gone or not; -1 if there is none. */
export function findById(segment: Segment, id: Uint8Array): number {
  if (documentCount(segment) === 0) return -1;
  return (segment.idTable[placeOf(segment, id)] ?? 0) - 1;
}
