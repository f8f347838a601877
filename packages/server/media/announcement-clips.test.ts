import { expect, test } from 'vitest';
import {
  type ClipName,
  clipNames,
  composeAnnouncement,
  isClipName,
  neededClips,
} from './announcement-clips.ts';
import { joinClips } from './join-clips.ts';
import { levelAt, sine } from './wav.testing.ts';
import { wavMilliseconds, wavSamples, writeWav } from './wav-file.ts';

const silence = (seconds: number): readonly number[] => Array.from({ length: seconds * 16_000 }, () => 0);
const fileOf = (values: readonly number[]): Uint8Array =>
  writeWav(Int16Array.from(values, (value) => Math.round(value * 32_767)));

/** Each clip is a tone of its own, a fifth of a second long, with the silence around that recordings have. */
const pitchOf = (name: ClipName): number => 400 + 100 * clipNames.indexOf(name);
const recorded = (name: ClipName): Uint8Array =>
  fileOf([...silence(0.3), ...sine({ pitch: pitchOf(name), rate: 16_000, seconds: 0.2 }), ...silence(0.5)]);
const clipsOf = (...names: readonly ClipName[]): ReadonlyMap<ClipName, Uint8Array> =>
  new Map(names.map((name) => [name, recorded(name)]));

/** Which clips are heard in a file, in their order: the loudest tone of each fifth of a second with sound. */
function heardIn(file: Uint8Array): readonly ClipName[] {
  const samples = wavSamples(file);
  const heard: ClipName[] = [];
  // A clip is 0.28 s with its margins, and the pause 0.12 s.
  for (let at = 0.05 * 16_000; at < samples.length; at += 0.4 * 16_000) {
    const part = samples.slice(at, at + 0.18 * 16_000);
    const found = clipNames.find((name) => levelAt(part, pitchOf(name)) > -12);
    if (found !== undefined) heard.push(found);
  }
  return heard;
}

test('positions and waits are put together from their clips, in the order of the domain', () => {
  const wanted = { positionsTo: 2, minutesTo: 1 };
  const clips = clipsOf(...neededClips(wanted), 'position-after', 'more-minutes');
  const result = composeAnnouncement(clips, wanted);
  expect(result.ok && result.value.positions.map(heardIn)).toEqual([
    ['position-before', 'number-1', 'position-after'],
    ['position-before', 'number-2', 'position-after'],
  ]);
  expect(result.ok && result.value.waits.map(heardIn)).toEqual([
    ['wait-before', 'less-than-a-minute'],
    ['wait-before', 'minutes-1'],
    ['wait-before', 'more-minutes'],
  ]);
});

test('an opening is heard before each announcement', () => {
  const wanted = { positionsTo: 1, minutesTo: 0 };
  const opened = composeAnnouncement(clipsOf(...neededClips(wanted)), wanted, recorded('wait-after'));
  expect(opened.ok && opened.value.positions.map(heardIn)).toEqual([
    ['wait-after', 'position-before', 'number-1'],
  ]);
  expect(opened.ok && opened.value.waits).toEqual([]);
});

test('missing recordings are named', () => {
  const missing = composeAnnouncement(clipsOf('position-before', 'number-1', 'number-3'), {
    positionsTo: 4,
    minutesTo: 0,
  });
  expect(missing).toEqual({
    ok: false,
    refusal: {
      field: 'clips',
      problem: '2 recordings are missing: number-2, number-4',
      remedy: 'upload them, or let less be announced',
    },
  });
  expect(composeAnnouncement(clipsOf('number-1'), { positionsTo: 1, minutesTo: 0 })).toMatchObject({
    refusal: {
      problem: 'A recording is missing: position-before',
      remedy: 'upload it, or let less be announced',
    },
  });
});

test.each([-1, 1.5, 21, Number.NaN])('%d is no number of places or minutes that can be said', (number) => {
  const clips = clipsOf(...clipNames);
  expect(composeAnnouncement(clips, { positionsTo: number, minutesTo: 0 })).toMatchObject({
    refusal: { field: 'positionsTo', remedy: 'give a whole number from 0 to 20' },
  });
  expect(composeAnnouncement(clips, { positionsTo: 0, minutesTo: number })).toMatchObject({
    refusal: { field: 'minutesTo' },
  });
});

test('the names of clips are known, and others are not', () => {
  expect(clipNames.every(isClipName)).toBe(true);
  expect(['number-0', 'number-21', 'number-', 'minutes-1.5', '../main'].some(isClipName)).toBe(false);
});

test('the silence around recordings is shortened, and no cut clicks', () => {
  const speech = fileOf([...silence(1), ...sine({ pitch: 200, rate: 16_000, seconds: 0.2 }), ...silence(1)]);
  const cutHard = fileOf(sine({ pitch: 210, rate: 16_000, seconds: 0.205 }).slice(10));
  const joined = joinClips([speech, cutHard, fileOf(silence(1))]);
  expect(wavMilliseconds(joined)).toBeGreaterThan(200 + 204 + 2 * 120);
  expect(wavMilliseconds(joined)).toBeLessThan(200 + 205 + 2 * 120 + 2 * 40 + 1);
  const samples = wavSamples(joined);
  const jumps = Array.from(samples, (sample, n) => Math.abs(sample - (samples[n - 1] ?? 0)));
  // The steepest that these sines themselves are.
  expect(Math.max(...jumps)).toBeLessThan(0.5 * 32_768 * ((2 * Math.PI * 210) / 16_000) * 1.1);
});

test('nothing joined is an empty file, and a foreign file is a defect', () => {
  expect(wavMilliseconds(joinClips([]))).toBe(0);
  expect(() => joinClips([Buffer.from('ID3')])).toThrow('a sound file that we keep');
});
