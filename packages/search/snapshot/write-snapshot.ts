import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { arrayNames, type Segment } from '../segment/segment.ts';
import {
  bytesOfArrays,
  headBytes,
  headOf,
  padded,
  type SnapshotContents,
  sliceBytes,
  snapshotVersion,
} from './snapshot-layout.ts';

/**
 * Writes an index to a file: all of it, or nothing but what was there before. The mark says how far the documents are, and
 * comes back when the file is read. The index may change meanwhile; what is written is how it was at the beginning.
 */
export async function writeSnapshot(file: string, segments: readonly Segment[], mark: string): Promise<void> {
  const still = segments.map((segment) => ({ ...segment, flags: segment.flags.slice() }));
  const partial = `${file}.${crypto.randomUUID()}.partial`;
  try {
    const handle = await open(partial, 'wx');
    try {
      await writeAll(handle, still, mark);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function writeAll(handle: FileHandle, segments: readonly Segment[], mark: string): Promise<void> {
  const contents: SnapshotContents = { mark, segments: segments.map(lengthsOf) };
  const text = new TextEncoder().encode(JSON.stringify(contents));
  const table = new Uint8Array(padded(text.length)).fill(0x20);
  table.set(text);
  let position = headBytes;
  let checksum = 0;
  const append = async (bytes: Uint8Array): Promise<void> => {
    for (let from = 0; from < bytes.length; from += sliceBytes) {
      const slice = bytes.subarray(from, from + sliceBytes);
      checksum = crc32(slice, checksum);
      await writeSlice(handle, slice, position);
      position += slice.length;
    }
  };
  await append(table);
  for (const segment of segments) {
    for (const name of arrayNames) {
      const array = segment[name];
      await append(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
      await append(new Uint8Array(padded(array.byteLength) - array.byteLength));
    }
  }
  // The head comes last: without it the file is none.
  const arrayBytes = bytesOfArrays(contents);
  const head = headOf({ version: snapshotVersion, contentsBytes: table.length, arrayBytes, checksum });
  await writeSlice(handle, head, 0);
}

async function writeSlice(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

function lengthsOf(segment: Segment): Readonly<Record<keyof Segment, number>> {
  const lengths = Object.fromEntries(arrayNames.map((name) => [name, segment[name].length]));
  return lengths as Record<keyof Segment, number>;
}

/** So that the new name outlives a power cut; not every platform lets one. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
