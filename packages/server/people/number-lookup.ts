import type { PersonView } from '@switchboard/contract/views/person-view';
import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { ExpiringCache } from './expiring-cache.ts';
import { digitsOf } from './hand-over-habits.ts';
import { type PersonViewParts, readPersonViews } from './person-views.ts';
import type { PersonalSearch } from './personal-search.ts';
import { searchTenant, type TenantSearchParts } from './tenant-search.ts';

export interface NumberLookupParts extends TenantSearchParts, PersonViewParts {
  readonly clock: Clock;
  readonly personal: PersonalSearch;
  /** How numbers of a tenant's people are read: in E.164, if they are any. */
  readonly numberReader: (tenantId: TenantId) => Promise<(written: string) => string | undefined>;
}

/** Of all whose numbers end so: more share a company's main number than anybody reads. */
const most = 20;
/** People who share one number and are looked at; more than a switchboard has no owner. */
const mostOwners = 5;
/** Whose a number is may be known wrongly for so long, in milliseconds. */
const ownersKept = { keptFor: 60_000, most: 5_000 };
/** A page of the history, and the next, ask for the same callers again and again. A contact that is kept is soon named. */
const namesKept = { keptFor: 5_000, most: 5_000 };
const lines = ['phone', 'mobile', 'otherPhone', 'teamsNumber'] as const;
/** Digits that tell a number from extensions. */
const shortest = 6;
/** The last digits of a number, which stand in it however it is written: at home without its country's. */
const certain = 7;

/** Says who has a number: of the directory, the contacts kept together, and the operator's own, whom nobody else finds. */
export class NumberLookup {
  readonly #parts: NumberLookupParts;
  readonly #names: ExpiringCache<string | undefined>;
  readonly #owners: ExpiringCache<readonly PersonId[]>;
  #count = 0;

  constructor(parts: NumberLookupParts) {
    this.#parts = parts;
    this.#names = new ExpiringCache(parts.clock, namesKept);
    this.#owners = new ExpiringCache(parts.clock, ownersKept);
  }

  /** The name of the one person who has a number, E.164; of several nobody knows which it is. */
  nameOf(operator: Operator, number: string): Promise<string | undefined> {
    const { tenantId, operatorId } = operator;
    return this.#names.get(`${tenantId} ${operatorId} ${number}`, async () => {
      const [person, ...others] = await this.find(operator, number);
      return others.length === 0 ? person?.name : undefined;
    });
  }

  /**
   * Who has a number, as one operator may know it; nobody if many share it.
   * @param digits of a number with its country code
   */
  ownersOf(operator: Operator, digits: string): Promise<readonly PersonId[]> {
    const { tenantId, operatorId } = operator;
    return this.#owners.get(`${tenantId} ${operatorId} ${digits}`, async () => {
      const people = await this.find(operator, digits);
      return people.length > mostOwners ? [] : people.map((person) => personId(person.personId));
    });
  }

  /** Those who fit a text, for whose calls a history is searched by name. */
  async findByName(operator: Operator, text: string): Promise<readonly PersonView[]> {
    return readPersonViews(this.#parts, operator, await this.#hits(operator, text));
  }

  /** @param number E.164 */
  async find(operator: Operator, number: string): Promise<readonly PersonView[]> {
    const digits = digitsOf(number);
    if (digits.length < shortest) return [];
    const [ids, read] = await Promise.all([
      this.#hits(operator, digits.slice(-certain)),
      this.#parts.numberReader(operator.tenantId),
    ]);
    const people = await readPersonViews(this.#parts, operator, ids);
    const isIts = (written: string | undefined): boolean =>
      written !== undefined && isSame(read(written) ?? written, digits);
    return people.filter((person) => lines.some((line) => isIts(person[line])));
  }

  async #hits(operator: Operator, text: string) {
    const personal = await this.#parts.personal.search(operator, { text, limit: most });
    const others = await this.#search(operator.tenantId, text);
    return [...personal, ...others].map(({ id }) => personId(id));
  }

  /** On a line of its own: nothing overtakes it. */
  async #search(tenantId: TenantId, text: string) {
    this.#count += 1;
    const answer = await searchTenant(this.#parts, tenantId, { text, limit: most }, `number ${this.#count}`);
    return answer?.hits ?? [];
  }
}

/** Whether a number is the one with these digits; one that could not be read may lack the country's, and begin with 0. */
function isSame(known: string, digits: string): boolean {
  if (known.startsWith('+')) return digitsOf(known) === digits;
  const national = digitsOf(known).replace(/^0+/, '');
  return national.length >= shortest && digits.length - national.length <= 3 && digits.endsWith(national);
}
