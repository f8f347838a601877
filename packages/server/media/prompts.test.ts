import { must } from '@switchboard/kit/assert';
import { expect, test } from 'vitest';
import { createPrompts, type PromptLibrary } from './prompts.ts';
import { readWav } from './read-wav.ts';
import { meanLevel } from './wav.testing.ts';
import { wavSamples } from './wav-file.ts';

const names = [
  'greeting',
  'music',
  'closed',
  'sorry',
  'callBack',
  'position',
  'emergency',
] as const satisfies readonly (keyof PromptLibrary)[];
const prompts = createPrompts('https://switchboard.contoso.example');
const fileOf = (name: (typeof names)[number]): Buffer =>
  must(prompts.fileOf(must(prompts[name].url.split('/media/')[1], 'a name')), 'a file');

test.each(names)('%s is what Graph plays: WAV, PCM 16 bit, 16 kHz, mono', (name) => {
  const file = fileOf(name);
  expect(readWav(file)).toMatchObject({
    ok: true,
    value: { encoding: 'integer', bytesPerSample: 2, channels: 1, sampleRate: 16_000, missingFrames: 0 },
  });
  expect(prompts[name].milliseconds).toBe((file.readUInt32LE(40) / 32_000) * 1_000);
});

test.each(names)('%s is as loud as speech, begins and ends in silence, and has no clicks', (name) => {
  const samples = wavSamples(fileOf(name));
  expect(meanLevel(samples)).toBeCloseTo(-20, 0);
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(loudest).toBeLessThan(32_768 * 10 ** (-4 / 20) + 1);
  const edge = 160;
  expect(meanLevel(samples.slice(0, edge))).toBeLessThan(-20);
  expect(meanLevel(samples.slice(-edge))).toBeLessThan(-50);
  expect(Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0))).toBeLessThan(10);
  // A click is a bend far beyond those of the tones themselves, also where the end meets the beginning.
  const bends = Float64Array.from(samples, (sample, n) =>
    Math.abs(sample - 2 * (samples.at(n - 1) ?? 0) + (samples.at(n - 2) ?? 0)),
  ).toSorted();
  expect(bends.at(-1)).toBeLessThan(2.5 * must(bends[Math.floor(bends.length * 0.98)], 'a bend'));
});

test('no two of the sounds are alike', () => {
  const keys = names.map((name) => prompts[name].resourceId);
  expect(new Set(keys).size).toBe(names.length);
  for (const [n, name] of names.entries()) {
    for (const other of names.slice(n + 1))
      expect([name, other, likeness(name, other)]).toEqual([name, other, expect.closeTo(0, 0)]);
  }
});

/** 1 for the same sound, 0 for sounds that have nothing to do with each other. */
function likeness(one: (typeof names)[number], other: (typeof names)[number]): number {
  const [a, b] = [wavSamples(fileOf(one)), wavSamples(fileOf(other))];
  const length = Math.min(a.length, b.length);
  const product = (x: Int16Array, y: Int16Array): number => {
    let sum = 0;
    for (let n = 0; n < length; n += 1) sum += (x[n] ?? 0) * (y[n] ?? 0);
    return sum;
  };
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

test('nothing but these files is served', () => {
  expect(prompts.fileOf('../main.ts')).toBeUndefined();
});
