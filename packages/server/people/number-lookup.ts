import type { PersonView } from '@switchboard/contract/views/person-view';
import { personId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { phoneDigits } from '@switchboard/search/text/phone-digits';
import parsePhoneNumber from 'libphonenumber-js/max';
import { ExpiringCache } from './expiring-cache.ts';
import { type PersonViewParts, readPersonViews } from './person-views.ts';
import type { PersonalSearch } from './personal-search.ts';
import { searchTenant, type TenantSearchParts } from './tenant-search.ts';

export interface NumberLookupParts extends TenantSearchParts, PersonViewParts {
  readonly clock: Clock;
  readonly personal: PersonalSearch;
}

/** Of all whose numbers contain the digits asked for: more share a company's main number than anybody reads. */
const most = 12;
/** A page of the history, and the next, ask for the same callers again and again. A contact that is kept is soon named. */
const namesKept = { keptFor: 5_000, most: 5_000 };
const lines = ['phone', 'mobile', 'otherPhone', 'teamsNumber'] as const;

/** Says who has a number: of the directory, the contacts kept together, and the operator's own, whom nobody else finds. */
export class NumberLookup {
  readonly #parts: NumberLookupParts;
  readonly #names: ExpiringCache<string | undefined>;
  #count = 0;

  constructor(parts: NumberLookupParts) {
    this.#parts = parts;
    this.#names = new ExpiringCache(parts.clock, namesKept);
  }

  /** The name of the one person who has a number, E.164; of several nobody knows which it is. */
  nameOf(operator: Operator, number: string): Promise<string | undefined> {
    const { tenantId, operatorId } = operator;
    return this.#names.get(`${tenantId} ${operatorId} ${number}`, async () => {
      const [person, ...others] = await this.find(operator, number);
      return others.length === 0 ? person?.name : undefined;
    });
  }

  /** Those who fit a text, for whose calls a history is searched by name. */
  async findByName(operator: Operator, text: string): Promise<readonly PersonView[]> {
    return readPersonViews(this.#parts, operator, await this.#hits(operator, text));
  }

  /** @param number E.164 */
  async find(operator: Operator, number: string): Promise<readonly PersonView[]> {
    const digits = phoneDigits(number);
    if (digits.length < shortest) return [];
    // A directory may have it as it is dialled at home.
    const national = parsePhoneNumber(number)?.nationalNumber ?? digits;
    const people = await readPersonViews(this.#parts, operator, await this.#hits(operator, national));
    return people.filter((person) => lines.some((line) => isSame(person[line], digits)));
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

/** Digits that tell a number from extensions. */
const shortest = 6;

/** Whether a number as a directory has it is the one with these digits; written for at home it lacks the country's. */
function isSame(written: string | undefined, digits: string): boolean {
  const known = phoneDigits(written ?? '');
  return (
    known.length >= shortest &&
    (known === digits || (digits.length - known.length <= 3 && digits.endsWith(known)))
  );
}
