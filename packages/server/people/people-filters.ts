import type { FiltersRead } from '@switchboard/contract/feed/people-changed';
import type { TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import { readLastChange } from '@switchboard/store/people/people-changes';
import {
  type Choice,
  countPeopleChoices,
  countPersonalContacts,
  type PeopleChoices,
} from '@switchboard/store/people/people-choices';

interface Counted {
  readonly choices: Promise<PeopleChoices>;
  readonly change: number;
  readonly at: Instant;
}

/** While people change, they are counted anew after so long: it takes a second for a million of them. */
const keptFor = 60_000;
const mostTenants = 500;

/** What people can be filtered by, counted once for all operators of a tenant. */
export class PeopleFilters {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #counted = new Map<TenantId, Counted>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async of({ tenantId, operatorId }: Operator): Promise<Omit<FiltersRead, 'type' | 'id'>> {
    const [{ departments, places, sources }, personal] = await Promise.all([
      this.#choicesOf(tenantId),
      countPersonalContacts(this.#store, tenantId, operatorId),
    ]);
    const own: readonly Choice[] = personal === 0 ? [] : [{ value: 'personal', count: personal }];
    return { departments: [...departments], places: [...places], sources: [...sources, ...own] };
  }

  async #choicesOf(tenantId: TenantId): Promise<PeopleChoices> {
    const { last } = await readLastChange(this.#store, tenantId);
    const now = this.#clock.now();
    const known = this.#counted.get(tenantId);
    if (known !== undefined && (known.change === last || now < known.at + keptFor)) return known.choices;
    const choices = countPeopleChoices(this.#store, tenantId);
    const counted = { choices, change: last, at: now };
    this.#counted.delete(tenantId);
    this.#counted.set(tenantId, counted);
    const [first] = this.#counted.keys();
    if (this.#counted.size > mostTenants && first !== undefined) this.#counted.delete(first);
    choices.catch(() => {
      if (this.#counted.get(tenantId) === counted) this.#counted.delete(tenantId);
    });
    return choices;
  }
}
