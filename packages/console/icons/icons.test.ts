import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type IconPurpose, markPixels } from './mark-pixels.ts';
import { pngFile } from './png-file.ts';

const at = (size: number, purpose: IconPurpose, x: number, y: number): readonly number[] => {
  const place = (Math.floor((y / 32) * size) * size + Math.floor((x / 32) * size)) * 4;
  return [...markPixels(size, purpose).subarray(place, place + 4)];
};
const brand = [0x5b, 0x5f, 0xc7, 255];
const white = [255, 255, 255, 255];

describe('The icons', () => {
  it.each([48, 192])('have the sign of the product, rounded, at %i pixels', (size) => {
    expect(at(size, 'any', 16, 2)).toEqual(brand);
    expect(at(size, 'any', 22, 11)).toEqual(white);
    expect(at(size, 'any', 10, 11)).toEqual(brand);
    expect(at(size, 'any', 13.2, 11)).toEqual(white);
    expect(at(size, 'any', 16, 25.5)).toEqual(white);
    expect(at(size, 'any', 0.2, 0.2)[3]).toBe(0);
  });

  it('go to the edge where systems cut out a shape, with the sign in the middle', () => {
    expect(at(192, 'maskable', 0.2, 0.2)).toEqual(brand);
    expect(at(192, 'maskable', 20.4, 12.5)).toEqual(white);
  });

  it('are PNG files that hold the pixels', () => {
    const pixels = markPixels(16, 'any');
    const file = Buffer.from(pngFile(16, pixels, deflateSync));
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([16, 16]);
    const length = file.readUInt32BE(33);
    const data = file.subarray(41, 41 + length);
    expect(file.readUInt32BE(41 + length)).toBe(crc32(file.subarray(37, 41 + length)));
    const rows = inflateSync(data);
    expect(rows).toHaveLength(16 * 65);
    expect(rows.subarray(8 * 65 + 1, 9 * 65)).toEqual(Buffer.from(pixels.subarray(8 * 64, 9 * 64)));
  });
});
