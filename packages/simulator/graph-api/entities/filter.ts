import { ok, type Result, refused } from '@switchboard/kit/result';
import { type EntityShape, propertyOf, readProperty } from './entity-shape.ts';

export type Test<T> = (entity: T) => boolean;

export interface Filter<T> {
  readonly test: Test<T>;
  /** Whether Graph takes it only with `ConsistencyLevel: eventual` and `$count=true`. */
  readonly isAdvanced: boolean;
}

const momentOrders: Readonly<Record<string, (found: number, wanted: number) => boolean>> = {
  ge: (found, wanted) => found >= wanted,
  gt: (found, wanted) => found > wanted,
  le: (found, wanted) => found <= wanted,
  lt: (found, wanted) => found < wanted,
};

const tokenPattern = /\s*('(?:[^']|'')*'|[(),]|[^\s(),']+)/gy;

class Parser<T> {
  readonly #shape: EntityShape<T>;
  readonly #tokens: string[];
  #at = 0;
  isAdvanced = false;

  constructor(shape: EntityShape<T>, text: string) {
    this.#shape = shape;
    this.#tokens = [...text.matchAll(tokenPattern)].map((match) => match[1] ?? '');
  }

  parse(): Result<Test<T>, string> {
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

  #or(): Test<T> {
    let left = this.#and();
    while (this.#take('or')) left = either(left, this.#and());
    return left;
  }

  #and(): Test<T> {
    let left = this.#not();
    while (this.#take('and')) left = both(left, this.#not());
    return left;
  }

  #not(): Test<T> {
    if (!this.#take('not')) return this.#primary();
    this.isAdvanced = true;
    const inner = this.#primary();
    return (entity) => !inner(entity);
  }

  #primary(): Test<T> {
    if (this.#take('(')) {
      const inner = this.#or();
      this.#expect(')');
      return inner;
    }
    const word = this.#next();
    if (this.#peek() === '(') return this.#function(word.toLowerCase());
    return this.#comparison(this.#property(word), this.#next().toLowerCase());
  }

  #function(name: string): Test<T> {
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
      return (entity) => this.#texts(entity, property).some((text) => text.endsWith(wanted));
    }
    return (entity) => this.#texts(entity, property).some((text) => text.startsWith(wanted));
  }

  #comparison(property: string, operator: string): Test<T> {
    if (operator === 'in') return this.#oneOf(property);
    const isWithin = momentOrders[operator];
    if (isWithin !== undefined) return this.#moment(property, isWithin);
    if (operator !== 'eq' && operator !== 'ne')
      throw new SyntaxError(`the operator '${operator}' is not supported`);
    if (operator === 'ne') this.isAdvanced = true;
    const value = this.#value();
    const equals: Test<T> = (entity) => {
      const found = readProperty(this.#shape, entity, property);
      if (typeof value === 'string') return this.#texts(entity, property).includes(value.toLowerCase());
      return found === value || (value === null && Array.isArray(found) && found.length === 0);
    };
    return operator === 'eq' ? equals : (entity) => !equals(entity);
  }

  /** `sentDateTime ge 2026-11-29T09:00:00Z`; moments stand without quotes */
  #moment(property: string, isWithin: (found: number, wanted: number) => boolean): Test<T> {
    const token = this.#next();
    const wanted = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(token) ? Date.parse(token) : Number.NaN;
    if (Number.isNaN(wanted) || !property.endsWith('DateTime'))
      throw new SyntaxError(`'${token}' is no moment to compare ${property} with`);
    return (entity) => isWithin(Date.parse(String(readProperty(this.#shape, entity, property))), wanted);
  }

  /** `id in ('a', 'b')` */
  #oneOf(property: string): Test<T> {
    const values = new Set<string>();
    this.#expect('(');
    do values.add(String(this.#value()).toLowerCase());
    while (this.#take(','));
    this.#expect(')');
    return (entity) => this.#texts(entity, property).some((text) => values.has(text));
  }

  #texts(entity: T, property: string): string[] {
    const value = readProperty(this.#shape, entity, property);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((entry) => typeof entry === 'string').map((entry) => entry.toLowerCase());
  }

  #property(word: string): string {
    const property = propertyOf(this.#shape, word);
    if (property === undefined)
      throw new SyntaxError(`Could not find a property named '${word}' on type '${this.#shape.type}'`);
    if (!this.#shape.indexed.has(property))
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
  <T>(left: Test<T>, right: Test<T>): Test<T> =>
  (entity) =>
    left(entity) || right(entity);
const both =
  <T>(left: Test<T>, right: Test<T>): Test<T> =>
  (entity) =>
    left(entity) && right(entity);

/** Reads `$filter`: eq, ne, in, moments by ge, gt, le and lt, startswith, endswith, and, or, not, brackets. The refusal says what is wrong. */
export function readFilter<T>(shape: EntityShape<T>, text: string): Result<Filter<T>, string> {
  const parser = new Parser(shape, text);
  const test = parser.parse();
  return test.ok ? ok({ test: test.value, isAdvanced: parser.isAdvanced }) : test;
}
