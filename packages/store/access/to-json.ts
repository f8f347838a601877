/**
 * JSON that PostgreSQL's jsonb takes. Names come from outside: U+0000 and halves of surrogate pairs, which jsonb
 * refuses (https://www.postgresql.org/docs/15/datatype-json.html), must not keep a call from being recorded.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => cleaned(part));

const cleaned = (part: unknown): unknown =>
  typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '') : part;
