import { setImmediate as pause } from 'node:timers/promises';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { buildIndex } from '@switchboard/search/build-index';
import type { SearchHit, SearchQuery } from '@switchboard/search/match/search-query';
import type { PeopleIndex } from '@switchboard/search/people-index';
import type { Store } from '@switchboard/store/access/store';
import { readMailboxStates, readPersonalContacts } from '@switchboard/store/people/personal-contacts';
import { documentOf } from './search-document.ts';

interface PersonalIndex {
  /** What the rows were when it was made. */
  readonly seen: string;
  readonly index: PeopleIndex;
}

interface Kept {
  readonly made: Promise<PersonalIndex>;
  readonly lookAgainAt: Instant;
}

/** Contacts of one operator that are found; whoever has more has a list of an organisation. */
const mostContacts = 10_000;
/** Operators whose contacts are in memory. */
const mostOperators = 200;
/** Rows may be newer than the index for so long. */
const keptFor = 3_000;

/**
 * The own contacts of operators, each in an index of theirs, made of their rows when they search. Nothing of it is written
 * to disk, and no question of one operator meets another's.
 */
export class PersonalSearch {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async search(operator: Operator, query: SearchQuery): Promise<readonly SearchHit[]> {
    const { index } = await this.#indexOf(operator);
    return index.size === 0 ? [] : index.search(query).hits;
  }

  #indexOf(operator: Operator): Promise<PersonalIndex> {
    const name = `${operator.tenantId} ${operator.operatorId}`;
    const known = this.#kept.get(name);
    const now = this.#clock.now();
    if (known !== undefined && known.lookAgainAt > now) return known.made;
    const made = this.#make(operator, known?.made);
    this.#kept.delete(name);
    this.#kept.set(name, { made, lookAgainAt: now + keptFor });
    const [first] = this.#kept.keys();
    if (this.#kept.size > mostOperators && first !== undefined) this.#kept.delete(first);
    made.catch(() => {
      if (this.#kept.get(name)?.made === made) this.#kept.delete(name);
    });
    return made;
  }

  async #make(
    { tenantId, operatorId }: Operator,
    before: Promise<PersonalIndex> | undefined,
  ): Promise<PersonalIndex> {
    const states = await readMailboxStates(this.#store, tenantId, [operatorId]);
    const state = states.get(operatorId);
    const seen = `${state?.readAt ?? 0} ${state?.count ?? 0}`;
    const known = await before?.catch(() => undefined);
    if (known?.seen === seen) return known;
    const contacts =
      state === undefined ? [] : await readPersonalContacts(this.#store, tenantId, operatorId, mostContacts);
    const documents = contacts.map((person) => documentOf({ person, source: 'personal' }));
    return { seen, index: await buildIndex(documents, () => pause()) };
  }
}
