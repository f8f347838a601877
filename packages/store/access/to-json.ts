/** How JSON writes U+0000 and halves of surrogate pairs. The same letters behind a backslash of their own match too. */
const mayBeRefused = /\\u(?:0000|d[89a-f])/;

/**
 * JSON that PostgreSQL's jsonb takes. Names come from outside: U+0000 and halves of surrogate pairs, which jsonb
 * refuses (https://www.postgresql.org/docs/15/datatype-json.html), must not keep a call from being recorded.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  return mayBeRefused.test(text) ? JSON.stringify(value, (_key, part: unknown) => cleaned(part)) : text;
}

const cleaned = (part: unknown): unknown =>
  typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '') : part;
