/** A WAV file as others write it, for tests. */
export interface WavRecipe {
  readonly tag?: number;
  readonly rate?: number;
  readonly channels?: number;
  readonly bits?: number;
  /** The bytes of the data chunk. */
  readonly data: Uint8Array;
  /** What the data chunk says about its size. */
  readonly saidSize?: number;
  readonly chunks?: readonly Uint8Array[];
  readonly chunksAfter?: readonly Uint8Array[];
}

export function chunkOf(name: string, content: Uint8Array, saidSize = content.length): Uint8Array {
  const chunk = Buffer.alloc(8 + content.length + (content.length % 2));
  chunk.write(name, 0, 'latin1');
  chunk.writeUInt32LE(saidSize, 4);
  chunk.set(content, 8);
  return chunk;
}

export function riff(chunks: readonly Uint8Array[], outer = 'RIFF'): Uint8Array {
  const body = Buffer.concat(chunks);
  const head = Buffer.alloc(12);
  head.write(outer, 0);
  head.writeUInt32LE((body.length + 4) % 2 ** 32, 4);
  head.write('WAVE', 8);
  return Buffer.concat([head, body]);
}

export function formatOf({
  tag = 1,
  rate = 16_000,
  channels = 1,
  bits = 16,
}: Omit<WavRecipe, 'data'>): Uint8Array {
  const frame = channels * Math.ceil(bits / 8);
  const format = Buffer.alloc(16);
  format.writeUInt16LE(tag, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE((rate * frame) % 2 ** 32, 8);
  format.writeUInt16LE(frame % 2 ** 16, 12);
  format.writeUInt16LE(bits, 14);
  return format;
}

/** The same as an extensible format, which says the codec in a GUID. */
export function extensibleFormatOf(recipe: Omit<WavRecipe, 'data'>): Uint8Array {
  const format = Buffer.alloc(40);
  format.set(formatOf(recipe));
  format.writeUInt16LE(0xfffe, 0);
  format.writeUInt16LE(22, 16);
  format.writeUInt16LE(recipe.bits ?? 16, 18);
  format.writeUInt16LE(recipe.tag ?? 1, 24);
  format.write('000000001000800000aa00389b71', 26, 'hex');
  return format;
}

export const wavOf = (recipe: WavRecipe): Uint8Array =>
  riff([
    chunkOf('fmt ', formatOf(recipe)),
    ...(recipe.chunks ?? []),
    chunkOf('data', recipe.data, recipe.saidSize),
    ...(recipe.chunksAfter ?? []),
  ]);

/** Writes samples of full scale 1, each to all channels, by the way of `put`. */
export function samplesOf(
  values: readonly number[],
  bytes: number,
  put: (view: DataView, at: number, value: number) => void,
): Uint8Array {
  const data = new Uint8Array(values.length * bytes);
  const view = new DataView(data.buffer);
  for (const [n, value] of values.entries()) put(view, n * bytes, value);
  return data;
}

export const sixteenBit = (values: readonly number[]): Uint8Array =>
  samplesOf(values, 2, (view, at, value) =>
    view.setInt16(at, Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768))), true),
  );

export interface Sine {
  readonly pitch: number;
  readonly rate: number;
  readonly seconds?: number;
  readonly level?: number;
  readonly channels?: number;
}

/** Frames of a sine, the same on all channels. */
export const sine = ({ pitch, rate, seconds = 1, level = 0.5, channels = 1 }: Sine): readonly number[] =>
  Array.from({ length: Math.round(rate * seconds) * channels }, (_, n) => {
    const frame = Math.floor(n / channels);
    return level * Math.sin((2 * Math.PI * pitch * frame) / rate);
  });

/** How loud one pitch is in a sound, in decibels of full scale (Goertzel, with a window against what lies beside it). */
export function levelAt(samples: Int16Array, pitch: number, rate = 16_000): number {
  let real = 0;
  let imaginary = 0;
  let weights = 0;
  for (const [n, sample] of samples.entries()) {
    const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / samples.length);
    const angle = (2 * Math.PI * pitch * n) / rate;
    real += weight * (sample / 32_768) * Math.cos(angle);
    imaginary += weight * (sample / 32_768) * Math.sin(angle);
    weights += weight;
  }
  return 20 * Math.log10(Math.max(1e-9, (2 * Math.hypot(real, imaginary)) / weights));
}

/** The loudness of a sound as a whole, in decibels of full scale. */
export function meanLevel(samples: Int16Array): number {
  const power = samples.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / samples.length;
  return 10 * Math.log10(Math.max(1e-12, power));
}
