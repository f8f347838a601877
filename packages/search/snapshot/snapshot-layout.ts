import { arrayNames, type Segment, segmentArrays } from '../segment/segment.ts';

/**
 * A file: a head of 32 bytes, a table of contents in JSON, the arrays. Everything begins at a multiple of eight, so that
 * arrays are used where they lie. Numbers are little-endian, as in every machine that Node runs on.
 *
 * head: `swsearch`, version, bytes of the contents, bytes of the arrays (two halves), CRC-32 of what is behind the head.
 */
export const headBytes = 32;
const magic = 'swsearch';

/** Raise it when the arrays or what is in them change: an older file is made anew from the documents. */
export const snapshotVersion = 2;

/** Bytes that are read or written at a time: some milliseconds, between which queries are answered. */
export const sliceBytes = 4 * 2 ** 20;

export interface SnapshotHead {
  readonly version: number;
  readonly contentsBytes: number;
  readonly arrayBytes: number;
  readonly checksum: number;
}

/** What is in the arrays: lengths by name, segment by segment, and the mark that came with the documents. */
export interface SnapshotContents {
  readonly mark: string;
  readonly segments: readonly Readonly<Record<keyof Segment, number>>[];
}

export const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

export function headOf({ version, contentsBytes, arrayBytes, checksum }: SnapshotHead): Uint8Array {
  const head = new Uint8Array(headBytes);
  head.set(new TextEncoder().encode(magic));
  const view = new DataView(head.buffer);
  view.setUint32(8, version, true);
  view.setUint32(12, contentsBytes, true);
  view.setBigUint64(16, BigInt(arrayBytes), true);
  view.setUint32(24, checksum, true);
  return head;
}

/** Undefined: these are not the first bytes of a snapshot. */
export function headFrom(bytes: Uint8Array): SnapshotHead | undefined {
  if (new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    version: view.getUint32(8, true),
    contentsBytes: view.getUint32(12, true),
    arrayBytes: Number(view.getBigUint64(16, true)),
    checksum: view.getUint32(24, true),
  };
}

/** The bytes that the arrays of the contents take. */
export function bytesOfArrays({ segments }: SnapshotContents): number {
  let sum = 0;
  for (const lengths of segments) {
    for (const name of arrayNames) sum += padded(lengths[name] * segmentArrays[name].BYTES_PER_ELEMENT);
  }
  return sum;
}
