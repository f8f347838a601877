import { mailWords } from '../document/document-words.ts';
import { foldWord } from '../text/fold-word.ts';
import { allDigits, isNumber, phoneDigits } from '../text/phone-digits.ts';
import { formsOf, longestWord, wordPattern } from '../text/word-forms.ts';
import { longestQuery, mostWords } from './search-query.ts';
import { spellingsOf } from './spellings.ts';

/** A word that somebody typed. */
export interface QueryWord {
  /** As it is compared; several if it can be read in several ways, none if it is initials alone. */
  readonly forms: readonly string[];
  /** The same with umlauts written in another way. */
  readonly spellings: readonly string[];
  /** The digits of what may be a part of a telephone number, without the zeros that are dialled before it. */
  readonly digits: string | undefined;
  /** Initials, if it can be some; `sure` if they are written as such: J.d.V. or JDV. */
  readonly initials: { readonly letters: string; readonly isSure: boolean } | undefined;
}

const mostInitials = 6;
const dotted = /^(?:\p{L}\.){2,}\p{L}?\.?$/u;

/** A mail address, as far as it is typed. */
const mailPattern = /(\S+)@\S*/gu;

/** The first mail address of a query, in lower case. */
export const typedMail = (text: string): string | undefined =>
  text.slice(0, longestQuery).match(mailPattern)?.[0].toLowerCase();

/** A number with its country's code, whatever stands between its digits. */
const international = /(?<!\S)\p{Cf}*\+\d[\d\s()./\p{Pd}]*\d\p{Cf}*(?!\S)/gu;

/** The words of a query. A query of digits alone is one number, however it is written. */
export function parseQuery(text: string): readonly QueryWord[] {
  const start = text
    .slice(0, longestQuery)
    .normalize('NFC')
    .replace(/^\s*tel:/iu, '');
  if (isNumber(start)) return [numberWord(start)];
  const numbers = (start.match(international) ?? []).filter(isNumber).map(numberWord);
  return [
    ...wordsIn(start.replace(international, (part) => (isNumber(part) ? ' ' : part))),
    ...numbers,
  ].slice(0, mostWords);
}

const wordsIn = (text: string): readonly QueryWord[] =>
  text
    .replace(mailPattern, (_, before: string) => ` ${mailWords(before) || before} `)
    .replace(/@\S*/gu, ' ')
    // O’Brien is found as one word, which is rarer than its two.
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '')
    .split(/\s+/u)
    .flatMap(wordsOfChunk);

/** A number in one word, of digits and what stands between them. */
function numberWord(text: string): QueryWord {
  return { forms: [allDigits(text)], spellings: [], digits: phoneDigits(text), initials: undefined };
}

function wordsOfChunk(chunk: string): readonly QueryWord[] {
  if (dotted.test(chunk)) {
    const letters = foldWord(chunk.replaceAll('.', '')).slice(0, mostInitials);
    // With dots they are meant as initials and nothing else.
    return [{ forms: [], spellings: [], digits: undefined, initials: { letters, isSure: true } }];
  }
  if (isNumber(chunk)) return [numberWord(chunk)];
  return (chunk.match(wordPattern) ?? []).map((written) => {
    const forms = formsOf(written.slice(0, longestWord));
    const letters = forms[0] ?? '';
    const canBeInitials = /^\p{L}{2,6}$/u.test(letters) && letters.length <= mostInitials;
    const isSure = /^\p{Lu}{2,4}$/u.test(written);
    return {
      forms,
      spellings: spellingsOf(letters),
      digits: isNumber(letters) ? phoneDigits(letters) : undefined,
      initials: canBeInitials ? { letters, isSure } : undefined,
    };
  });
}

/** Two words typed apart that are one: `mac donald`. */
export const joinedWord = (one: QueryWord, other: QueryWord): QueryWord => ({
  forms: [`${one.forms[0] ?? ''}${other.forms[0] ?? ''}`.slice(0, longestWord)],
  spellings: [],
  digits: undefined,
  initials: undefined,
});
