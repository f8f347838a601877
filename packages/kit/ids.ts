declare const brand: unique symbol;

/** A string that cannot be mistaken for another kind of string. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

/** Makes new ids; an argument wherever ids are made, so that a test can number them. */
export type IdSource = () => string;

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUID of version 7 (RFC 9562): sorts by the time it was made, so new rows stay together on disk.
 *
 * @param now milliseconds since 1970
 * @param random ten random bytes
 */
export function uuidV7(now: number, random: Uint8Array): string {
  const time = Math.trunc(now).toString(16).padStart(12, '0').slice(-12);
  let hex = '';
  for (let n = 0; n < 10; n += 1) hex += hexOfByte[random[n] ?? 0] ?? '';
  const variant = ((Number.parseInt(hex.slice(4, 5), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant}${hex.slice(5, 8)}-${hex.slice(8, 20)}`;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => uuidPattern.test(text);
