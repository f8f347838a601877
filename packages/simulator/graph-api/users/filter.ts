import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Person } from '../../world/person.ts';
import { readProperty, userProperty } from './user-json.ts';

export type Test = (person: Person) => boolean;

export interface Filter {
  readonly test: Test;
  /** Whether Graph takes it only with `ConsistencyLevel: eventual` and `$count=true`. */
  readonly isAdvanced: boolean;
}

const tokenPattern = /\s*('(?:[^']|'')*'|[(),]|[^\s(),']+)/gy;

/** Properties that Graph can filter by without an advanced query. */
const indexed = new Set(
  'accountEnabled,city,companyName,country,department,displayName,employeeId,givenName,id,jobTitle,mail,mailNickname,mobilePhone,officeLocation,otherMails,postalCode,preferredLanguage,proxyAddresses,state,surname,usageLocation,userPrincipalName,userType'.split(
    ',',
  ),
);

class Parser {
  readonly #tokens: string[];
  #at = 0;
  isAdvanced = false;

  constructor(text: string) {
    this.#tokens = [...text.matchAll(tokenPattern)].map((match) => match[1] ?? '');
  }

  parse(): Result<Test, string> {
    try {
      const test = this.#or();
      if (this.#at < this.#tokens.length) throw new SyntaxError(`'${this.#peek()}' is not expected here`);
      return ok(test);
    } catch (error) {
      // Only this parser's own complaints are answers to the client.
      if (error instanceof SyntaxError) return refused(error.message);
      throw error;
    }
  }

  #or(): Test {
    let left = this.#and();
    while (this.#take('or')) left = either(left, this.#and());
    return left;
  }

  #and(): Test {
    let left = this.#not();
    while (this.#take('and')) left = both(left, this.#not());
    return left;
  }

  #not(): Test {
    if (!this.#take('not')) return this.#primary();
    this.isAdvanced = true;
    const inner = this.#primary();
    return (person) => !inner(person);
  }

  #primary(): Test {
    if (this.#take('(')) {
      const inner = this.#or();
      this.#expect(')');
      return inner;
    }
    const word = this.#next();
    if (this.#peek() === '(') return this.#function(word.toLowerCase());
    return this.#comparison(this.#property(word), this.#next().toLowerCase());
  }

  #function(name: string): Test {
    if (name !== 'startswith' && name !== 'endswith')
      throw new SyntaxError(`the function '${name}' is not supported`);
    this.#expect('(');
    const property = this.#property(this.#next());
    this.#expect(',');
    const wanted = String(this.#value()).toLowerCase();
    this.#expect(')');
    if (name === 'endswith') {
      if (property !== 'mail' && property !== 'userPrincipalName') {
        throw new SyntaxError('endsWith is supported for mail and userPrincipalName only');
      }
      this.isAdvanced = true;
      return (person) => texts(person, property).some((text) => text.endsWith(wanted));
    }
    return (person) => texts(person, property).some((text) => text.startsWith(wanted));
  }

  #comparison(property: string, operator: string): Test {
    if (operator !== 'eq' && operator !== 'ne')
      throw new SyntaxError(`the operator '${operator}' is not supported`);
    if (operator === 'ne') this.isAdvanced = true;
    const value = this.#value();
    const equals: Test = (person) => {
      const found = readProperty(person, property);
      if (typeof value === 'string') return texts(person, property).includes(value.toLowerCase());
      return found === value || (value === null && Array.isArray(found) && found.length === 0);
    };
    return operator === 'eq' ? equals : (person) => !equals(person);
  }

  #property(word: string): string {
    const property = userProperty(word);
    if (property === undefined)
      throw new SyntaxError(`Could not find a property named '${word}' on type 'user'`);
    if (!indexed.has(property))
      throw new SyntaxError(`The request uses a filter property that is not indexed: ${property}`);
    return property;
  }

  #value(): string | boolean | null {
    const token = this.#next();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'null') return null;
    throw new SyntaxError(`'${token}' is no value; texts stand in single quotes`);
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new SyntaxError('the filter ends too early');
    return token;
  }

  #take(word: string): boolean {
    if (this.#peek().toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #expect(word: string): void {
    const found = this.#next();
    if (found !== word) throw new SyntaxError(`'${word}' is expected, not '${found}'`);
  }
}

const either =
  (left: Test, right: Test): Test =>
  (person) =>
    left(person) || right(person);
const both =
  (left: Test, right: Test): Test =>
  (person) =>
    left(person) && right(person);

function texts(person: Person, property: string): string[] {
  const value = readProperty(person, property);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((entry) => typeof entry === 'string').map((entry) => entry.toLowerCase());
}

/** Reads `$filter`: eq, ne, startswith, endswith, and, or, not, brackets. The refusal says what is wrong. */
export function readFilter(text: string): Result<Filter, string> {
  const parser = new Parser(text);
  const test = parser.parse();
  return test.ok ? ok({ test: test.value, isAdvanced: parser.isAdvanced }) : test;
}
