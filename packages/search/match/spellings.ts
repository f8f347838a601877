/** Shorter words are too often something else with an umlaut spelled out. */
const shortest = 4;
/** Places of a word where a letter may stand for an umlaut. */
const mostPlaces = 3;

/** Other spellings of umlauts: `muller` may be `mueller` in the directory, and `mueller` be `muller`. */
export function spellingsOf(word: string): readonly string[] {
  if (word.length < shortest || !/^[a-z]+$/.test(word)) return [];
  const others: string[] = [];
  for (const { index } of [...word.matchAll(/[aou](?!e)/g)].slice(0, mostPlaces)) {
    others.push(`${word.slice(0, index + 1)}e${word.slice(index + 1)}`);
  }
  for (const { index } of [...word.matchAll(/[aou]e/g)].slice(0, mostPlaces)) {
    others.push(word.slice(0, index + 1) + word.slice(index + 2));
  }
  return others;
}
