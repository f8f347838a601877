import parsePhoneNumber from 'libphonenumber-js/max';

/** A call is shown a dozen times, with the same number each time. As many numbers are remembered, the newest ones. */
const mostRemembered = 1_000;
const remembered = new Map<string, string>();

/** A number as people write it internationally; what is no number stays as it came. */
export function readableNumber(number: string): string {
  const known = remembered.get(number);
  if (known !== undefined) return known;
  const readable = parsePhoneNumber(number)?.formatInternational() ?? number;
  if (remembered.size >= mostRemembered)
    for (const oldest of remembered.keys()) {
      remembered.delete(oldest);
      break;
    }
  remembered.set(number, readable);
  return readable;
}
