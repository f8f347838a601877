import type { Presence } from '@switchboard/domain/directory/presence';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { StopSignal } from '@switchboard/kit/lifecycle';
import type { Result } from '@switchboard/kit/result';
import type { SaidPresence } from '@switchboard/store/presence/presences';
import type { PresenceBudget, Ring } from './presence-budget.ts';

/** Why Graph told no presence. */
export interface ReadProblem {
  readonly message: string;
  readonly isThrottled: boolean;
  readonly retryAfterMs?: number;
}

/** Reads presences of at most {@link mostAtOnce} people of a tenant, in one request. */
export type ReadPresences = (
  tenantId: TenantId,
  ids: readonly PersonId[],
) => Promise<Result<readonly Presence[], ReadProblem>>;

/** In one request (https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid, read 2026-11-23). */
export const mostAtOnce = 650;
/** Requests of one ring on their way at once. */
const sideBySide = 3;

export interface PresenceAskerParts {
  readonly tenantId: TenantId;
  readonly clock: Clock;
  readonly budget: PresenceBudget;
  readonly read: ReadPresences;
  /** Takes what was said. */
  readonly write: (said: readonly SaidPresence[]) => Promise<void>;
}

/** Asks Graph for any number of people within a budget, and writes what it says. */
export class PresenceAsker {
  readonly #parts: PresenceAskerParts;

  constructor(parts: PresenceAskerParts) {
    this.#parts = parts;
  }

  /**
   * Undefined when all of them were asked about, else why not. It is asked for all that was said before the first problem.
   */
  async ask(ids: readonly PersonId[], ring: Ring, signal: StopSignal): Promise<ReadProblem | undefined> {
    const chunks: PersonId[][] = [];
    for (let from = 0; from < ids.length; from += mostAtOnce) chunks.push(ids.slice(from, from + mostAtOnce));
    let problem: ReadProblem | undefined;
    const worker = async (): Promise<void> => {
      for (let chunk = chunks.shift(); chunk !== undefined && problem === undefined; chunk = chunks.shift())
        problem = (await this.#askSome(chunk, ring, signal)) ?? problem;
    };
    await Promise.all(Array.from({ length: Math.min(sideBySide, chunks.length) }, worker));
    return problem;
  }

  async #askSome(ids: readonly PersonId[], ring: Ring, signal: StopSignal): Promise<ReadProblem | undefined> {
    const { tenantId, clock, budget, read, write } = this.#parts;
    if (!(await budget.take(ring, signal))) return stopped;
    const sentAt = clock.now();
    const answer = await read(tenantId, ids);
    if (!answer.ok) {
      if (answer.refusal.isThrottled) budget.pause(answer.refusal.retryAfterMs);
      return answer.refusal;
    }
    await write(saidOf(ids, answer.value, sentAt));
    return undefined;
  }
}

const stopped: ReadProblem = { message: 'stopped', isThrottled: false };

/** Of whom Microsoft says nothing, nothing is known: an older word of theirs would look as if it held. */
function saidOf(
  ids: readonly PersonId[],
  presences: readonly Presence[],
  saidAt: Instant,
): readonly SaidPresence[] {
  const told = new Map(presences.map((presence) => [presence.personId, presence]));
  return ids.map((personId) => ({
    ...(told.get(personId) ?? unknownOf(personId)),
    saidAt,
    isWhole: true,
  }));
}

const unknownOf = (personId: PersonId): Presence => ({
  personId,
  availability: 'PresenceUnknown',
  activity: 'PresenceUnknown',
});
