/** Letters that Unicode does not take apart, by the letters people type for them. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ŧ: 't',
  ſ: 's',
};

/** What people type for a letter whose sign they do not have: Müller is Mueller in a mail address. */
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** Faster than asking for ASCII by its property. */
const foreign = /[\u0080-\uffff]/;
/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. Vowel signs of Indic scripts are letters. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const undivided = /[ßæœøđðþłħıĸŋŧſ]/g;
const umlauts = /[äöüåø]/g;

/** A word as it is compared: lower case, without diacritics and ligatures. */
export function foldWord(word: string): string {
  if (!foreign.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(undivided, (letter) => plain[letter] ?? letter)
    .normalize('NFC');
}

/** The word with its umlauts spelled out, where it has any: `Müller` is `mueller`. */
export function spellOut(word: string): string | undefined {
  if (!foreign.test(word)) return undefined;
  const lower = word.normalize('NFC').toLowerCase();
  const spelled = lower.replace(umlauts, (letter) => spelledOut[letter] ?? letter);
  return spelled === lower ? undefined : foldWord(spelled);
}
