import type { Person } from '@switchboard/domain/directory/person';
import { personIdOf } from '@switchboard/domain/directory/person-source';
import type { OperatorAsker } from '@switchboard/graph/client/asker';
import type { GraphProblem } from '@switchboard/graph/client/graph-problem';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import type { DirectoryContact } from '@switchboard/graph/directory/directory-contact';
import { personalContactsDelta } from '@switchboard/graph/directory/personal-contacts';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import type { ClaimedMailbox } from '@switchboard/store/directory/mailboxes';
import { type PersonalContact, writeContacts } from '@switchboard/store/directory/personal-contacts';
import { personFromContact } from './person-from-contact.ts';

export interface FolderParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly graph: GraphClient;
  readonly newId: IdSource;
}

export interface FolderToRead {
  readonly asker: OperatorAsker;
  /** Empty for the folder that has no id. */
  readonly folderId: string;
  /** Undefined reads the whole folder. */
  readonly link: string | undefined;
}

/**
 * Reads a folder of contacts, or what changed in it. Where to read on is kept when its end is reached: what is told again
 * after a broken reading does no harm. Returns whether contacts changed.
 */
export async function readFolder(
  parts: FolderParts,
  claim: ClaimedMailbox,
  folder: FolderToRead,
): Promise<Result<boolean, GraphProblem>> {
  const { store, clock, graph, newId } = parts;
  const { asker, folderId, link } = folder;
  const all: string[] = [];
  let isChanged = false;
  const pages = personalContactsDelta(graph, asker, folderId === '' ? undefined : folderId, link);
  for await (const page of pages) {
    if (!page.ok) {
      const { refusal } = page;
      if (refusal.code === 'graph') return goneWith(refusal.problem, isChanged, folderId);
      if (link === undefined) return refused(tooOften);
      return await readFolder(parts, claim, { ...folder, link: undefined });
    }
    const { items, removed, next } = page.value;
    all.push(...items.map(({ id }) => id));
    const isEnd = 'deltaLink' in next;
    const written = await writeContacts(
      store,
      claim,
      {
        folderId,
        contactIds: items.map(({ id }) => id),
        removed: removed.map(({ id }) => id),
        compose: (known) => composeContacts(items, link === undefined ? onlyIds(known) : known, newId),
        ...(isEnd ? { link: next.deltaLink } : {}),
        ...(isEnd && link === undefined ? { all } : {}),
      },
      clock.now(),
    );
    if (written === undefined) return ok(isChanged);
    isChanged ||= written;
  }
  return ok(isChanged);
}

const tooOften: GraphProblem = {
  kind: 'invalid',
  status: 410,
  code: 'resyncRequired',
  message: 'Graph refuses the round that it asked to begin anew',
};

/** A folder that went between the list and its contacts is none any more. */
const goneWith = (
  problem: GraphProblem,
  isChanged: boolean,
  folderId: string,
): Result<boolean, GraphProblem> =>
  problem.kind === 'gone' && folderId !== '' ? ok(isChanged) : refused(problem);

/** A whole reading tells all that a contact has: of what was known before it only the id stays. */
const onlyIds = (known: ReadonlyMap<string, Person>): ReadonlyMap<string, Person> =>
  new Map([...known].map(([id, { personId }]) => [id, { personId, name: '' }]));

function composeContacts(
  contacts: readonly DirectoryContact[],
  known: ReadonlyMap<string, Person>,
  newId: IdSource,
): readonly PersonalContact[] {
  const composed = new Map<string, Person>();
  for (const contact of contacts) {
    const before = composed.get(contact.id) ?? known.get(contact.id);
    const id = before?.personId ?? personIdOf('personal', newId());
    const person = personFromContact(id, contact, before?.name === '' ? undefined : before);
    if (person === undefined) composed.delete(contact.id);
    else composed.set(contact.id, person);
  }
  return [...composed].map(([contactId, person]) => ({ contactId, person }));
}
