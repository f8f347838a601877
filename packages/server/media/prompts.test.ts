import { expect, test } from 'vitest';
import { createPrompts } from './prompts.ts';

test('the sounds that come with the product are what Graph plays: WAV, PCM 16 bit, 16 kHz, mono', () => {
  const prompts = createPrompts('https://switchboard.contoso.example');
  for (const [name, prompt] of [
    ['greeting.wav', prompts.greeting],
    ['music.wav', prompts.music],
  ] as const) {
    const file = prompts.fileOf(name) ?? Buffer.alloc(0);
    expect(file.toString('latin1', 0, 4)).toBe('RIFF');
    expect(file.readUInt16LE(20)).toBe(1);
    expect(file.readUInt16LE(22)).toBe(1);
    expect(file.readUInt32LE(24)).toBe(16_000);
    expect(file.readUInt16LE(34)).toBe(16);
    expect(prompt.milliseconds).toBe((file.readUInt32LE(40) / 32_000) * 1_000);
    const loudest = new Int16Array(
      file.buffer.slice(file.byteOffset + 44, file.byteOffset + file.length),
    ).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(loudest).toBeGreaterThan(4_000);
    expect(loudest).toBeLessThan(32_767);
  }
  expect(prompts.fileOf('../main.ts')).toBeUndefined();
});
