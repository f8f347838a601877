import type { PersonId } from '@switchboard/domain/ids';
import { type TeamsAccount, teamsAccounts } from '@switchboard/graph/directory/teams-numbers';
import type { StopSignal } from '@switchboard/kit/lifecycle';
import { type ClaimedStream, keepStream, releaseStream } from '@switchboard/store/directory/hold-stream';
import {
  endNumbers,
  readNumbered,
  type TeamsNumbers,
  writeNumbers,
} from '@switchboard/store/directory/numbers';
import { legibleNumber } from '../../handle/read-number.ts';
import { rest } from './end-stream.ts';
import type { StreamParts } from './stream-parts.ts';

/** Teams has no changes of them, and they change rarely, in milliseconds. */
const readEvery = 4 * 3_600_000;
const peopleAtOnce = 500;

/** Reads all numbers that Teams has given people, and takes away those that it has no more. */
export async function readNumbers(
  parts: StreamParts,
  claim: ClaimedStream,
  signal: StopSignal,
): Promise<void> {
  const { store, clock, graph, ring } = parts;
  const numbers = new Map<PersonId, string | undefined>();
  let read = 0;
  for await (const page of teamsAccounts(graph, { tenantId: claim.tenantId })) {
    if (!page.ok) return await rest(parts, claim, page.refusal.problem);
    read += page.value.length;
    for (const account of page.value) numbers.set(account.personId, numberOf(account));
    if (signal.aborted) return void (await releaseStream(store, claim, clock.now()));
    if (!(await keepStream(store, claim, clock.now()))) return;
  }
  for (const id of await readNumbered(store, claim)) if (!numbers.has(id)) numbers.set(id, undefined);
  let isChanged = claim.restedFor !== undefined;
  for (const some of inParts(numbers)) {
    const changed = await writeNumbers(store, claim, some, clock.now());
    if (changed === undefined) return;
    isChanged ||= changed;
  }
  await endNumbers(store, claim, { now: clock.now(), readEvery, read });
  if (isChanged) ring(claim.tenantId);
}

/** The first one, and never a private one: that is for nobody's eyes. */
function numberOf({ numbers }: TeamsAccount): string | undefined {
  const open = numbers.filter(({ category }) => category !== 'private');
  const number = (open.find(({ category }) => category === 'primary') ?? open[0])?.number;
  return number === undefined ? undefined : legibleNumber(number);
}

function* inParts(numbers: TeamsNumbers): Generator<TeamsNumbers, void> {
  const all = [...numbers];
  for (let at = 0; at < all.length; at += peopleAtOnce) yield new Map(all.slice(at, at + peopleAtOnce));
}
