import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConvertedSound, convertWav } from './convert-wav.ts';
import type { SoundProblem } from './sound-problem.ts';
import { chunkOf, formatOf, riff, sine, sixteenBit, wavOf } from './wav.testing.ts';
import { wavMilliseconds, wavSamples } from './wav-file.ts';

/** A right answer to any bytes is a file that Graph plays, or a reason and a remedy; and the bytes stay as they are. */
function expectAnswer(bytes: Uint8Array): void {
  const before = bytes.slice();
  const result = convertWav(bytes);
  expect(result).toSatisfy(result.ok ? () => isPlayable(result.value) : () => isReason(result.refusal));
  expect(bytes).toEqual(before);
}

const isPlayable = ({ wav, milliseconds }: ConvertedSound): boolean =>
  wavSamples(wav).length >= 1_600 && milliseconds === wavMilliseconds(wav);

const isReason = ({ field, problem, remedy }: SoundProblem): boolean =>
  field === 'file' && /^[A-Z].*[^.]$/s.test(problem) && /^[a-z].*[^.]$/s.test(remedy);

const small = { maxLength: 400 };
const chunkName = fc.constantFrom('fmt ', 'data', 'LIST', 'ds64', 'fact', 'JUNK', '\0\0\0\0');
const number16 = fc.integer({ min: 0, max: 0xffff });
const number32 = fc.oneof(fc.integer({ min: 0, max: 0xffff_ffff }), fc.integer({ min: 0, max: 64 }));

test('any bytes at all get an answer', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 4_000 }), expectAnswer));
});

test('any chunks in any order, with any sizes, get an answer', () => {
  const chunk = fc
    .tuple(chunkName, fc.uint8Array(small), fc.option(number32, { nil: undefined }))
    .map(([name, content, size]) => chunkOf(name, content, size));
  const file = fc.array(chunk, { maxLength: 8 }).map((chunks) => riff(chunks));
  fc.assert(fc.property(file, expectAnswer), { numRuns: 1_000 });
});

test('any format before any sound gets an answer', () => {
  const file = fc.record({
    tag: fc.oneof(fc.constantFrom(1, 3, 6, 7, 0xfffe), number16),
    rate: fc.oneof(fc.integer({ min: 8_000, max: 192_000 }), number32),
    channels: fc.oneof(fc.integer({ min: 1, max: 8 }), number16),
    bits: fc.oneof(fc.constantFrom(8, 12, 16, 20, 24, 32, 64), number16),
    data: fc.uint8Array({ minLength: 4_000, maxLength: 40_000, size: 'max' }),
  });
  fc.assert(
    fc.property(file, (recipe) => expectAnswer(wavOf(recipe))),
    { numRuns: 100 },
  );
});

test('a good file with some bytes changed, or cut somewhere, gets an answer', () => {
  const good = riff([
    chunkOf('LIST', Buffer.from('INFOISFTabc')),
    chunkOf('fmt ', formatOf({ rate: 22_050, channels: 2 })),
    chunkOf('data', sixteenBit(sine({ pitch: 440, rate: 22_050, channels: 2, seconds: 0.3 }))),
  ]);
  const change = fc.tuple(
    fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: good.length - 1 })),
    fc.integer({ min: 0, max: 255 }),
  );
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 6 }),
      fc.integer({ min: 0, max: good.length }),
      (changes, end) => {
        const file = new Uint8Array(good);
        for (const [at, byte] of changes) file[at] = byte;
        expectAnswer(file);
        expectAnswer(file.slice(0, end));
      },
    ),
  );
});

test('the length stays, whatever the sample rate', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8_000, max: 192_000 }),
      fc.integer({ min: 150, max: 400 }),
      (rate, wanted) => {
        const data = sixteenBit(sine({ pitch: 300, rate, seconds: wanted / 1_000 }));
        const result = convertWav(wavOf({ rate, data }));
        expect(result.ok && Math.abs(result.value.milliseconds - wanted) <= 1).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});
