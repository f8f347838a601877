/** A piece of a RIFF file. */
export interface WavChunk {
  /** What is there, which may be less than promised. */
  readonly content: Uint8Array;
  /** The size in its head, in bytes; none where a stream left it open. */
  readonly promised?: number;
}

export interface WavChunks {
  readonly format?: WavChunk;
  readonly data?: WavChunk;
}

/** From here on a size is no size: writers to a pipe put 0x7fff…, 0xffff… in place of what they do not know yet. */
const openSize = 0x7f_ff_00_00;

/** The first `fmt ` and the first `data` of a WAV file, in whichever order. The head of the file must be checked before. */
export function findChunks(bytes: Uint8Array): WavChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: WavChunk | undefined;
  let data: WavChunk | undefined;
  let longSize: number | undefined;
  let at = 12;
  while (at + 8 <= bytes.length && (format === undefined || data === undefined)) {
    const name = chunkName(bytes, at);
    const start = at + 8;
    let size: number | undefined = view.getUint32(at + 4, true);
    if (name === 'data') {
      if (size >= openSize) size = longSize;
      else if (size === 0 && !isChunkOrEnd(bytes, view, start)) size = undefined;
    }
    const content = bytes.subarray(start, Math.min(bytes.length, start + (size ?? bytes.length)));
    const chunk = { content, ...(size === undefined ? {} : { promised: size }) };
    if (name === 'fmt ') format ??= chunk;
    else if (name === 'data') data ??= chunk;
    // RF64 keeps sizes of 64 bit here: of the file, then of the data.
    else if (name === 'ds64' && content.length >= 16) longSize = Number(view.getBigUint64(start + 8, true));
    at = afterChunk(bytes, start + (size ?? bytes.length));
  }
  return { ...(format === undefined ? {} : { format }), ...(data === undefined ? {} : { data }) };
}

/** Chunks begin at even places, but some writers leave the filling byte out. */
function afterChunk(bytes: Uint8Array, end: number): number {
  if (end % 2 === 0) return end;
  return isName(chunkName(bytes, end + 1)) || !isName(chunkName(bytes, end)) ? end + 1 : end;
}

/** An empty data chunk is empty if another chunk follows it; else its writer never came back to fill in the size. */
function isChunkOrEnd(bytes: Uint8Array, view: DataView, at: number): boolean {
  if (at + 8 > bytes.length) return true;
  return isName(chunkName(bytes, at)) && at + 8 + view.getUint32(at + 4, true) <= bytes.length;
}

const chunkName = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

const isName = (name: string): boolean => /^[\x20-\x7e]{4}$/.test(name);
