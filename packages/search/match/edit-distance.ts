import { longestWord } from '../text/word-forms.ts';

const width = longestWord + 1;
/** The last three rows of the table of distances, by turns; used again from call to call. */
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)] as const;

/**
 * Letters to add, leave out, replace or swap with their neighbour to make one word the other (optimal string alignment);
 * `most + 1` if it takes more than `most`. Words are at most {@link longestWord} units long.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || other.length >= width) return most + 1;
  let [before, last, row] = rows;
  for (let n = 0; n <= other.length; n += 1) last[n] = n;
  for (let i = 1; i <= one.length; i += 1) {
    const unit = one.charCodeAt(i - 1);
    const unitBefore = i > 1 ? one.charCodeAt(i - 2) : -1;
    row[0] = i;
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const letter = other.charCodeAt(j - 1);
      let cost = (last[j - 1] ?? 0) + (unit === letter ? 0 : 1);
      cost = Math.min(cost, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (j > 1 && letter === unitBefore && unit === other.charCodeAt(j - 2)) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}

/** Typos that are forgiven in a word of so many letters: none in two, one from three on, two from seven on. */
export function forgivenTypos(letters: number): 0 | 1 | 2 {
  if (letters < 3) return 0;
  return letters < 7 ? 1 : 2;
}
