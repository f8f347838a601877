import { ok, type Refused, type Result } from '@switchboard/kit/result';
import { mixToMono } from './mix-to-mono.ts';
import { readWav, type WavSound } from './read-wav.ts';
import { resample } from './resample.ts';
import { type SoundProblem, soundProblem } from './sound-problem.ts';
import { promptRate, wavMilliseconds, writeWav } from './wav-file.ts';

/** A sound as Graph plays it: WAV, PCM 16 bit, 16 kHz, mono. */
export interface ConvertedSound {
  readonly wav: Uint8Array;
  readonly milliseconds: number;
  /** What was done to the file, a sentence each; empty when it was right as it came. */
  readonly changed: readonly string[];
  /** What an administrator better looks at, a sentence each. */
  readonly warnings: readonly string[];
}

export interface SoundLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

export const soundLimits: SoundLimits = { bytes: 50 * 1_024 * 1_024, milliseconds: 10 * 60_000 };

/** What a thread is given. */
export interface ConversionJob {
  readonly bytes: Uint8Array;
  readonly limits: SoundLimits;
}

/** Below this nobody hears a sound, and a prompt repeated at its end would keep Graph busy for nothing. */
const shortest = 100;
/** -60 dB of full scale: what is left of a microphone that was not plugged in. */
const silent = 10 ** (-60 / 20);
/** -30 dB of full scale: a caller in a street hears nothing of it. */
const quiet = 10 ** (-30 / 20);
/** A file with less than this part of what it promises is refused: its upload broke off. */
const leastPart = 0.5;

/** Makes of an administrator's WAV file what Graph plays, or says why not. Takes seconds: not for the thread of calls. */
export function convertWav(
  bytes: Uint8Array,
  limits: SoundLimits = soundLimits,
): Result<ConvertedSound, SoundProblem> {
  const tooLarge = sizeProblem(bytes, limits);
  if (tooLarge !== undefined) return tooLarge;
  const read = readWav(bytes);
  if (!read.ok) return read;
  const problem = lengthProblem(read.value, limits);
  if (problem !== undefined) return problem;
  const changed: string[] = [];
  const { samples, onlyChannel } = mixToMono(read.value);
  const peak = peakOf(samples);
  if (peak < silent) {
    return soundProblem(
      'The file holds silence: a caller would believe the line dead',
      'check the recording with headphones, and record it again',
    );
  }
  changed.push(...formatChanges(read.value, onlyChannel));
  const wav = writeWav(toSixteenBit(resample(samples, read.value.sampleRate, promptRate), changed));
  const warnings =
    peak < quiet ? [`The sound is very quiet: its loudest moment is ${decibels(peak)} dB of full scale`] : [];
  return ok({ wav, milliseconds: wavMilliseconds(wav), changed, warnings });
}

/** Nothing when the file is small enough to be looked at. */
export function sizeProblem({ length }: Uint8Array, limits: SoundLimits): Refused<SoundProblem> | undefined {
  if (length <= limits.bytes) return undefined;
  const megabytes = (bytes: number): string => (bytes / 1_024 ** 2).toFixed(1);
  return soundProblem(
    `The file has ${megabytes(length)} MB; the most is ${megabytes(limits.bytes)} MB`,
    'save it as WAV, PCM 16 bit, mono, 16000 Hz (2 MB a minute), or cut it',
  );
}

function lengthProblem(wav: WavSound, limits: SoundLimits): Refused<SoundProblem> | undefined {
  const { frames, missingFrames, sampleRate } = wav;
  const length = (frames / sampleRate) * 1_000;
  if (length > limits.milliseconds) {
    return soundProblem(
      `The sound lasts ${duration(length)}; the most is ${duration(limits.milliseconds)}`,
      'cut it; music begins again by itself when it is over',
    );
  }
  if (length < shortest) {
    return soundProblem(
      `The sound lasts ${Math.round(length)} ms; the least is ${shortest} ms`,
      'record it again',
    );
  }
  if (frames < leastPart * (frames + missingFrames)) {
    const promised = ((frames + missingFrames) / sampleRate) * 1_000;
    return soundProblem(
      `The file is cut off: it says it lasts ${duration(promised)} and holds ${duration(length)}`,
      'upload it again; if that does not help, save it anew',
    );
  }
  return undefined;
}

/** 4.1 s, or 4:05 min. */
function duration(milliseconds: number): string {
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}

function formatChanges(wav: WavSound, onlyChannel: number | undefined): readonly string[] {
  const { encoding, bytesPerSample, channels, missingFrames, sampleRate } = wav;
  const changes: string[] = [];
  const bits = bytesPerSample * 8;
  if (encoding !== 'integer')
    changes.push(`${encoding === 'float' ? `${bits} bit float` : encoding} became PCM 16 bit`);
  else if (bits !== 16) changes.push(`${bits} bit became 16 bit`);
  if (sampleRate !== promptRate) changes.push(`The sample rate of ${sampleRate} Hz became ${promptRate} Hz`);
  if (onlyChannel !== undefined) {
    changes.push(`Only channel ${onlyChannel} of ${channels} was taken: mixed, they extinguish each other`);
  } else if (channels > 1) {
    changes.push(`${channels} channels became one`);
  }
  if (missingFrames > 0) {
    const lost = Math.max(0.1, missingFrames / sampleRate).toFixed(1);
    changes.push(`The end was missing: ${lost} s that the file promises are not in it`);
  }
  return changes;
}

/** Rounds to 16 bit; what would exceed them makes the whole sound quieter, so that nothing is cut off. */
function toSixteenBit(samples: Float32Array, changed: string[]): Int16Array {
  const peak = peakOf(samples);
  const scale = peak > 1 ? 32_767 / peak : 32_768;
  // A quarter of a decibel is below what anybody hears, and what a filter adds to a loud recording.
  if (peak > 10 ** (0.25 / 20))
    changed.push(`The sound became ${decibels(peak)} dB quieter, so that nothing distorts`);
  const output = new Int16Array(samples.length);
  for (let n = 0; n < samples.length; n += 1) {
    output[n] = Math.max(-32_768, Math.min(32_767, Math.round((samples[n] ?? 0) * scale)));
  }
  return output;
}

function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

const decibels = (level: number): string => (20 * Math.log10(level)).toFixed(1).replace('-', '−');
