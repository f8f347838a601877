/** What is written, how that is heard in one reading and in the other, and which letters must follow. */
type Spelling = readonly [written: string, one: string, other: string, before?: string];

/** At the beginning of a word. */
const beginnings: readonly Spelling[] = [
  ['kn', 'N', 'N'],
  ['gn', 'N', 'N'],
  ['pn', 'N', 'N'],
  ['wr', 'R', 'R'],
  ['ps', 'S', 'S'],
  ['pf', 'F', 'F'],
  ['x', 'S', 'S'],
];

/** Anywhere; of one letter the longest first. A capital is a class of consonants, `-` is nothing. */
const spellings: readonly Spelling[] = [
  ['tsch', 'S', 'S'],
  ['dsch', 'S', 'S'],
  ['tch', 'S', 'S'],
  ['sch', 'S', 'S'],
  ['sh', 'S', 'S'],
  ['cz', 'S', 'S'],
  ['sz', 'S', 'S'],
  ['zh', 'S', 'S'],
  ['ts', 'S', 'S'],
  ['tz', 'S', 'S'],
  ['ch', 'K', 'K', 'lrnm'],
  ['ch', 'S', 'K'],
  ['sc', 'S', 'S', 'eiy'],
  ['ph', 'F', 'F'],
  ['th', 'T', 'T'],
  ['dt', 'T', 'T'],
  ['gh', '-', 'K'],
  ['ck', 'K', 'K'],
  ['cq', 'K', 'K'],
  ['qu', 'K', 'K'],
  ['q', 'K', 'K'],
  ['c', 'S', 'K', 'eiy'],
  ['c', 'K', 'K'],
  ['gu', 'K', 'K', 'eiy'],
  ['g', 'K', 'J', 'eiy'],
  ['g', 'K', 'K'],
  ['j', 'J', '-'],
  ['bv', 'F', 'F'],
  ['x', 'KS', 'S'],
  ...'bp'.split('').map((letter): Spelling => [letter, 'P', 'P']),
  ...'dt'.split('').map((letter): Spelling => [letter, 'T', 'T']),
  ...'fvw'.split('').map((letter): Spelling => [letter, 'F', 'F']),
  ...'sz'.split('').map((letter): Spelling => [letter, 'S', 'S']),
  ...'klmnr'.split('').map((letter): Spelling => [letter, letter.toUpperCase(), letter.toUpperCase()]),
];

const spellingsByLetter = new Map<string, Spelling[]>();
for (const spelling of spellings) {
  const letter = spelling[0][0] ?? '';
  spellingsByLetter.set(letter, [...(spellingsByLetter.get(letter) ?? []), spelling]);
}

const longestKey = 12;

/**
 * What a name sounds like in the languages of Europe: its consonants by classes, and whether it begins with a vowel.
 * Two keys where a spelling is read in two ways. Two names sound alike if they share a key. Takes a folded word in Latin
 * letters; anything else has no sound, nor has anything of two letters.
 */
export function soundKeys(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [];
  const one = keyBy(word, 1);
  const other = keyBy(word, 2);
  return one === other ? [one] : [one, other];
}

function keyBy(word: string, reading: 1 | 2): string {
  let key = '';
  // A vowel between two equal consonants keeps both.
  let before = '';
  for (let at = 0; at < word.length && key.length < longestKey; ) {
    const [heard, length] = hear(word, at, reading);
    if (heard === '-') before = at === 0 ? 'A' : '';
    else if (heard !== before) {
      key += heard;
      before = heard.at(-1) ?? '';
    }
    if (at === 0 && heard === '-') key = 'A';
    at += length;
  }
  return key;
}

function hear(word: string, at: number, reading: 1 | 2): readonly [heard: string, length: number] {
  if (isSilent(word, at, reading)) return ['-', 1];
  const isHere = ([written, , , before]: Spelling): boolean =>
    word.startsWith(written, at) &&
    (before === undefined || before.includes(word[at + written.length] ?? '.'));
  const spelling =
    (at === 0 ? beginnings.find(isHere) : undefined) ?? spellingsByLetter.get(word[at] ?? '')?.find(isHere);
  return spelling === undefined ? ['-', 1] : [spelling[reading], spelling[0].length];
}

/** The p of Thompson, the w of Shawn in one of two readings. */
function isSilent(word: string, at: number, reading: 1 | 2): boolean {
  const before = word[at - 1] ?? '';
  const after = word[at + 1] ?? '';
  if (word[at] === 'p') return before === 'm' && 'st'.includes(after || '.');
  return (
    reading === 2 && word[at] === 'w' && 'aeo'.includes(before || '.') && !'aeiouy'.includes(after || '.')
  );
}
