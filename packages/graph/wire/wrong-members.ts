import * as z from 'zod';

const anyObject = z.record(z.string(), z.unknown());

/** More of them in one item say nothing new. */
const mostNames = 8;

/**
 * The members that an item has and its reading has not, because they were of a wrong type: one sentence, or none.
 *
 * @param item as Graph sent it
 * @param reading the same names, absent where nothing usable was said
 */
export function wrongMembers(item: unknown, reading: Readonly<Record<string, unknown>>): readonly string[] {
  const parsed = anyObject.safeParse(item);
  if (!parsed.success) return [];
  const wrong = Object.keys(reading).filter((name) => {
    const said = parsed.data[name];
    return said !== undefined && said !== null && said !== '' && reading[name] === undefined;
  });
  return wrong.length === 0 ? [] : [`of a wrong type: ${wrong.slice(0, mostNames).join(', ')}`];
}
