/** A repeatable stream of chance: the same seed gives the same stream. */
export interface Random {
  /** Even in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Mixes whole numbers into one of 32 bits; small changes of any of them change about half the bits. */
export function mix(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

export function createRandom(seed: number): Random {
  let count = 0;
  const next = (): number => mix(seed, count++) / 0x1_0000_0000;
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (list) => pickFrom(list, below(list.length)) };
}

/** The member at `position`, counted round and round. The list is never empty. */
export function pickFrom<T>(list: readonly T[], position: number): T {
  return list[position % list.length] as T;
}
