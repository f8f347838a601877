import type { SaidText } from '@switchboard/graph/directory/directory-person';

/** Null and empty mean that there is none; not said means as before. */
export function newest(said: SaidText, known: string | undefined): string | undefined {
  if (said === undefined) return known;
  return said === null || said.trim() === '' ? undefined : said.trim();
}

type Present<Fields extends object> = { [Key in keyof Fields]?: NonNullable<Fields[Key]> };

/** Only the fields that have a value. */
export const withoutAbsent = <Fields extends object>(fields: Fields): Present<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Present<Fields>;
