/** FNV-1a of bytes or units, 32 bits. */
export function hashOf(units: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let n = from; n < to; n += 1) hash = Math.imul(hash ^ (units[n] ?? 0), 0x01000193);
  // The low bits of FNV alone are too much alike for a table that is a power of two.
  return (hash ^ (hash >>> 15)) >>> 0;
}

export function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
