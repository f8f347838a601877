/** Numbers from 0 to below 1 that are the same for the same seed, by a 32-bit counter and two rounds of mixing. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Much more often from the beginning than from the end, as names are. */
export function pickCommon<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() ** 2.2 * from.length)] as T;
}
