import parsePhoneNumber from 'libphonenumber-js/max';

/** A number as people write it internationally; what is no number stays as it came. */
export function readableNumber(number: string): string {
  return parsePhoneNumber(number)?.formatInternational() ?? number;
}
