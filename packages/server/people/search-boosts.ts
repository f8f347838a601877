import type { CallState } from '@switchboard/domain/call/call-state';
import { callId as asCallId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import { readFavourites } from '@switchboard/store/people/favourites';
import { findCall } from '@switchboard/store/reads/call-list';
import { readPastHandOvers } from '@switchboard/store/reads/past-hand-overs';
import { canSeeCall } from '../policies/call-rights.ts';
import { ExpiringCache } from './expiring-cache.ts';
import { callerKey, type HandOverHabits, habitsOf, numberIn, type Weights } from './hand-over-habits.ts';
import type { NumberLookup } from './number-lookup.ts';

/** Ids with what speaks for them, in the measure of the search: a name's beginning is worth 800, a whole one 1000. */
export type Boosts = readonly (readonly [id: string, weight: number])[];

/** Hand-overs of the past are read anew after a minute, and of so many calls of so many days. */
const keptFor = 60_000;
const callsRead = 5_000;
const daysRead = 90 * 24 * 3_600_000;

/**
 * What each is worth, once and at most. A favourite or somebody reached often goes before others who fit as well, and
 * not before who fits better; the caller's usual contact goes before all whose name begins alike.
 */
const worth = {
  favourite: 60,
  operator: { once: 25, most: 90 },
  queue: { once: 5, most: 40 },
  caller: { once: 120, most: 350 },
} as const;
/** People who are lifted at once. */
const mostBoosts = 800;
/** Numbers of one operator, queue or caller whose owners are looked up, those most rung. */
const mostNumbers = 10;

export class SearchBoosts {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #habits: ExpiringCache<HandOverHabits>;
  readonly #calls: ExpiringCache<CallState | undefined>;
  readonly #numbers: NumberLookup;

  constructor(store: Store, clock: Clock, numbers: NumberLookup) {
    this.#store = store;
    this.#clock = clock;
    this.#numbers = numbers;
    this.#habits = new ExpiringCache(clock, { keptFor, most: 200 });
    this.#calls = new ExpiringCache(clock, { keptFor: 10_000, most: 1_000 });
  }

  /** What speaks for people when this operator searches, for this call if one is named that they may see. */
  async of(operator: Operator, callId: string | undefined): Promise<Boosts> {
    const { tenantId, operatorId, queueIds } = operator;
    const [habits, favourites, call] = await Promise.all([
      this.#habits.get(tenantId, () => this.#readHabits(tenantId)),
      readFavourites(this.#store, tenantId, [operatorId]),
      callId === undefined ? undefined : this.#findCall(tenantId, callId),
    ]);
    const weights = new Map<string, number>();
    const lift = (id: string, weight: number): void => {
      weights.set(id, (weights.get(id) ?? 0) + weight);
    };
    const liftBy = async (
      some: Weights | undefined,
      { once, most }: { readonly once: number; readonly most: number },
    ): Promise<void> => {
      for (const [id, weight] of await this.#byPerson(operator, some))
        lift(id, Math.min(most, Math.round(once * weight)));
    };
    for (const { personId } of favourites.get(operatorId) ?? []) lift(personId, worth.favourite);
    await liftBy(habits.ofOperator.get(operatorId), worth.operator);
    for (const queueId of queueIds) await liftBy(habits.ofQueue.get(queueId), worth.queue);
    const caller = call !== undefined && canSeeCall(operator, call) ? callerKey(call.caller) : undefined;
    if (caller !== undefined) await liftBy(habits.ofCaller.get(caller), worth.caller);
    return [...weights]
      .filter(([, weight]) => weight > 0)
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, mostBoosts);
  }

  /** What speaks for a number speaks for those who have it, by Teams and by all their lines together. */
  async #byPerson(operator: Operator, some: Weights | undefined): Promise<Weights> {
    const weights = new Map<string, number>();
    const add = (id: string, weight: number): void => void weights.set(id, (weights.get(id) ?? 0) + weight);
    const numbers: [digits: string, weight: number][] = [];
    for (const [key, weight] of some ?? []) {
      const digits = numberIn(key);
      if (digits === undefined) add(key, weight);
      else numbers.push([digits, weight]);
    }
    const likeliest = numbers.toSorted(([, one], [, other]) => other - one).slice(0, mostNumbers);
    const owners = await Promise.all(likeliest.map(([digits]) => this.#numbers.ownersOf(operator, digits)));
    for (const [place, [, weight]] of likeliest.entries())
      for (const id of owners[place] ?? []) add(id, weight);
    return weights;
  }

  async #readHabits(tenantId: TenantId): Promise<HandOverHabits> {
    const now = this.#clock.now();
    const calls = await readPastHandOvers(this.#store, tenantId, { since: now - daysRead, limit: callsRead });
    return habitsOf(calls, now);
  }

  #findCall(tenantId: TenantId, callId: string): Promise<CallState | undefined> {
    return this.#calls.get(`${tenantId} ${callId}`, async () => {
      const record = await findCall(this.#store, tenantId, asCallId(callId));
      return record?.call;
    });
  }
}
