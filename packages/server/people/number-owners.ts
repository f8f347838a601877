import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { readPeople, type SeenPerson } from '@switchboard/store/people/read-people';
import { ExpiringCache } from './expiring-cache.ts';
import { digitsOf } from './hand-over-habits.ts';
import type { PersonalSearch } from './personal-search.ts';
import { searchTenant, type TenantSearchParts } from './tenant-search.ts';

export interface NumberOwnersParts extends TenantSearchParts {
  readonly clock: Clock;
  readonly personal: PersonalSearch;
  /** How numbers of a tenant's people are read: in E.164, if they are any. */
  readonly numberReader: (tenantId: TenantId) => Promise<(written: string) => string | undefined>;
}

/** People who share one number and are looked at; more than a switchboard has no owner. */
const mostOwners = 5;
/** Whose a number is may be known wrongly for so long, in milliseconds. */
const keptFor = 60_000;

/** Whom a number is of, as one operator may know it: their own contacts are of nobody to others. */
export class NumberOwners {
  readonly #parts: NumberOwnersParts;
  readonly #owners: ExpiringCache<readonly PersonId[]>;

  constructor(parts: NumberOwnersParts) {
    this.#parts = parts;
    this.#owners = new ExpiringCache(parts.clock, { keptFor, most: 5_000 });
  }

  /** @param digits of a number with its country code */
  of(operator: Operator, digits: string): Promise<readonly PersonId[]> {
    const { tenantId, operatorId } = operator;
    return this.#owners.get(`${tenantId} ${operatorId} ${digits}`, () => this.#find(operator, digits));
  }

  async #find(operator: Operator, digits: string): Promise<readonly PersonId[]> {
    const { store, personal, numberReader } = this.#parts;
    const { tenantId, operatorId } = operator;
    // The number may be written without its country code where it is kept.
    const query = { text: digits.slice(-7), limit: 20 };
    const [ofTenant, own] = await Promise.all([
      searchTenant(this.#parts, tenantId, query, `number ${operatorId} ${digits}`),
      personal.search(operator, query),
    ]);
    const ids = [...(ofTenant?.hits ?? []), ...own].map(({ id }) => personId(id));
    const [people, read] = await Promise.all([
      readPeople(store, tenantId, operatorId, ids),
      numberReader(tenantId),
    ]);
    const isOf = ({ person }: SeenPerson): boolean =>
      [person.phone, person.mobile, person.otherPhone, person.teamsNumber].some((written) => {
        const number = written === undefined ? undefined : read(written);
        return number !== undefined && digitsOf(number) === digits;
      });
    const owners = people.filter(isOf).map(({ person }) => person.personId);
    return owners.length > mostOwners ? [] : owners;
  }
}
