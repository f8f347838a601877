import { ok, type Result, refused } from '@switchboard/kit/result';

/**
 * The playing time in milliseconds of a WAV file, if it is one the service plays: PCM, mono, 16 kHz, 16 bit
 * (https://learn.microsoft.com/graph/api/call-playprompt, read 2026-11-23). The refusal says what is wrong.
 */
export function wavDuration(file: Buffer): Result<number, string> {
  if (
    file.length < 12 ||
    file.toString('latin1', 0, 4) !== 'RIFF' ||
    file.toString('latin1', 8, 12) !== 'WAVE'
  ) {
    return refused('not a WAV file');
  }
  let bytesPerSecond: number | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const start = at + 8;
    if (name === 'fmt ') {
      const format = readFormat(file, start);
      if (!format.ok) return format;
      bytesPerSecond = format.value;
    }
    if (name === 'data') {
      if (bytesPerSecond === undefined) return refused('the data come before the format');
      // Streaming writers leave the length open; the file's own length then counts.
      return ok((Math.min(size, file.length - start) / bytesPerSecond) * 1_000);
    }
    at = start + size + (size % 2);
  }
  return refused('no data in the WAV file');
}

function readFormat(file: Buffer, start: number): Result<number, string> {
  if (start + 16 > file.length) return refused('the format of the WAV file is cut off');
  const [format, channels] = [file.readUInt16LE(start), file.readUInt16LE(start + 2)];
  const [rate, bits] = [file.readUInt32LE(start + 4), file.readUInt16LE(start + 14)];
  if (format === 1 && channels === 1 && rate === 16_000 && bits === 16) return ok(32_000);
  return refused(
    `WAV must be PCM, mono, 16000 Hz, 16 bit; this is format ${format}, ${channels} channels, ${rate} Hz, ${bits} bit`,
  );
}
