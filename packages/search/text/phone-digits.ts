/** Digits of a number that are kept: E.164 has 15, an extension may follow. */
const longestNumber = 24;

/**
 * The digits of a number without what depends on where one dials from: +44 (0)20 7946 0123, 0044 20 7946 0123 and
 * 020 7946 0123 all contain 2079460123.
 */
export function phoneDigits(text: string): string {
  return allDigits(text.replace('(0)', '')).replace(/^00?/, '').slice(0, longestNumber);
}

/** Every digit, as typed; digits of other scripts as ours. */
export function allDigits(text: string): string {
  return /^\p{ASCII}*$/u.test(text) ? text.replace(/[^0-9]+/g, '') : digitsOfAnyScript(text);
}

const digitsOfAnyScript = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, asciiDigit)
    .replace(/[^0-9]/g, '');

const asciiDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf);

/** Digits, and what stands between them: dashes of every kind, and marks of direction, which nobody sees who copies them. */
const ofNumbers = /^[\d\s()+./\p{Pd}\p{Cf}\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\uff0b]*$/u;

/** Whether a text is meant as a number: three digits or more, and nothing but digits and what stands between them. */
export const isNumber = (text: string): boolean => ofNumbers.test(text) && allDigits(text).length >= 3;
