import type { WavSound } from './read-wav.ts';

/** The sample of a number, counted through all frames and channels; full scale is 1. */
export type SampleReader = (index: number) => number;

/** Nothing a recorder writes is louder; keeps what is computed from damaged floats finite. */
const loudest = 1e6;

export function sampleReader({ encoding, bytesPerSample, data }: WavSound): SampleReader {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  switch (encoding) {
    case 'A-law':
      return (n) => (aLaw[data[n] ?? 0] ?? 0) / 32_768;
    case 'µ-law':
      return (n) => (muLaw[data[n] ?? 0] ?? 0) / 32_768;
    case 'float':
      return bytesPerSample === 8
        ? (n) => finite(view.getFloat64(n * 8, true))
        : (n) => finite(view.getFloat32(n * 4, true));
    case 'integer':
      return integerReader(view, bytesPerSample);
    default:
      return encoding satisfies never;
  }
}

function integerReader(view: DataView, bytesPerSample: number): SampleReader {
  // Samples of 8 bit have no sign; all others do.
  if (bytesPerSample === 1) return (n) => (view.getUint8(n) - 128) / 128;
  if (bytesPerSample === 2) return (n) => view.getInt16(n * 2, true) / 2 ** 15;
  if (bytesPerSample === 3) {
    return (n) => (view.getInt8(n * 3 + 2) * 2 ** 16 + view.getUint16(n * 3, true)) / 2 ** 23;
  }
  return (n) => view.getInt32(n * 4, true) / 2 ** 31;
}

function finite(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-loudest, Math.min(loudest, value));
}

/** ITU-T G.711, table 1: every other bit is turned; sign, three bits of segment, four bits within it. On a scale of 16 bit. */
const aLaw = Int16Array.from({ length: 256 }, (_, byte) => {
  const code = byte ^ 0x55;
  const segment = (code >> 4) & 7;
  const step = ((code & 15) << 4) + 8;
  const size = segment === 0 ? step : (step + 256) << (segment - 1);
  return (code & 0x80) === 0 ? -size : size;
});

/** ITU-T G.711, table 2: all bits are turned; the segments are shifted by a bias of 132. On a scale of 16 bit. */
const muLaw = Int16Array.from({ length: 256 }, (_, byte) => {
  const code = ~byte & 0xff;
  const size = ((((code & 15) << 3) + 132) << ((code >> 4) & 7)) - 132;
  return (code & 0x80) === 0 ? size : -size;
});
