import { assert } from '@switchboard/kit/assert';

/** What Graph plays: WAV, PCM 16 bit, mono, at this rate (call-playPrompt page). */
export const promptRate = 16_000;

const headBytes = 44;

/** A WAV file that Graph plays. */
export function writeWav(samples: Int16Array): Buffer {
  const size = samples.length * 2;
  const file = Buffer.alloc(headBytes + size);
  file.write('RIFF', 0);
  file.writeUInt32LE(headBytes - 8 + size, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(promptRate, 24);
  file.writeUInt32LE(promptRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(size, 40);
  file.set(new Uint8Array(samples.buffer, samples.byteOffset, size), headBytes);
  return file;
}

/** How long a file of {@link writeWav} plays, in milliseconds. */
export const wavMilliseconds = (file: Uint8Array): number =>
  Math.round(((file.length - headBytes) / 2 / promptRate) * 1_000);

/** The samples of a file of {@link writeWav}; anything else is a defect. */
export function wavSamples(file: Uint8Array): Int16Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const isOurs =
    file.length >= headBytes &&
    view.getUint16(22, true) === 1 &&
    view.getUint32(24, true) === promptRate &&
    view.getUint32(40, true) === file.length - headBytes;
  assert(isOurs, 'a sound file that we keep is WAV, PCM 16 bit, mono, 16 kHz, with a head of 44 bytes');
  return new Int16Array(new Uint8Array(file.subarray(headBytes)).buffer);
}
