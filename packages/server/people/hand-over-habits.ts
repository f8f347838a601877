import type { PersonId, QueueId } from '@switchboard/domain/ids';
import { isAnonymous, type Party } from '@switchboard/domain/party/party';
import type { Instant } from '@switchboard/kit/clock';
import type { PastHandOver } from '@switchboard/store/reads/past-hand-overs';

/** How much speaks for each person, by their id. */
type Weights = ReadonlyMap<string, number>;

/** Whom calls of the past were put through to: by each operator, in each queue, and for each caller. */
export interface HandOverHabits {
  readonly ofOperator: ReadonlyMap<PersonId, Weights>;
  readonly ofQueue: ReadonlyMap<QueueId, Weights>;
  readonly ofCaller: ReadonlyMap<string, Weights>;
}

/** After so long a call counts half, in milliseconds: three weeks. */
const halfLife = 21 * 24 * 3_600_000;

export function habitsOf(calls: readonly PastHandOver[], now: Instant): HandOverHabits {
  const ofOperator = new Map<PersonId, Map<string, number>>();
  const ofQueue = new Map<QueueId, Map<string, number>>();
  const ofCaller = new Map<string, Map<string, number>>();
  for (const { operatorId, queueId, caller, target, arrivedAt } of calls) {
    if (target.kind !== 'person') continue;
    const weight = 0.5 ** (Math.max(0, now - arrivedAt) / halfLife);
    if (operatorId !== undefined) add(ofOperator, operatorId, target.id, weight);
    add(ofQueue, queueId, target.id, weight);
    const from = callerKey(caller);
    if (from !== undefined) add(ofCaller, from, target.id, weight);
  }
  return { ofOperator, ofQueue, ofCaller };
}

function add<Key>(weights: Map<Key, Map<string, number>>, key: Key, person: string, weight: number): void {
  const known = weights.get(key) ?? new Map<string, number>();
  known.set(person, (known.get(person) ?? 0) + weight);
  weights.set(key, known);
}

/** What tells a caller from others; nothing does if they withhold their number. */
export function callerKey(caller: Party): string | undefined {
  if (isAnonymous(caller)) return undefined;
  if (caller.kind === 'number') return `number ${caller.number.replace(/\D/g, '')}`;
  return caller.kind === 'person' ? `person ${caller.id}` : undefined;
}
