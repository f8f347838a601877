/** Where the filter begins to let less through, as a part of half the lower rate: 7 kHz of 16 kHz, all that telephony keeps. */
const passes = 0.875;
/** What is left of anything that would fold back into the sound, in decibels. */
const stopband = 80;
/**
 * Rates without a large common divisor get the nearest of this many positions within a sample of the lower rate: an
 * error 70 dB below the sound or less.
 */
const mostPhases = 4_096;

interface Filter {
  readonly phases: number;
  readonly taps: number;
  /** One row of `taps` coefficients a phase. */
  readonly rows: Float32Array;
}

/** The same sound at another sample rate: a polyphase filter of windowed sinc functions. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const common = greatestDivisor(from, to);
  const enough = Math.ceil((mostPhases * Math.min(from, to)) / from);
  const { phases, taps, rows } = createFilter(from, to, Math.min(to / common, enough));
  const output = new Float32Array(Math.max(1, Math.round((samples.length * to) / from)));
  for (let i = 0; i < output.length; i += 1) {
    const position = (i * from) / to;
    let whole = Math.floor(position);
    let phase = Math.round((position - whole) * phases);
    if (phase === phases) {
      phase = 0;
      whole += 1;
    }
    const start = whole - taps / 2 + 1;
    const first = Math.max(0, -start);
    const last = Math.min(taps, samples.length - start);
    const row = phase * taps;
    let sum = 0;
    for (let tap = first; tap < last; tap += 1) {
      sum += (samples[start + tap] ?? 0) * (rows[row + tap] ?? 0);
    }
    output[i] = sum;
  }
  return output;
}

function createFilter(from: number, to: number, phases: number): Filter {
  const lower = Math.min(from, to);
  // Kaiser's formulas for the length and the shape of a window (Oppenheim and Schafer, Discrete-Time Signal Processing).
  const transition = ((1 - passes) * lower) / 2 / from;
  const length = (stopband - 8) / (2.285 * 2 * Math.PI * transition);
  const taps = 2 * Math.ceil(length / 2);
  const shape = 0.1102 * (stopband - 8.7);
  /** In cycles an input sample: the middle of the slope. */
  const cutoff = ((1 + passes) / 2) * (lower / 2 / from);
  const rows = new Float32Array(phases * taps);
  for (let phase = 0; phase < phases; phase += 1) {
    let total = 0;
    for (let tap = 0; tap < taps; tap += 1) {
      const distance = tap - taps / 2 + 1 - phase / phases;
      const value = sinc(2 * cutoff * distance) * kaiser(distance / (taps / 2), shape);
      rows[phase * taps + tap] = value;
      total += value;
    }
    // Every phase passes a steady level as it is, so no tone is added at the rate of the phases.
    for (let tap = 0; tap < taps; tap += 1) {
      rows[phase * taps + tap] = (rows[phase * taps + tap] ?? 0) / total;
    }
  }
  return { phases, taps, rows };
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** The Kaiser window; `place` runs from -1 to 1. */
const kaiser = (place: number, shape: number): number =>
  Math.abs(place) >= 1 ? 0 : bessel(shape * Math.sqrt(1 - place * place)) / bessel(shape);

/** The modified Bessel function of order zero, by its series. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
