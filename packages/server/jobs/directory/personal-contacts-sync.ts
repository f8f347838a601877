import { operatorAsker } from '@switchboard/graph/auth/operator-asker';
import type { OperatorTokens } from '@switchboard/graph/auth/operator-tokens';
import type { OperatorAsker } from '@switchboard/graph/client/asker';
import type { GraphProblem } from '@switchboard/graph/client/graph-problem';
import { contactFolders } from '@switchboard/graph/directory/personal-contacts';
import type { IdSource } from '@switchboard/kit/ids';
import { asError, type Service, type StopSignal } from '@switchboard/kit/lifecycle';
import { ok, type Result, refused } from '@switchboard/kit/result';
import {
  type ClaimedMailbox,
  claimMailbox,
  endMailbox,
  nameOfMailbox,
  prepareMailboxes,
  releaseMailboxes,
} from '@switchboard/store/directory/mailboxes';
import { keepFolders, readFolderLinks } from '@switchboard/store/directory/personal-contacts';
import { operatorScopes } from '../../handle/operator-scopes.ts';
import { readFolder } from './read-folder.ts';
import { sideBySide } from './side-by-side.ts';
import type { StreamParts } from './stream-parts.ts';

export interface PersonalContactsParts extends StreamParts {
  readonly owner: number;
  readonly newId: IdSource;
  readonly operatorTokens: Pick<OperatorTokens, 'token'>;
}

/** Why contacts are not read, as a console shows it. */
type Hindrance = 'noRight' | 'signIn' | 'failing';

/** When a mailbox is looked at again, in milliseconds. To find out that nobody signed in costs a look into the database. */
const againAfter = { ready: 5 * 60_000, signIn: 30_000, noRight: 2 * 60_000, failing: 2 * 60_000 };

/**
 * Reads the Outlook contacts of operators who have a console, in their own name, and keeps reading what changes while
 * they are here. Each mailbox is read by one server at a time, and seen by its operator alone.
 */
export function createPersonalContactsSync(parts: PersonalContactsParts): Service {
  const { store, clock, owner } = parts;
  return sideBySide<ClaimedMailbox>({
    name: 'personal contacts sync',
    clock,
    mostAtOnce: 4,
    prepare: () => prepareMailboxes(store),
    take: (busy) => claimMailbox(store, { owner, now: clock.now(), busy }),
    nameOf: nameOfMailbox,
    work: (claim, signal) => readMailbox(parts, claim, signal),
    release: () => releaseMailboxes(store, owner),
  });
}

/** Whatever goes wrong is of this mailbox alone. */
async function readMailbox(
  parts: PersonalContactsParts,
  claim: ClaimedMailbox,
  signal: StopSignal,
): Promise<void> {
  const { store, clock, log, ring } = parts;
  const { tenantId: tenant } = claim;
  try {
    const read = await readAll(parts, claim, signal);
    const now = clock.now();
    const state = read.ok ? 'ready' : read.refusal.code;
    const pause = Math.max(againAfter[state], read.ok ? 0 : (read.refusal.restMs ?? 0));
    await endMailbox(store, claim, { state, dueAt: now + pause, ...(read.ok ? { readAt: now } : {}) });
    if (state !== claim.state || (read.ok && read.value)) ring(tenant);
  } catch (error) {
    log.error('personal contacts could not be kept', { tenant, error: asError(error) });
    await endMailbox(store, claim, { state: 'failing', dueAt: clock.now() + againAfter.failing }).catch(
      (again: unknown) => log.warn('personal contacts were left', { tenant, error: asError(again) }),
    );
  }
}

interface Refusal {
  readonly code: Hindrance;
  readonly restMs?: number | undefined;
}

/** @returns whether contacts changed */
async function readAll(
  parts: PersonalContactsParts,
  claim: ClaimedMailbox,
  signal: StopSignal,
): Promise<Result<boolean, Refusal>> {
  const { store, clock, graph } = parts;
  const asker = await askerOf(parts, claim);
  if (!asker.ok) return asker;
  const folders = await contactFolders(graph, asker.value);
  if (!folders.ok) return refused(hindranceOf(folders.refusal.problem));
  const folderIds = ['', ...folders.value.map(({ id }) => id)];
  const links = await readFolderLinks(store, claim);
  let isChanged = false;
  for (const folderId of folderIds) {
    const link = links.get(folderId);
    const read = await readFolder(parts, claim, { asker: asker.value, folderId, link });
    if (!read.ok) return refused(hindranceOf(read.refusal));
    isChanged ||= read.value;
    if (signal.aborted) return ok(isChanged);
  }
  const removed = await keepFolders(store, claim, folderIds, clock.now());
  return ok(isChanged || removed === true);
}

async function askerOf(
  { operatorTokens }: PersonalContactsParts,
  { tenantId, operatorId }: ClaimedMailbox,
): Promise<Result<OperatorAsker, Refusal>> {
  const person = { tenantId, personId: operatorId };
  const asker = await operatorAsker(operatorTokens, person, operatorScopes.personalContacts);
  if (asker.ok) return asker;
  const { code } = asker.refusal;
  return refused({ code: code === 'askConsent' ? 'noRight' : code === 'signIn' ? 'signIn' : 'failing' });
}

/** Who has no mailbox has no right to one. */
function hindranceOf(problem: GraphProblem): Refusal {
  switch (problem.kind) {
    case 'forbidden':
    case 'gone':
      return { code: 'noRight' };
    case 'unauthorized':
      return { code: 'signIn' };
    case 'throttled':
      return { code: 'failing', restMs: problem.retryAfterMs };
    default:
      return { code: 'failing' };
  }
}
