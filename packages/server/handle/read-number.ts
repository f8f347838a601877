import { ok, type Result, refused } from '@switchboard/kit/result';
import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/max';

/** The country in whose way numbers without a country code are read: that of a number in E.164. */
export const countryOf = (number: string | undefined): CountryCode | undefined =>
  number === undefined ? undefined : parsePhoneNumber(number)?.country;

/** A number in E.164 as people read it, `+44 20 7946 0123`; anything else as it is. */
export const legibleNumber = (number: string): string =>
  parsePhoneNumber(number)?.formatInternational() ?? number;

/** Why a text is no number that can be dialled: each has its remedy in the contract's words. */
type NumberProblem = 'hasExtension' | 'noCountryCode' | 'wrongDigits';

/** A number as a person typed it, in E.164; or what is wrong. Extensions do not go along: nobody dials them. */
export function readNumber(typed: string, country: CountryCode | undefined): Result<string, NumberProblem> {
  const number = parsePhoneNumber(typed, country);
  if (number?.isPossible() === true && number.ext === undefined) return ok(number.number);
  if (number?.ext !== undefined) return refused('hasExtension');
  const isInternational = typed.trim().startsWith('+') || typed.trim().startsWith('00');
  if (country === undefined && !isInternational) return refused('noCountryCode');
  return refused('wrongDigits');
}
