import { ok, type Result, refused } from '@switchboard/kit/result';
import type { GraphRequest } from '../wire/graph-request.ts';
import { option, strangeOption } from '../wire/query-options.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';
import { readOrder } from './directory-query.ts';
import { type EntityShape, type Json, outlookRefusal, readNames, showEntity } from './entity-shape.ts';
import { readFilter } from './filter.ts';

/** Ten a page unless asked, a thousand at most. */
const defaultTop = 10;
const maxTop = 1_000;

const listOptions = ['$select', '$filter', '$orderby', '$top', '$skip', '$count'];

export interface OutlookListParts<T> {
  readonly shape: EntityShape<T>;
  readonly entities: readonly T[];
  /** Behind `$metadata#`. */
  readonly context: string;
  readonly extra?: (entity: T) => Json;
  readonly headers?: Readonly<Record<string, string>>;
}

export const strangeOutlookOption = (
  request: GraphRequest,
  allowed: readonly string[],
): GraphReply | undefined => {
  const strange = strangeOption(request, allowed);
  return strange === undefined
    ? undefined
    : refuse(400, 'ErrorInvalidUrlQuery', `The query option '${strange}' is not supported here.`);
};

function readNumber(request: GraphRequest, name: string, otherwise: number): Result<number, GraphReply> {
  const text = option(request, name);
  if (text === null) return ok(otherwise);
  const value = Number(text);
  const least = name === '$top' ? 1 : 0;
  return Number.isInteger(value) && value >= least && (name !== '$top' || value <= maxTop)
    ? ok(value)
    : refused(refuse(400, 'ErrorInvalidUrlQueryFilter', `The value '${text}' of ${name} is not allowed.`));
}

/** A list of a mailbox: pages by `$skip`, and links that carry all that was asked. */
export function listOutlook<T>(parts: OutlookListParts<T>, request: GraphRequest): GraphReply {
  const { shape } = parts;
  const strange = strangeOutlookOption(request, listOptions);
  if (strange) return strange;
  const names = readNames(shape, option(request, '$select'));
  if (!names.ok) return names.refusal;
  const filter = option(request, '$filter');
  const test = filter === null ? ok({ test: () => true }) : readFilter(shape, filter);
  if (!test.ok) return outlookRefusal(`Invalid filter clause: ${test.refusal}`);
  const order = readOrder(shape, option(request, '$orderby'));
  if (!order.ok) return order.refusal;
  const [top, skip] = [readNumber(request, '$top', defaultTop), readNumber(request, '$skip', 0)];
  if (!top.ok) return top.refusal;
  if (!skip.ok) return skip.refusal;
  const matching = parts.entities.filter(test.value.test);
  const all = order.value ? matching.toSorted(order.value) : matching;
  const end = skip.value + top.value;
  const show = (entity: T): Json => ({ ...parts.extra?.(entity), ...showEntity(shape, entity, names.value) });
  return reply(
    200,
    {
      '@odata.context': `${request.baseUrl}/$metadata#${parts.context}`,
      ...(option(request, '$count') === 'true' ? { '@odata.count': all.length } : {}),
      ...(end < all.length ? { '@odata.nextLink': nextLink(request, end) } : {}),
      value: all.slice(skip.value, end).map(show),
    },
    parts.headers,
  );
}

function nextLink(request: GraphRequest, skip: number): string {
  const query = new URLSearchParams(request.query);
  query.set('$skip', String(skip));
  return `${request.baseUrl}${request.path}?${query.toString().replaceAll('%24', '$')}`;
}
