import type { Party } from '@switchboard/domain/party/party';

/** Letters without their accents, in small; what is neither letter nor digit parts words. */
const fold = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** What a search among past calls looks at: each word behind a space, each number in digits. */
export function wordsOf(parties: readonly Party[]): string {
  const words = parties.flatMap((party) => [
    ...fold(party.name ?? ''),
    ...(party.kind === 'number' ? [digitsOf(party.number)] : []),
  ]);
  return words.map((word) => ` ${word}`).join('');
}

/**
 * The patterns that all must fit. Of words their beginning; of a number any part, without the zeros that stand for a
 * country or a town. Folded words hold no wildcard.
 */
export function patternsOf(text: string): readonly string[] {
  const number = digitsOf(text).replace(/^0+/, '');
  if (number.length > 1 && !/\p{L}/u.test(text)) return [`%${number}%`];
  return fold(text).map((word) => `% ${word}%`);
}
