import { createClock, ManualClock } from '@switchboard/kit/clock';
import { expect, onTestFinished, test } from 'vitest';
import { convertWav } from './convert-wav.ts';
import { createSoundConverter, type SoundConverter, type SoundConverterParts } from './sound-converter.ts';
import { sine, sixteenBit, wavOf } from './wav.testing.ts';

const tone = (seconds: number): Uint8Array =>
  wavOf({ rate: 44_100, data: sixteenBit(sine({ pitch: 440, rate: 44_100, seconds })) });

const machineClock = createClock({ now: Date.now, setTimeout, clearTimeout });

function converterWith(parts: Partial<SoundConverterParts>): SoundConverter {
  const converter = createSoundConverter({ clock: machineClock, ...parts });
  onTestFinished(() => converter.stop());
  return converter;
}

test('a thread answers what the same work here would answer, and leaves the bytes it was given alone', async () => {
  const converter = converterWith({});
  const good = tone(0.5);
  const before = good.slice();
  const here = convertWav(good);
  const there = await converter.convertSound(good);
  expect(there.ok && here.ok && Buffer.from(there.value.wav).equals(here.value.wav)).toBe(true);
  expect(there).toMatchObject({ ok: true, value: { changed: here.ok ? here.value.changed : [] } });
  expect(good).toEqual(before);
  expect(await converter.convertSound(Buffer.from('ID3'))).toEqual(convertWav(Buffer.from('ID3')));
});

test('a few files wait for their turn, and one too many is told to come again', async () => {
  const converter = converterWith({});
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => converter.convertSound(tone(0.2))));
  expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true, false]);
  expect(answers[4]).toMatchObject({ refusal: { problem: 'Other sound files are being converted' } });
  expect((await converter.convertSound(tone(0.2))).ok).toBe(true);
});

test('a file that takes longer than its time is given up, and the next one has its turn', async () => {
  const clock = new ManualClock(0);
  const converter = converterWith({ clock, patience: 1_000 });
  const slow = converter.convertSound(tone(20));
  const next = converter.convertSound(tone(0.2));
  await new Promise(setImmediate);
  clock.advance(1_000);
  expect(await slow).toMatchObject({ ok: false, refusal: { problem: 'The file took too long to convert' } });
  expect((await next).ok).toBe(true);
});

test('a file over the limits is refused at once, though others wait', async () => {
  const converter = converterWith({ limits: { bytes: 100_000, milliseconds: 500 } });
  const waiting = [1, 2, 3, 4].map(() => converter.convertSound(tone(0.2)));
  const large = await converter.convertSound(tone(2));
  expect(large).toMatchObject({ ok: false, refusal: { problem: 'The file has 0.2 MB; the most is 0.1 MB' } });
  expect((await Promise.all(waiting)).every((answer) => answer.ok)).toBe(true);
  expect(await converter.convertSound(tone(0.6))).toMatchObject({ ok: false });
});

test('a server that stops refuses what works, what waits and what comes', async () => {
  const converter = converterWith({});
  const asked = [tone(20), tone(1)].map((file) => converter.convertSound(file));
  await new Promise(setImmediate);
  await converter.stop();
  const answers = await Promise.all([...asked, converter.convertSound(tone(1))]);
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: false, refusal: { problem: 'The server is being stopped' } });
  }
});
