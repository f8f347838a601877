const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** 8 bits a colour, with opacity; https://www.w3.org/TR/png-3/#11IHDR */
const trueColourWithAlpha = [8, 6, 0, 0, 0];

/**
 * A PNG file of `size` by `size` pixels.
 *
 * @param pixels red, green, blue, opacity, from the top left on
 * @param deflate compresses as zlib does
 */
export function pngFile(
  size: number,
  pixels: Uint8Array,
  deflate: (data: Uint8Array) => Uint8Array,
): Uint8Array {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, size);
  new DataView(header.buffer).setUint32(4, size);
  header.set(trueColourWithAlpha, 8);
  const line = size * 4;
  const rows = new Uint8Array(size * (line + 1));
  // The byte before each row says that it is not filtered.
  for (let row = 0; row < size; row += 1)
    rows.set(pixels.subarray(row * line, (row + 1) * line), row * (line + 1) + 1);
  const parts = [
    Uint8Array.from(signature),
    chunk('IHDR', header),
    chunk('IDAT', deflate(rows)),
    chunk('IEND', new Uint8Array(0)),
  ];
  const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    Array.from(type, (letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** CRC-32 as PNG wants it; https://www.w3.org/TR/png-3/#5CRC-algorithm */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
