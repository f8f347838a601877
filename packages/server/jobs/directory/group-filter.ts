import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { DirectoryPerson } from '@switchboard/graph/directory/directory-person';
import { getUser } from '@switchboard/graph/directory/get-user';
import { groupMembers } from '@switchboard/graph/directory/group-members';
import type { Instant } from '@switchboard/kit/clock';
import { beginAnew, keepStream } from '@switchboard/store/directory/hold-stream';
import { readDirectoryIds } from '@switchboard/store/directory/who-is-here';
import { type PageClaim, writePage } from '@switchboard/store/directory/write-page';
import { rest } from './end-stream.ts';
import { composeUsers, type Members, mappedProperties } from './read-users.ts';
import type { StreamParts } from './stream-parts.ts';
import { groupMissing, groupsForbidden } from './stream-problem.ts';

/** Who comes into a group or leaves it is no change of a person: their list is read this often, in milliseconds. */
const readEvery = 15 * 60_000;
/** More newcomers than these come with a whole round. */
const mostAskedFor = 50;

interface Filter {
  readonly groups: string;
  readonly readAt: Instant;
  readonly members: ReadonlySet<PersonId>;
  /** Members who were asked for: who is not shown for another reason is not asked for again. */
  readonly asked: Set<PersonId>;
}

/** Knows who is in the groups that a tenant wants to see. What it remembers is no more than a saving. */
export class GroupFilter {
  readonly #parts: StreamParts;
  readonly #filters = new Map<TenantId, Filter>();

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  /** Whom the tenant's groups let in, with the rows made so; 'kept': the stream has been given back. */
  async membersOf(claim: PageClaim): Promise<Members | 'kept'> {
    const { tenantId, settings } = claim;
    if (settings.groups.length === 0) {
      this.#filters.delete(tenantId);
      return undefined;
    }
    const known = this.#filters.get(tenantId);
    const groups = settings.groups.join();
    const now = this.#parts.clock.now();
    const isFresh = known?.groups === groups && now < known.readAt + readEvery;
    if (isFresh) return known.members;
    const members = await this.#read(claim);
    if (members === undefined) return 'kept';
    const asked = new Set([...(known?.asked ?? [])].filter((id) => members.has(id)));
    const filter = { groups, readAt: now, members, asked };
    this.#filters.set(tenantId, filter);
    if (claim.isWhole) return members;
    return (await this.#apply(claim, filter)) ? members : 'kept';
  }

  async #read(claim: PageClaim): Promise<ReadonlySet<PersonId> | undefined> {
    const { graph, store, clock } = this.#parts;
    const members = new Set<PersonId>();
    for (const group of claim.settings.groups) {
      const read = await groupMembers(graph, { tenantId: claim.tenantId }, group);
      if (!read.ok) {
        const { code, problem } = read.refusal;
        const said = { noRight: groupsForbidden, unknown: groupMissing(group), graph: undefined }[code];
        await rest(this.#parts, claim, problem, said);
        return undefined;
      }
      for (const id of read.value) members.add(id);
      if (!(await keepStream(store, claim, clock.now()))) return undefined;
    }
    return members;
  }

  /** Lets in who came, and out who left; false: the stream was given back or lost. */
  async #apply(claim: PageClaim, { members, asked }: Filter): Promise<boolean> {
    const { store, clock, ring } = this.#parts;
    const here = await readDirectoryIds(store, claim.tenantId);
    const leftOut = [...here].filter((id) => !members.has(id));
    const newcomers = [...members].filter((id) => !here.has(id) && !asked.has(id));
    for (const id of newcomers) asked.add(id);
    if (newcomers.length > mostAskedFor) {
      await beginAnew(store, claim, { now: clock.now(), dueAt: clock.now() });
      return false;
    }
    const said = await this.#askFor(claim, newcomers);
    const written = await writePage(
      store,
      claim,
      {
        ids: said.map(({ id }) => id),
        removed: [],
        compose: (known) => {
          const composed = composeUsers(said, known, claim, members);
          return { ...composed, leftOut: [...composed.leftOut, ...leftOut] };
        },
      },
      clock.now(),
    );
    if (written?.isChanged === true) ring(claim.tenantId);
    return written !== undefined;
  }

  async #askFor(claim: PageClaim, ids: readonly PersonId[]): Promise<readonly DirectoryPerson[]> {
    const properties = mappedProperties(claim.settings);
    const found: DirectoryPerson[] = [];
    for (const id of ids) {
      const read = await getUser(this.#parts.graph, claim.tenantId, id, properties);
      if (read.ok) found.push(read.value);
    }
    return found;
  }
}
