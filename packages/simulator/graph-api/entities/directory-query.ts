import { ok, type Result, refused } from '@switchboard/kit/result';
import type { GraphRequest } from '../wire/graph-request.ts';
import { option, strangeOption } from '../wire/query-options.ts';
import { type GraphReply, refuse } from '../wire/reply.ts';
import { directoryRefusal, type EntityShape, propertyOf, readNames, readProperty } from './entity-shape.ts';
import { readFilter, type Test } from './filter.ts';
import { readSearch } from './search.ts';

/** A request for a list of directory objects, read and allowed. */
export interface DirectoryQuery<T> {
  readonly select: readonly string[];
  readonly matches: Test<T>;
  readonly order: ((a: T, b: T) => number) | undefined;
  readonly top: number;
  readonly wantsCount: boolean;
  /** How many places, or ordered objects, are behind us. */
  readonly skip: number;
}

const unsupported = (message: string) => refused(refuse(400, 'Request_UnsupportedQuery', message));
const bad = (message: string) => refused(directoryRefusal(message));

/** 100 a page unless asked, 999 at most. */
const defaultTop = 100;
const maxTop = 999;

export const listOptions = [
  '$select',
  '$expand',
  '$filter',
  '$orderby',
  '$search',
  '$top',
  '$count',
  '$skiptoken',
];

export const isEventual = (request: GraphRequest): boolean =>
  request.header('consistencylevel')?.toLowerCase() === 'eventual';

const isAdvanced = (request: GraphRequest): boolean =>
  isEventual(request) && option(request, '$count') === 'true';

function readTests<T>(shape: EntityShape<T>, request: GraphRequest): Result<Test<T>[], GraphReply> {
  const tests: Test<T>[] = [];
  const search = option(request, '$search');
  if (search !== null) {
    if (!isEventual(request)) {
      return unsupported(
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      );
    }
    const read = readSearch(shape, search);
    if (!read.ok) return bad(read.refusal);
    tests.push(read.value);
  }
  const text = option(request, '$filter');
  if (text !== null) {
    const read = readFilter(shape, text);
    if (!read.ok) return bad(`Invalid filter clause: ${read.refusal}`);
    if (read.value.isAdvanced && !isAdvanced(request)) {
      return unsupported("This filter needs the header 'ConsistencyLevel: eventual' and $count=true.");
    }
    if (option(request, '$orderby') !== null && !isAdvanced(request)) {
      return unsupported(
        "$filter with $orderby needs the header 'ConsistencyLevel: eventual' and $count=true.",
      );
    }
    tests.push(read.value.test);
  }
  return ok(tests);
}

/** By one property, `asc` or `desc`. */
export function readOrder<T>(
  shape: EntityShape<T>,
  text: string | null,
): Result<DirectoryQuery<T>['order'], GraphReply> {
  if (text === null) return ok(undefined);
  const [name, direction = 'asc', ...more] = text.trim().split(/\s+/);
  const property = propertyOf(shape, name ?? '');
  if (property === undefined || !shape.ordered.includes(property) || more.length > 0) {
    return refused(
      shape.refuse(`$orderby: ${shape.type}s are ordered by ${shape.ordered.join(' or ')} only.`),
    );
  }
  if (direction !== 'asc' && direction !== 'desc')
    return refused(shape.refuse("$orderby: the direction is 'asc' or 'desc'."));
  const sign = direction === 'asc' ? 1 : -1;
  const key = (entity: T): string => String(readProperty(shape, entity, property)).toLowerCase();
  return ok((a, b) => sign * key(a).localeCompare(key(b)));
}

function readTop(text: string | null): Result<number, GraphReply> {
  if (text === null) return ok(defaultTop);
  const top = Number(text);
  return Number.isInteger(top) && top >= 1 && top <= maxTop
    ? ok(top)
    : bad(`Invalid page size specified: '${text}'. Must be between 1 and ${maxTop} inclusive.`);
}

export function readDirectoryQuery<T>(
  shape: EntityShape<T>,
  request: GraphRequest,
): Result<DirectoryQuery<T>, GraphReply> {
  const strange = strangeOption(request, listOptions);
  if (strange !== undefined) return bad(`The query option '${strange}' is not supported here.`);
  const select = readNames(shape, option(request, '$select'));
  if (!select.ok) return select;
  const order = readOrder(shape, option(request, '$orderby'));
  if (!order.ok) return order;
  const tests = readTests(shape, request);
  if (!tests.ok) return tests;
  const top = readTop(option(request, '$top'));
  if (!top.ok) return top;
  const skip = readSkip(option(request, '$skiptoken'));
  if (skip === undefined) return bad('$skiptoken: the token is not one of ours.');
  return ok({
    select: select.value,
    matches: (entity) => tests.value.every((test) => test(entity)),
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
