const graphemes = new Intl.Segmenter();

/** Signs that terminals show two columns wide. */
const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}]/u;

const letters = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

const widthOfLetter = (letter: string): number => (wide.test(letter) ? 2 : 1);

/** Columns of a terminal that a text takes. */
export const widthOf = (text: string): number =>
  letters(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0);

/** What comes from elsewhere may not steer the terminal. */
export const printable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** Breaks a text at spaces into lines of at most `width` columns; a word that is longer is cut. */
export const wrap = (text: string, width: number): readonly string[] =>
  join(
    wordsOf(text).flatMap((word) => cut(word, width)),
    width,
  );

/** As {@link wrap}, but longer words stay whole: an address that is cut cannot be copied. */
export const wrapWords = (text: string, width: number): readonly string[] => join(wordsOf(text), width);

const wordsOf = (text: string): readonly string[] => printable(text).split(' ');

function join(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of letters(word)) {
    if (widthOf(part + letter) > width && part !== '') {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
