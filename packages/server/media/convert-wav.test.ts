import { spawnSync } from 'node:child_process';
import { must } from '@switchboard/kit/assert';
import { describe, expect, test } from 'vitest';
import { type ConvertedSound, convertWav } from './convert-wav.ts';
import { readWav } from './read-wav.ts';
import {
  chunkOf,
  extensibleFormatOf,
  formatOf,
  levelAt,
  meanLevel,
  riff,
  samplesOf,
  sine,
  sixteenBit,
  wavOf,
} from './wav.testing.ts';
import { wavSamples } from './wav-file.ts';

function converted(bytes: Uint8Array): ConvertedSound {
  const result = convertWav(bytes);
  if (!result.ok) throw new Error(result.refusal.problem);
  return result.value;
}

function refusalOf(bytes: Uint8Array): { problem: string; remedy: string } {
  const result = convertWav(bytes);
  if (result.ok) throw new Error('the file was taken');
  return result.refusal;
}

const tone = (rate: number, pitch = 1_000, channels = 1, seconds = 1): Uint8Array =>
  wavOf({ rate, channels, data: sixteenBit(sine({ pitch, rate, channels, seconds })) });

describe('quality', () => {
  test.each([8_000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000, 44_099, 12_345])(
    'a sine of 1 kHz in stereo at %i Hz stays the same sine',
    (rate) => {
      const { wav, milliseconds } = converted(tone(rate, 1_000, 2));
      const samples = wavSamples(wav);
      expect(milliseconds).toBe(1_000);
      expect(Math.abs(levelAt(samples, 1_000) + 6.02)).toBeLessThan(0.1);
      // All there is beside the sine, its very beginning and end left out.
      const inner = samples.slice(800, -800);
      expect(Math.abs(meanLevel(inner) + 9.03)).toBeLessThan(0.1);
      for (const pitch of [300, 2_000, 3_000, 5_000, 7_500]) {
        expect(levelAt(inner, pitch)).toBeLessThan(-80);
      }
    },
  );

  test.each([8_100, 9_000, 12_000, 14_500, 20_000])(
    'nothing of a tone of %i Hz folds back into what is heard',
    (pitch) => {
      const sound = sine({ pitch: 1_000, rate: 44_100, level: 0.05 });
      const above = sine({ pitch, rate: 44_100 });
      const data = sixteenBit(sound.map((value, n) => value + must(above[n], 'a sample')));
      const samples = wavSamples(converted(wavOf({ rate: 44_100, data })).wav).slice(800, -800);
      expect(levelAt(samples, Math.abs(16_000 - pitch))).toBeLessThan(-6 - 75);
      expect(Math.abs(levelAt(samples, 1_000) + 26.02)).toBeLessThan(0.1);
    },
  );

  test('speech keeps its upper tones: 7 kHz comes through', () => {
    expect(levelAt(wavSamples(converted(tone(44_100, 7_000)).wav), 7_000)).toBeGreaterThan(-6.5);
  });

  test('nothing at all is changed in a file that is right as it comes', () => {
    const data = sixteenBit(sine({ pitch: 440, rate: 16_000, level: 1 }));
    const { wav, changed, warnings } = converted(wavOf({ data }));
    expect(Buffer.from(wav.subarray(44)).equals(data)).toBe(true);
    expect({ changed, warnings }).toEqual({ changed: [], warnings: [] });
  });
});

describe('what is read', () => {
  const values = sine({ pitch: 1_000, rate: 16_000 });
  const each = [
    [
      '8 bit',
      1,
      8,
      samplesOf(values, 1, (view, at, value) => view.setUint8(at, Math.round(value * 128) + 128)),
    ],
    [
      '24 bit',
      1,
      24,
      samplesOf(values, 3, (view, at, value) => {
        const sample = Math.round(value * 2 ** 23);
        view.setUint16(at, sample & 0xffff, true);
        view.setInt8(at + 2, sample >> 16);
      }),
    ],
    ['32 bit', 1, 32, samplesOf(values, 4, (view, at, value) => view.setInt32(at, value * 2 ** 31, true))],
    ['32 bit float', 3, 32, samplesOf(values, 4, (view, at, value) => view.setFloat32(at, value, true))],
    ['64 bit float', 3, 64, samplesOf(values, 8, (view, at, value) => view.setFloat64(at, value, true))],
  ] as const;

  test.each(each)('%s', (name, tag, bits, data) => {
    for (const format of [formatOf({ tag, bits }), extensibleFormatOf({ tag, bits })]) {
      const { wav, changed } = converted(riff([chunkOf('fmt ', format), chunkOf('data', data)]));
      expect(levelAt(wavSamples(wav), 1_000)).toBeCloseTo(-6.02, 1);
      expect(changed).toEqual([
        name.includes('float') ? `${name} became PCM 16 bit` : `${name} became 16 bit`,
      ]);
    }
  });

  // The values at decoder output of ITU-T G.711, tables 1a to 2b, on a scale of 16 bit.
  test.each([
    ['A-law', 6, { 213: 8, 85: -8, 170: 32_256, 42: -32_256, 128: 5_504, 0: -5_504 }],
    ['µ-law', 7, { 255: 0, 127: 0, 128: 32_124, 0: -32_124, 240: 120, 143: 16_764 }],
  ])('%s by the table of the ITU', (name, tag, table) => {
    const codes = Object.keys(table).map(Number);
    const data = Uint8Array.from({ length: 6_000 }, (_, n) => must(codes[n % codes.length], 'a code'));
    const { wav, changed } = converted(wavOf({ tag, bits: 8, data }));
    expect([...wavSamples(wav).slice(0, codes.length)]).toEqual(codes.map((code) => table[code as never]));
    expect(changed).toEqual([`${name} became PCM 16 bit`]);
  });

  test('the data before the format, foreign chunks of odd length, with and without the filling byte', () => {
    const data = sixteenBit(values);
    const odd = chunkOf('LIST', Buffer.from('INFOISFTabc'));
    for (const foreign of [odd, odd.slice(0, -1)]) {
      const file = riff([foreign, chunkOf('data', data), foreign, chunkOf('fmt ', formatOf({}))]);
      expect(converted(file)).toMatchObject({ milliseconds: 1_000, changed: [] });
    }
  });

  test.each([0xffff_ffff, 0x7fff_ffff, 0])('a size of %i, left open by a stream', (saidSize) => {
    expect(converted(wavOf({ data: sixteenBit(values), saidSize }))).toMatchObject({
      milliseconds: 1_000,
      changed: [],
    });
  });

  test('RF64, whose sizes are kept elsewhere', () => {
    const sizes = Buffer.alloc(28);
    sizes.writeBigUInt64LE(32_000n, 8);
    const chunks = [
      chunkOf('ds64', sizes),
      chunkOf('fmt ', formatOf({})),
      chunkOf('data', sixteenBit(values), 0xffff_ffff),
    ];
    expect(converted(riff([...chunks, chunkOf('LIST', Buffer.alloc(900))], 'RF64')).milliseconds).toBe(1_000);
  });

  test('a file without its last tenth, and this is said', () => {
    const file = wavOf({ data: sixteenBit(values) });
    expect(converted(file.slice(0, -3_200))).toMatchObject({
      milliseconds: 900,
      changed: ['The end was missing: 0.1 s that the file promises are not in it'],
    });
  });

  const python = spawnSync('python3', ['-c', 'import wave']).status === 0;
  test.skipIf(!python)('what the wave module of Python writes', () => {
    const program = `
import io, math, struct, sys, wave
file = io.BytesIO()
with wave.open(file, 'wb') as out:
    out.setnchannels(2); out.setsampwidth(3); out.setframerate(48000)
    for n in range(48000):
        sample = struct.pack('<i', int(2**22 * math.sin(2 * math.pi * 1000 * n / 48000)))[:3]
        out.writeframesraw(sample * 2)
sys.stdout.buffer.write(file.getvalue())`;
    const { stdout } = spawnSync('python3', ['-c', program], { maxBuffer: 1e6 });
    const { wav, changed } = converted(stdout);
    expect(levelAt(wavSamples(wav), 1_000)).toBeCloseTo(-6.02, 1);
    expect(changed).toEqual([
      '24 bit became 16 bit',
      'The sample rate of 48000 Hz became 16000 Hz',
      '2 channels became one',
    ]);
  });
});

describe('channels', () => {
  const values = sine({ pitch: 1_000, rate: 16_000 });
  const mixed = (...channels: ((value: number) => number)[]): ConvertedSound =>
    converted(
      wavOf({
        channels: channels.length,
        data: sixteenBit(values.flatMap((value) => channels.map((of) => of(value)))),
      }),
    );
  const same = (value: number): number => value;
  const none = (): number => 0;

  test('a voice recorded on one side only does not become quieter', () => {
    expect(levelAt(wavSamples(mixed(same, none).wav), 1_000)).toBeCloseTo(-6.02, 1);
    expect(levelAt(wavSamples(mixed(none, none, same, none, none, none).wav), 1_000)).toBeCloseTo(-6.02, 1);
  });

  test('channels that extinguish each other are not mixed, and this is said', () => {
    const { wav, changed } = mixed(same, (value) => -value);
    expect(levelAt(wavSamples(wav), 1_000)).toBeCloseTo(-6.02, 1);
    expect(changed).toEqual(['Only channel 1 of 2 was taken: mixed, they extinguish each other']);
  });

  test('full-scale channels do not overflow', () => {
    const loud = (value: number): number => value * 2;
    const { wav, changed } = mixed(loud, loud, loud);
    expect(levelAt(wavSamples(wav), 1_000)).toBeCloseTo(0, 1);
    expect(changed).toEqual(['3 channels became one']);
  });
});

describe('loudness', () => {
  const floats = (level: number): Uint8Array =>
    wavOf({
      tag: 3,
      bits: 32,
      data: samplesOf(sine({ pitch: 1_000, rate: 16_000, level }), 4, (view, at, value) =>
        view.setFloat32(at, value, true),
      ),
    });

  test('a float file beyond full scale becomes quieter as a whole instead of being cut off, and this is said', () => {
    const { wav, changed } = converted(floats(4));
    const samples = wavSamples(wav);
    expect(levelAt(samples, 1_000)).toBeCloseTo(0, 1);
    expect(levelAt(samples, 3_000)).toBeLessThan(-80);
    expect(changed).toContain('The sound became 12.0 dB quieter, so that nothing distorts');
  });

  test('a very quiet file is taken with a warning', () => {
    expect(converted(floats(0.01)).warnings).toEqual([
      'The sound is very quiet: its loudest moment is −40.0 dB of full scale',
    ]);
  });

  test('silence is refused', () => {
    expect(refusalOf(wavOf({ data: new Uint8Array(32_000) })).problem).toMatch(/^The file holds silence/);
    expect(refusalOf(floats(Number.NaN)).problem).toMatch(/^The file holds silence/);
  });
});

describe('what is refused', () => {
  const text = (beginning: string): Uint8Array => Buffer.from(beginning.padEnd(64, '\0'), 'latin1');

  test.each([
    ['ID3\u0004', 'an MP3 file'],
    ['\u00ff\u00fb\u0090\u0064', 'an MP3 file'],
    ['\u00ff\u00f1\u0050\u0080', 'an AAC file'],
    ['OggS', 'an Ogg file (Vorbis or Opus)'],
    ['fLaC', 'a FLAC file'],
    ['\0\0\0\u0020ftypM4A ', 'an M4A or MP4 file'],
    ['FORM\0\0\0\0AIFF', 'an AIFF file'],
    ['RIFX\0\0\0\0WAVE', 'a WAV file with its bytes in reverse order (RIFX)'],
    ['\u0030\u0026\u00b2\u0075', 'a Windows Media file (WMA)'],
  ])('%j is named as what it is', (beginning, name) => {
    const { problem, remedy } = refusalOf(text(beginning));
    expect(problem).toBe(`The file is ${name}, whatever its name says`);
    expect(remedy).toContain('save it as WAV');
  });

  const data = sixteenBit(sine({ pitch: 440, rate: 16_000 }));
  test.each([
    ['an empty file', new Uint8Array(0), 'The file is empty'],
    ['something else', text('Dear caller'), 'The file is not a WAV file, and no sound file that we know'],
    ['MP3 in a WAV', wavOf({ tag: 0x55, data }), 'The WAV file is compressed with MP3'],
    ['ADPCM', wavOf({ tag: 0x11, bits: 4, data }), 'The WAV file is compressed with IMA ADPCM'],
    [
      'an unknown codec',
      wavOf({ tag: 0x1234, data }),
      'The WAV file is compressed with a codec that we do not know (0x1234)',
    ],
    ['samples of 64 bit', wavOf({ bits: 64, data }), 'The WAV file says a sample has 64 bit'],
    ['no channels', wavOf({ channels: 0, data }), 'The WAV file says it has 0 channels'],
    ['too many channels', wavOf({ channels: 500, data }), 'The WAV file says it has 500 channels'],
    [
      'a rate of 0',
      wavOf({ rate: 0, data }),
      'The WAV file says its sample rate is 0 Hz; we read 8000 to 192000 Hz',
    ],
    [
      'no format',
      riff([chunkOf('data', data)]),
      'The WAV file does not say what its sound is like (no fmt chunk)',
    ],
    ['no data', riff([chunkOf('fmt ', formatOf({}))]), 'The WAV file holds no sound (no data chunk)'],
    ['empty data', wavOf({ data: new Uint8Array(0) }), 'The WAV file holds no sound'],
    [
      'half a format',
      riff([chunkOf('fmt ', formatOf({}).slice(0, 10)), chunkOf('data', data)]),
      'The description of the sound in the WAV file is cut off',
    ],
    ['a moment', wavOf({ data: data.slice(0, 640) }), 'The sound lasts 20 ms; the least is 100 ms'],
    [
      'a broken upload',
      wavOf({ data }).slice(0, 8_044),
      'The file is cut off: it says it lasts 1.0 s and holds 0.3 s',
    ],
  ])('%s', (_, bytes, problem) => {
    expect(refusalOf(bytes).problem).toBe(problem);
  });

  test('more than the limits, before it is worked on', () => {
    const file = tone(16_000, 440, 1, 3);
    const tooLong = convertWav(file, { bytes: 1e6, milliseconds: 2_000 });
    expect(tooLong).toMatchObject({
      ok: false,
      refusal: { problem: 'The sound lasts 3.0 s; the most is 2.0 s' },
    });
    const tooLarge = convertWav(Buffer.alloc(2 * 1_024 ** 2), { bytes: 1_024 ** 2, milliseconds: 2_000 });
    expect(tooLarge).toMatchObject({
      ok: false,
      refusal: { problem: 'The file has 2.0 MB; the most is 1.0 MB' },
    });
  });
});

test('what was converted is right as it is when it comes again', () => {
  const once = converted(tone(44_100, 1_000, 2));
  expect(converted(once.wav)).toEqual({ ...once, changed: [] });
  expect(readWav(once.wav)).toMatchObject({
    ok: true,
    value: { encoding: 'integer', sampleRate: 16_000, channels: 1, bytesPerSample: 2 },
  });
});
