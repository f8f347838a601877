import { expect, test } from 'vitest';
import { wav } from '../listener.testing.ts';
import { wavDuration } from './wav.ts';

test('the playing time comes from the data, whatever other chunks stand before', () => {
  const plain = wav(2.5);
  expect(wavDuration(plain)).toEqual({ ok: true, value: 2_500 });
  const note = Buffer.from('LIST\x03\0\0\0abc\0', 'latin1');
  const noted = Buffer.concat([plain.subarray(0, 12), note, plain.subarray(12)]);
  expect(wavDuration(noted)).toEqual({ ok: true, value: 2_500 });
});

test('a length left open counts to the end of the file', () => {
  const file = wav(1);
  file.writeUInt32LE(0xffffffff, 40);
  expect(wavDuration(file)).toEqual({ ok: true, value: 1_000 });
});

test('stereo, other rates, cut off and foreign files are refused', () => {
  const stereo = wav(1);
  stereo.writeUInt16LE(2, 22);
  expect(wavDuration(stereo)).toMatchObject({ ok: false, refusal: expect.stringContaining('2 channels') });
  expect(wavDuration(wav(1, 44_100))).toMatchObject({
    ok: false,
    refusal: expect.stringContaining('44100 Hz'),
  });
  expect(wavDuration(wav(1).subarray(0, 30)).ok).toBe(false);
  expect(wavDuration(Buffer.from('ID3 and so on')).ok).toBe(false);
});
