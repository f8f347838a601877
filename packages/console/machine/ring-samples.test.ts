import { ringSounds } from '@switchboard/contract/preferences/ringing';
import { describe, expect, it } from 'vitest';
import { ringSamples } from './ring-samples.ts';

describe.each(ringSounds)('The sound %s', (sound) => {
  it.each([
    ['alone', false],
    ['with its second voice', true],
  ])('begins and ends in silence and is never cut off, %s', (_, hasSecondVoice) => {
    const samples = ringSamples(sound, hasSecondVoice, 48_000);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(loudest).toBeCloseTo(10 ** (-4 / 20), 3);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
    expect(samples.length / 48_000).toBeLessThan(2.5);
    // A click is a leap from one sample to the next; the steepest wave here rises slower.
    const leap = samples.reduce(
      (most, sample, i) => Math.max(most, Math.abs(sample - (samples[i - 1] ?? 0))),
      0,
    );
    expect(leap).toBeLessThan(0.45);
  });

  it('is another with its second voice, and another than the rest', () => {
    const own = ringSamples(sound, false, 8_000).join();
    expect(ringSamples(sound, true, 8_000).join()).not.toBe(own);
    const others = ringSounds
      .filter((other) => other !== sound)
      .map((other) => ringSamples(other, false, 8_000).join());
    expect(others).not.toContain(own);
  });
});
