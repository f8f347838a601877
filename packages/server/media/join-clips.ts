import { promptRate, wavSamples, writeWav } from './wav-file.ts';

/** Between two clips: as long as a speaker's comma. */
const pause = 0.12 * promptRate;
/** What is left of the silence around a clip, so that soft consonants keep their beginnings. */
const margin = 0.04 * promptRate;
/** -45 dB of full scale: the room, not the voice. */
const room = 2 ** 15 * 10 ** (-45 / 20);
/** Over this many samples a clip comes and goes, so that no cut clicks: 5 ms. */
const slope = 0.005 * promptRate;

/**
 * One sound file of several, one after the other with short pauses. The clips are files of `convertSound`; the silence
 * that a recording has before and behind the voice is shortened.
 */
export function joinClips(wavs: readonly Uint8Array[]): Buffer {
  const clips = wavs.map((wav) => trim(wavSamples(wav)));
  const pauses = Math.max(0, clips.length - 1) * pause;
  const joined = new Int16Array(clips.reduce((sum, clip) => sum + clip.length, 0) + pauses);
  let at = 0;
  for (const clip of clips) {
    joined.set(clip, at);
    at += clip.length + pause;
  }
  return writeWav(joined);
}

function trim(samples: Int16Array): Int16Array {
  const isVoice = (sample: number): boolean => Math.abs(sample) > room;
  const first = samples.findIndex(isVoice);
  if (first === -1) return new Int16Array(0);
  const clip = samples.slice(Math.max(0, first - margin), samples.findLastIndex(isVoice) + 1 + margin);
  const last = clip.length - 1;
  for (let n = 0; n < Math.min(slope, clip.length); n += 1) {
    const loudness = n / slope;
    clip[n] = Math.round((clip[n] ?? 0) * loudness);
    clip[last - n] = Math.round((clip[last - n] ?? 0) * loudness);
  }
  return clip;
}
