import { type PersonId, personId } from '../ids.ts';
import type { PersonSource } from './person.ts';

const prefixes = {
  organisation: 'organisation:',
  shared: 'shared:',
  personal: 'personal:',
} as const;

/** The id of somebody of another source than the directory; the directory's own are object ids as they are. */
export const personIdOf = (source: Exclude<PersonSource, 'directory'>, id: string): PersonId =>
  personId(`${prefixes[source]}${id}`);

/** Which source an id is of. */
export function sourceOf(id: PersonId): PersonSource {
  for (const source of ['organisation', 'shared', 'personal'] as const) {
    if (id.startsWith(prefixes[source])) return source;
  }
  return 'directory';
}
