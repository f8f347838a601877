import type { SearchField } from '../document/search-field.ts';
import { editDistance, forgivenTypos } from '../match/edit-distance.ts';
import { areNear } from '../match/find-sounds.ts';
import type { QueryWord } from '../match/parse-query.ts';
import type { MatchKind } from '../match/search-query.ts';
import { foldWord, spellOut } from '../text/fold-word.ts';
import { keyOf } from '../text/keypad.ts';
import { soundKeys } from '../text/sound-keys.ts';
import type { PlacedWord } from './field-texts.ts';

const nameFields: ReadonlySet<SearchField> = new Set([
  'name',
  'givenName',
  'surname',
  'alternateNames',
  'nicknames',
]);

/** How a word of a document fits one of the query, and how many UTF-16 units of it do. */
export interface Fit {
  readonly kind: MatchKind;
  readonly units: number;
}

/** The best way in which a word fits as it is spelled; undefined: in none. */
export function fitSpelled(word: QueryWord, placed: PlacedWord): Fit | undefined {
  const whole = { units: placed.written.length };
  if (word.forms.some((form) => placed.forms.includes(form))) return { kind: 'word', ...whole };
  for (const form of word.forms) {
    const longer = form === '' ? undefined : placed.forms.find((other) => other.startsWith(form));
    if (longer !== undefined) return { kind: 'prefix', units: unitsOf(placed.written, longer, form.length) };
  }
  for (const spelling of word.spellings) {
    const longer = placed.forms.find((other) => other.startsWith(spelling));
    if (longer !== undefined)
      return { kind: 'spelling', units: unitsOf(placed.written, longer, spelling.length) };
  }
  return undefined;
}

/** The best way in which a word fits with typos or by its sound. */
export function fitForgiving(word: QueryWord, placed: PlacedWord): Fit | undefined {
  const fits = (test: (form: string, other: string) => boolean): boolean =>
    word.forms.some((form) => placed.forms.some((other) => test(form, other)));
  const units = placed.written.length;
  if (fits((form, other) => isWithin(form, other, forgivenTypos(form.length))))
    return { kind: 'typo', units };
  if (isName(placed) && fits((form, other) => soundAlike(form, other) && areNear(form, other))) {
    return { kind: 'sound', units };
  }
  if (fits(beginsWithTypo)) return { kind: 'typo', units };
  return undefined;
}

/** Digits that spell the beginning of a word on the keys of a telephone. */
export function fitKeypad(word: QueryWord, placed: PlacedWord): Fit | undefined {
  const digits = word.forms[0] ?? '';
  if (!/^[2-9]{4,}$/.test(digits) || !isName(placed)) return undefined;
  const longer = placed.forms.find(
    (form) =>
      form.length >= digits.length &&
      [...digits].every((digit, n) => keyOf(form.charCodeAt(n)) === digit.charCodeAt(0)),
  );
  return longer === undefined
    ? undefined
    : { kind: 'keypad', units: unitsOf(placed.written, longer, digits.length) };
}

/** Only names are compared by sound and spelled on a keypad. */
const isName = ({ field }: PlacedWord): boolean => nameFields.has(field);

const isWithin = (form: string, other: string, typos: number): boolean =>
  typos > 0 && editDistance(form, other, typos) <= typos;

function soundAlike(form: string, other: string): boolean {
  const keys = soundKeys(form);
  return soundKeys(other).some((key) => keys.includes(key));
}

const beginsWithTypo = (form: string, other: string): boolean =>
  form.length >= 5 && [-1, 0, 1].some((more) => isWithin(form, other.slice(0, form.length + more), 1));

/** Units of a written word whose folded form has at least so many letters. All, if the form is in other letters. */
function unitsOf(written: string, form: string, letters: number): number {
  const fold = [foldWord, (text: string) => spellOut(text) ?? foldWord(text)].find(
    (way) => way(written) === form,
  );
  if (fold === undefined) return written.length;
  let units = 0;
  for (const character of written) {
    // Marks that follow a letter belong to it.
    if (fold(written.slice(0, units)).length >= letters && !/^\p{M}/u.test(character)) break;
    units += character.length;
  }
  return units;
}
