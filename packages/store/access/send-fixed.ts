import { CompiledQuery, type Kysely } from 'kysely';

/**
 * Sends a statement whose text is always the same, with `$1`, `$2` … for its values. Kysely's `sql` builds a tree, freezes
 * it and writes it out each time, which is most of what a short statement costs here: this is for those that every call
 * needs dozens of times.
 */
export async function sendFixed<Row>(
  db: Pick<Kysely<never>, 'executeQuery'>,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return rows;
}
