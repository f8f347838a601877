import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Person } from '../../world/person.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { type GraphReply, refuse } from '../wire/reply.ts';
import { type Filter, readFilter } from './filter.ts';
import { readSearch } from './search.ts';
import { readProperty, readSelection, userProperty } from './user-json.ts';

/** A request for a list of users, read and allowed. */
export interface UserQuery {
  readonly select: readonly string[];
  readonly expandManager: readonly string[] | undefined;
  readonly matches: (person: Person) => boolean;
  readonly order: ((a: Person, b: Person) => number) | undefined;
  readonly top: number;
  readonly wantsCount: boolean;
  /** How many directory numbers, or ordered people, are behind us. */
  readonly skip: number;
}

const unsupported = (message: string) => refused(refuse(400, 'Request_UnsupportedQuery', message));
const bad = (message: string) => refused(refuse(400, 'Request_BadRequest', message));

/** 100 a page unless asked, 999 at most. */
const defaultTop = 100;
const maxTop = 999;

const isEventual = (request: GraphRequest): boolean =>
  request.header('consistencylevel')?.toLowerCase() === 'eventual';

const isAdvanced = (request: GraphRequest): boolean =>
  isEventual(request) && request.query.get('$count') === 'true';

function readTests(request: GraphRequest): Result<((person: Person) => boolean)[], GraphReply> {
  const tests: ((person: Person) => boolean)[] = [];
  const search = request.query.get('$search');
  if (search !== null) {
    if (!isEventual(request)) {
      return unsupported(
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      );
    }
    const read = readSearch(search);
    if (!read.ok) return bad(read.refusal);
    tests.push(read.value);
  }
  const text = request.query.get('$filter');
  if (text !== null) {
    const read: Result<Filter, string> = readFilter(text);
    if (!read.ok) return bad(`Invalid filter clause: ${read.refusal}`);
    if (read.value.isAdvanced && !isAdvanced(request)) {
      return unsupported("This filter needs the header 'ConsistencyLevel: eventual' and $count=true.");
    }
    if (request.query.has('$orderby') && !isAdvanced(request)) {
      return unsupported(
        "$filter with $orderby needs the header 'ConsistencyLevel: eventual' and $count=true.",
      );
    }
    tests.push(read.value.test);
  }
  return ok(tests);
}

function readOrder(text: string | null): Result<UserQuery['order'], GraphReply> {
  if (text === null) return ok(undefined);
  const [name, direction = 'asc', ...more] = text.trim().split(/\s+/);
  const property = userProperty(name ?? '');
  if ((property !== 'displayName' && property !== 'userPrincipalName') || more.length > 0) {
    return bad('$orderby: users are ordered by displayName or userPrincipalName only.');
  }
  if (direction !== 'asc' && direction !== 'desc') return bad("$orderby: the direction is 'asc' or 'desc'.");
  const sign = direction === 'asc' ? 1 : -1;
  const key = (person: Person): string => String(readProperty(person, property)).toLowerCase();
  return ok((a, b) => sign * key(a).localeCompare(key(b)));
}

function readTop(text: string | null): Result<number, GraphReply> {
  if (text === null) return ok(defaultTop);
  const top = Number(text);
  return Number.isInteger(top) && top >= 1 && top <= maxTop
    ? ok(top)
    : bad(`Invalid page size specified: '${text}'. Must be between 1 and ${maxTop} inclusive.`);
}

/** `manager` or `manager($select=id,displayName)`. */
const expandPattern = /^manager(?:\(\s*\$select\s*=\s*([^)]*)\))?$/i;

function readExpand(text: string | null): Result<readonly string[] | undefined, GraphReply> {
  if (text === null) return ok(undefined);
  const match = expandPattern.exec(text.trim());
  if (!match) return bad(`$expand: only manager can be expanded, not '${text}'.`);
  return readNames(match[1] ?? null);
}

export function readNames(select: string | null): Result<readonly string[], GraphReply> {
  const { names, unknown } = readSelection(select);
  if (unknown.length === 0) return ok(names);
  return bad(`Could not find a property named '${unknown[0]}' on type 'microsoft.graph.user'.`);
}

export function readUserQuery(request: GraphRequest): Result<UserQuery, GraphReply> {
  const { query } = request;
  const [select, expand, order] = [
    readNames(query.get('$select')),
    readExpand(query.get('$expand')),
    readOrder(query.get('$orderby')),
  ];
  const [tests, top] = [readTests(request), readTop(query.get('$top'))];
  if (!select.ok) return select;
  if (!expand.ok) return expand;
  if (!order.ok) return order;
  if (!tests.ok) return tests;
  if (!top.ok) return top;
  const skip = readSkip(query.get('$skiptoken'));
  if (skip === undefined) return bad('$skiptoken: the token is not one of ours.');
  return ok({
    select: select.value,
    expandManager: expand.value,
    matches: (person) => tests.value.every((test) => test(person)),
    order: order.value,
    top: top.value,
    // Without the header Graph ignores $count in silence.
    wantsCount: isAdvanced(request),
    skip,
  });
}

const readSkip = (token: string | null): number | undefined => {
  if (token === null) return 0;
  const match = /^page-(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  return match ? Number(match[1]) : undefined;
};

export const skipToken = (skip: number): string => Buffer.from(`page-${skip}`).toString('base64url');
