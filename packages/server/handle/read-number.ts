import { ok, type Result, refused } from '@switchboard/kit/result';
import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/max';

/** The country in whose way numbers without a country code are read: that of a number in E.164. */
export const countryOf = (number: string | undefined): CountryCode | undefined =>
  number === undefined ? undefined : parsePhoneNumber(number)?.country;

/** A number as a person typed it, in E.164; or what to type instead. Extensions do not go along: nobody dials them. */
export function readNumber(typed: string, country: CountryCode | undefined): Result<string, string> {
  const number = parsePhoneNumber(typed, country);
  if (number?.isPossible() === true && number.ext === undefined) return ok(number.number);
  if (number?.ext !== undefined)
    return refused('leave the extension out, and send its digits once they answer');
  const isInternational = typed.trim().startsWith('+') || typed.trim().startsWith('00');
  if (country === undefined && !isInternational)
    return refused('begin with + and the country code, as in +44 20 7946 0100');
  return refused('check the digits: a number has an area code, and as many digits as its country uses');
}
