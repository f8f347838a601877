import type { WavSound } from './read-wav.ts';
import { sampleReader } from './wav-samples.ts';

/** All channels in one. */
export interface MonoSound {
  /** Full scale is 1; a float file may exceed it. */
  readonly samples: Float32Array;
  /** The one channel that was taken, since the channels extinguish each other when added. */
  readonly onlyChannel?: number;
}

/** A channel a thousand times weaker than the strongest counts as unused, and must not make the others quieter. */
const unused = 1e-3;
/** Below this part of what the channels hold, adding them has extinguished the sound. */
const extinguished = 1e-2;

/**
 * The average of the channels that hold sound, so that no sum exceeds what the channels hold: a voice recorded on one
 * side only stays as loud as it is.
 */
export function mixToMono(wav: WavSound): MonoSound {
  const { channels, frames } = wav;
  const sampleAt = sampleReader(wav);
  const samples = new Float32Array(frames);
  const powers = new Float64Array(channels);
  let mixed = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      const sample = sampleAt(frame * channels + channel);
      sum += sample;
      powers[channel] = (powers[channel] ?? 0) + sample * sample;
    }
    samples[frame] = sum;
    mixed += sum * sum;
  }
  const strongest = Math.max(...powers);
  const used = powers.filter((power) => power > strongest * unused);
  if (channels > 1 && mixed < extinguished * used.reduce((total, power) => total + power, 0)) {
    const channel = powers.indexOf(strongest);
    for (let frame = 0; frame < frames; frame += 1) samples[frame] = sampleAt(frame * channels + channel);
    return { samples, onlyChannel: channel + 1 };
  }
  if (used.length > 1) {
    for (let frame = 0; frame < frames; frame += 1) samples[frame] = (samples[frame] ?? 0) / used.length;
  }
  return { samples };
}
