import type { PersonId, QueueId } from '@switchboard/domain/ids';
import { isAnonymous, type Party } from '@switchboard/domain/party/party';
import type { Instant } from '@switchboard/kit/clock';
import type { PastHandOver } from '@switchboard/store/reads/past-hand-overs';

/** How much speaks for each person, by their id, and for whoever has a number, by its {@link numberKey}. */
export type Weights = ReadonlyMap<string, number>;

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
    const to = targetKey(target);
    if (to === undefined) continue;
    const weight = 0.5 ** (Math.max(0, now - arrivedAt) / halfLife);
    if (operatorId !== undefined) add(ofOperator, operatorId, to, weight);
    add(ofQueue, queueId, to, weight);
    const from = callerKey(caller);
    if (from !== undefined) add(ofCaller, from, to, weight);
  }
  return { ofOperator, ofQueue, ofCaller };
}

function add<Key>(weights: Map<Key, Map<string, number>>, key: Key, person: string, weight: number): void {
  const known = weights.get(key) ?? new Map<string, number>();
  known.set(person, (known.get(person) ?? 0) + weight);
  weights.set(key, known);
}

/** Everybody who can be found is a person, or has a number. */
function targetKey(target: Party): string | undefined {
  if (target.kind === 'person') return target.id;
  return target.kind === 'number' && !isAnonymous(target) ? numberKey(target.number) : undefined;
}

const numberKey = (number: string): string => `number ${digitsOf(number)}`;

/** The digits of a number that calls were put through to; absent where the key is a person's id. */
export const numberIn = (key: string): string | undefined => /^number (\d+)$/.exec(key)?.[1];

export const digitsOf = (number: string): string => number.replaceAll(/\D/g, '');

/** What tells a caller from others; nothing does if they withhold their number. */
export function callerKey(caller: Party): string | undefined {
  if (isAnonymous(caller)) return undefined;
  if (caller.kind === 'number') return numberKey(caller.number);
  return caller.kind === 'person' ? `person ${caller.id}` : undefined;
}
