import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { arrayNames, type Segment, segmentArrays } from '../segment/segment.ts';
import {
  bytesOfArrays,
  headBytes,
  headFrom,
  padded,
  type SnapshotContents,
  sliceBytes,
  snapshotVersion,
} from './snapshot-layout.ts';

/** Why a snapshot cannot be used. In every case the index is built anew from the documents. */
export type SnapshotRefusal =
  | 'missing'
  | 'unreadable'
  | 'notASnapshot'
  | 'otherVersion'
  | 'truncated'
  | 'damaged';

export interface Snapshot {
  readonly mark: string;
  readonly segments: readonly Segment[];
}

/** Reads an index straight into its arrays: nothing is done for each document. */
export async function readSnapshot(file: string): Promise<Result<Snapshot, SnapshotRefusal>> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    return refused(
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable',
    );
  }
  try {
    return await readAll(handle);
  } catch {
    return refused('unreadable');
  } finally {
    await handle.close();
  }
}

async function readAll(handle: FileHandle): Promise<Result<Snapshot, SnapshotRefusal>> {
  const { size } = await handle.stat();
  const headSlice = new Uint8Array(headBytes);
  if (size < headBytes || !(await readInto(handle, headSlice, 0))) return refused('notASnapshot');
  const head = headFrom(headSlice);
  if (head === undefined) return refused('notASnapshot');
  if (head.version !== snapshotVersion) return refused('otherVersion');
  const bytes = head.contentsBytes + head.arrayBytes;
  if (size < headBytes + bytes) return refused('truncated');
  if (size > headBytes + bytes) return refused('damaged');
  const body = new Uint8Array(bytes);
  let checksum = 0;
  for (let from = 0; from < bytes; from += sliceBytes) {
    const slice = body.subarray(from, from + sliceBytes);
    if (!(await readInto(handle, slice, headBytes + from))) return refused('truncated');
    checksum = crc32(slice, checksum);
  }
  if (checksum !== head.checksum) return refused('damaged');
  const contents = contentsFrom(body.subarray(0, head.contentsBytes));
  if (contents === undefined || bytesOfArrays(contents) !== head.arrayBytes) return refused('damaged');
  return ok({ mark: contents.mark, segments: segmentsFrom(body.buffer, head.contentsBytes, contents) });
}

async function readInto(handle: FileHandle, bytes: Uint8Array, position: number): Promise<boolean> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) return false;
    done += bytesRead;
  }
  return true;
}

/** The checksum says that this is what was written; what is looked at here is only whether we wrote it. */
function contentsFrom(bytes: Uint8Array): SnapshotContents | undefined {
  try {
    const contents = JSON.parse(new TextDecoder().decode(bytes)) as Partial<SnapshotContents> | null;
    const { mark, segments } = contents ?? {};
    if (typeof mark !== 'string' || !Array.isArray(segments)) return undefined;
    const isWhole = (segments as SnapshotContents['segments']).every((lengths) =>
      arrayNames.every((name) => Number.isSafeInteger(lengths[name]) && lengths[name] >= 0),
    );
    return isWhole ? { mark, segments: segments as SnapshotContents['segments'] } : undefined;
  } catch {
    return undefined;
  }
}

function segmentsFrom(buffer: ArrayBuffer, from: number, { segments }: SnapshotContents): readonly Segment[] {
  let offset = from;
  return segments.map((lengths) => {
    const arrays = arrayNames.map((name) => {
      const Maker = segmentArrays[name];
      const array = new Maker(buffer, offset, lengths[name]);
      offset += padded(array.byteLength);
      return [name, array] as const;
    });
    return Object.fromEntries(arrays) as unknown as Segment;
  });
}
