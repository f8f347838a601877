/**
 * A part of an index that does not change but for who is gone: nothing but typed arrays, so it is written to a file and
 * read as it is. Documents have numbers in the order of their names, tokens in the order of their UTF-16 units.
 *
 * A posting is `document << 8 | fields`, a forward entry `token << 8 | fields`; lists of one owner lie between
 * `starts[owner]` and `starts[owner + 1]`.
 */
export interface Segment {
  readonly tokenStarts: Uint32Array;
  readonly tokenUnits: Uint16Array;
  /** Units that a token has in common with the one before, at most 255. */
  readonly tokenCommon: Uint8Array;
  /** All fields in which a token occurs. */
  readonly tokenFields: Uint8Array;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
  readonly forwardStarts: Uint32Array;
  readonly forward: Uint32Array;
  /** Hashes of what names sound like, ascending, and the tokens they belong to. */
  readonly soundHashes: Uint32Array;
  readonly soundTokens: Uint32Array;
  /** Tokens of names in the order of the keys that spell them. */
  readonly keypadOrder: Uint32Array;
  /** Five digits of telephone numbers as a number of base 11, ascending, and who has them. */
  readonly gramKeys: Uint32Array;
  readonly gramStarts: Uint32Array;
  readonly gramDocuments: Uint32Array;
  /** Digits 0 to 9 of each number, 10 after each. */
  readonly phoneStarts: Uint32Array;
  readonly phoneDigits: Uint8Array;
  readonly nameKeys: Float64Array;
  readonly nameWords: Uint8Array;
  /** Bits of {@link documentFlag}. The one array that changes. */
  readonly flags: Uint8Array;
  /** Numbers of values: those of the first document, then those of the second, in the order of `columns`. */
  readonly columnValues: Uint32Array;
  readonly valueStarts: Uint32Array;
  readonly valueBytes: Uint8Array;
  readonly textStarts: Uint32Array;
  readonly textBytes: Uint8Array;
  /** Documents by the hash of their id, plus one; 0 is an empty place. Twice as many places as documents, a power of two. */
  readonly idTable: Uint32Array;
}

export const documentFlag = { gone: 1, former: 2 } as const;

/** Documents and tokens share a 32-bit number with eight bits of fields. */
export const mostInSegment = 2 ** 24 - 1;

type ArrayMaker = new (buffer: ArrayBuffer, offset: number, length: number) => Segment[keyof Segment];

/** The arrays by name, in the order in which they lie in a file. Changing this is a new version of the snapshot. */
export const segmentArrays: { readonly [Name in keyof Segment]: ArrayMaker & { BYTES_PER_ELEMENT: number } } =
  {
    tokenStarts: Uint32Array,
    tokenUnits: Uint16Array,
    tokenCommon: Uint8Array,
    tokenFields: Uint8Array,
    postingStarts: Uint32Array,
    postings: Uint32Array,
    forwardStarts: Uint32Array,
    forward: Uint32Array,
    soundHashes: Uint32Array,
    soundTokens: Uint32Array,
    keypadOrder: Uint32Array,
    gramKeys: Uint32Array,
    gramStarts: Uint32Array,
    gramDocuments: Uint32Array,
    phoneStarts: Uint32Array,
    phoneDigits: Uint8Array,
    nameKeys: Float64Array,
    nameWords: Uint8Array,
    flags: Uint8Array,
    columnValues: Uint32Array,
    valueStarts: Uint32Array,
    valueBytes: Uint8Array,
    textStarts: Uint32Array,
    textBytes: Uint8Array,
    idTable: Uint32Array,
  };

export const arrayNames = Object.keys(segmentArrays) as readonly (keyof Segment)[];

export const documentCount = (segment: Segment): number => segment.flags.length;
export const tokenCount = (segment: Segment): number => segment.tokenCommon.length;

/** Bytes of a segment in memory. */
export const bytesOf = (segment: Segment): number =>
  arrayNames.reduce((sum, name) => sum + segment[name].byteLength, 0);
