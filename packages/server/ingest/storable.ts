/** PostgreSQL keeps neither this character in a text nor half of a surrogate pair in JSON. */
const nul = '\0';

export const isStorable = (text: string): boolean => !text.includes(nul) && text.isWellFormed();

/**
 * Makes every text of a body one that the database takes, in place: a caller's name that was cut in the middle of an
 * emoji must not cost the call. Walks without recursion, since a sender decides how deep it is.
 */
export function makeStorable(body: unknown): void {
  const open: unknown[] = [body];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const holder = value as Record<string, unknown>;
    for (const [key, member] of Object.entries(holder)) {
      if (typeof member === 'object' && member !== null) open.push(member);
      else if (typeof member === 'string' && !isStorable(member)) {
        holder[key] = member.replaceAll(nul, '').toWellFormed();
      }
    }
  }
}
