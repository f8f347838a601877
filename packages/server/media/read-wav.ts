import { ok, type Result } from '@switchboard/kit/result';
import { nameFileKind } from './name-file-kind.ts';
import { type SoundProblem, saveAsWav, soundProblem } from './sound-problem.ts';
import { findChunks, type WavChunk } from './wav-chunks.ts';

export type WavEncoding = 'integer' | 'float' | 'A-law' | 'µ-law';

/** What a WAV file says about its sound, and the bytes of the sound. */
export interface WavSound {
  readonly encoding: WavEncoding;
  /** Hertz. */
  readonly sampleRate: number;
  readonly channels: number;
  readonly bytesPerSample: number;
  /** Moments in time; each has one sample a channel. */
  readonly frames: number;
  /** Exactly `frames × channels × bytesPerSample` bytes. */
  readonly data: Uint8Array;
  /** How many frames the header promises beyond those that are there. */
  readonly missingFrames: number;
}

interface Format {
  readonly tag: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bits: number;
  /** Bytes a frame, as the file says. */
  readonly blockSize: number;
}

const lowestRate = 8_000;
const highestRate = 192_000;
/** More than any studio mixes; a header that says more is damaged. */
const mostChannels = 64;

/** Format tags of Microsoft's mmreg.h. */
const tags = { integer: 1, float: 3, aLaw: 6, muLaw: 7, extensible: 0xfffe } as const;

/** Codecs that hide in WAV files, by their tag in mmreg.h. */
const codecs: ReadonlyMap<number, string> = new Map([
  [0x02, 'Microsoft ADPCM'],
  [0x11, 'IMA ADPCM'],
  [0x16, 'G.723 ADPCM'],
  [0x31, 'GSM 6.10'],
  [0x40, 'G.721 ADPCM'],
  [0x45, 'G.726 ADPCM'],
  [0x50, 'MPEG audio'],
  [0x55, 'MP3'],
  [0x64, 'G.726 ADPCM'],
  [0x65, 'G.722'],
  [0x92, 'Dolby Digital'],
  [0xff, 'AAC'],
  [0x161, 'Windows Media Audio'],
  [0x162, 'Windows Media Audio'],
  [0x163, 'Windows Media Audio'],
  [0x1610, 'AAC'],
  [0x2000, 'Dolby Digital'],
  [0x674f, 'Vorbis'],
  [0xf1ac, 'FLAC'],
]);

/**
 * Reads the structure of a WAV file, whatever the bytes are. Forgives what recorders do: chunks in any order, missing
 * padding, sizes left open by a stream, a tail that is cut off. Refuses what cannot be read with certainty.
 */
export function readWav(bytes: Uint8Array): Result<WavSound, SoundProblem> {
  if (bytes.length === 0) return soundProblem('The file is empty', 'upload it again');
  if (!isWave(bytes)) return notWave(bytes);
  const { format: formatChunk, data } = findChunks(bytes);
  if (formatChunk === undefined) {
    return soundProblem('The WAV file does not say what its sound is like (no fmt chunk)', saveAsWav);
  }
  const format = readFormat(formatChunk.content);
  if (format === undefined)
    return soundProblem('The description of the sound in the WAV file is cut off', saveAsWav);
  if (data === undefined) return soundProblem('The WAV file holds no sound (no data chunk)', saveAsWav);
  return describe(format, data);
}

function isWave(bytes: Uint8Array): boolean {
  const outer = letters(bytes, 0);
  return (outer === 'RIFF' || outer === 'RF64' || outer === 'BW64') && letters(bytes, 8) === 'WAVE';
}

const letters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

function notWave(bytes: Uint8Array): Result<never, SoundProblem> {
  const kind = nameFileKind(bytes);
  if (kind === undefined) {
    return soundProblem('The file is not a WAV file, and no sound file that we know', saveAsWav);
  }
  return soundProblem(`The file is ${kind}, whatever its name says`, saveAsWav);
}

function readFormat(content: Uint8Array): Format | undefined {
  if (content.length < 16) return undefined;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const tag = view.getUint16(0, true);
  // The real tag of an extensible format is the beginning of its sub-format GUID.
  if (tag === tags.extensible && content.length < 26) return undefined;
  return {
    tag: tag === tags.extensible ? view.getUint16(24, true) : tag,
    channels: view.getUint16(2, true),
    sampleRate: view.getUint32(4, true),
    bits: view.getUint16(14, true),
    blockSize: view.getUint16(12, true),
  };
}

function describe(format: Format, chunk: WavChunk): Result<WavSound, SoundProblem> {
  const { channels, sampleRate } = format;
  const sample = sampleOf(format);
  if (!sample.ok) return sample;
  if (channels < 1 || channels > mostChannels) {
    return soundProblem(
      `The WAV file says it has ${channels} channels`,
      'save it anew with one or two channels',
    );
  }
  if (sampleRate < lowestRate || sampleRate > highestRate) {
    return soundProblem(
      `The WAV file says its sample rate is ${sampleRate} Hz; we read ${lowestRate} to ${highestRate} Hz`,
      'save it with a sample rate of 16000 Hz',
    );
  }
  const { encoding, bytesPerSample } = sample.value;
  const frameBytes = channels * bytesPerSample;
  const frames = Math.floor(chunk.content.length / frameBytes);
  if (frames === 0)
    return soundProblem('The WAV file holds no sound', 'record it again, and look at its length');
  const promised = Math.floor((chunk.promised ?? chunk.content.length) / frameBytes);
  return ok({
    encoding,
    sampleRate,
    channels,
    bytesPerSample,
    frames,
    data: chunk.content.subarray(0, frames * frameBytes),
    missingFrames: Math.max(0, promised - frames),
  });
}

type Sample = Pick<WavSound, 'encoding' | 'bytesPerSample'>;

function sampleOf({ tag, bits, blockSize, channels }: Format): Result<Sample, SoundProblem> {
  // 12 bit live in 16, and 24 sometimes in 32: the room a sample takes counts, its bits are the upper ones of it.
  const room = channels > 0 && blockSize % channels === 0 ? blockSize / channels : 0;
  const needed = Math.ceil(bits / 8);
  const bytesPerSample = room >= needed && room <= 8 ? room : needed;
  const as = (encoding: WavEncoding): Result<Sample, SoundProblem> => ok({ encoding, bytesPerSample });
  if (tag === tags.integer && bits > 0 && bytesPerSample <= 4) return as('integer');
  if (tag === tags.float && bits === bytesPerSample * 8 && (bits === 32 || bits === 64)) return as('float');
  if (tag === tags.aLaw && bits === 8 && bytesPerSample === 1) return as('A-law');
  if (tag === tags.muLaw && bits === 8 && bytesPerSample === 1) return as('µ-law');
  const codec = codecs.get(tag);
  if (codec !== undefined) return soundProblem(`The WAV file is compressed with ${codec}`, saveAsWav);
  const known = Object.values<number>(tags).includes(tag);
  const problem = known
    ? `The WAV file says a sample has ${bits} bit`
    : `The WAV file is compressed with a codec that we do not know (0x${tag.toString(16).padStart(4, '0')})`;
  return soundProblem(problem, saveAsWav);
}
