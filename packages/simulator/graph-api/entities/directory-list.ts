import type { GraphRequest } from '../wire/graph-request.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';
import { type DirectoryQuery, isEventual, readDirectoryQuery, skipToken } from './directory-query.ts';
import { type EntityShape, type Json, showEntity } from './entity-shape.ts';

/** Where a list comes from: numbered places, some of them empty. */
export interface Places<T> {
  /** One past the highest place. */
  readonly end: number;
  at(place: number): T | undefined;
}

export interface ListParts<T> {
  readonly shape: EntityShape<T>;
  readonly places: Places<T>;
  /** Behind `$metadata#`. */
  readonly context: string;
  /** How one is shown; default: what was selected. */
  readonly show?: (entity: T, query: DirectoryQuery<T>) => Json;
}

interface Page<T> {
  readonly entities: readonly T[];
  /** Undefined on the last page. */
  readonly next: number | undefined;
}

/** A list of directory objects with everything that can be asked of one. */
export function listDirectory<T>(parts: ListParts<T>, request: GraphRequest): GraphReply {
  const read = readDirectoryQuery(parts.shape, request);
  if (!read.ok) return read.refusal;
  const query = read.value;
  const { places, shape } = parts;
  const page = query.order ? orderedPage(places, query, query.order) : plainPage(places, query);
  const show = parts.show ?? ((entity: T) => showEntity(shape, entity, query.select));
  return reply(200, {
    '@odata.context': `${request.baseUrl}/$metadata#${parts.context}`,
    ...(query.wantsCount ? { '@odata.count': countMatching(places, query) } : {}),
    ...(page.next === undefined ? {} : { '@odata.nextLink': nextLink(request, page.next) }),
    value: page.entities.map((entity) => show(entity, query)),
  });
}

/** `/$count`: plain text, and only with the header. */
export function countDirectory<T>(
  parts: Pick<ListParts<T>, 'shape' | 'places'>,
  request: GraphRequest,
): GraphReply {
  if (!isEventual(request)) return refuse(400, 'Request_BadRequest', '$count is not currently supported.');
  const query = readDirectoryQuery(parts.shape, request);
  return query.ok ? reply(200, countMatching(parts.places, query.value)) : query.refusal;
}

function countMatching<T>(places: Places<T>, query: DirectoryQuery<T>): number {
  let count = 0;
  for (let place = 0; place < places.end; place++) {
    const entity = places.at(place);
    if (entity !== undefined && query.matches(entity)) count += 1;
  }
  return count;
}

/** Reads on from a place, so that the last page costs no more than the first. */
function plainPage<T>(places: Places<T>, query: DirectoryQuery<T>): Page<T> {
  const entities: T[] = [];
  for (let place = query.skip; place < places.end; place++) {
    const entity = places.at(place);
    if (entity === undefined || !query.matches(entity)) continue;
    if (entities.length === query.top) return { entities, next: place };
    entities.push(entity);
  }
  return { entities, next: undefined };
}

function orderedPage<T>(places: Places<T>, query: DirectoryQuery<T>, order: (a: T, b: T) => number): Page<T> {
  const all = plainPage(places, { ...query, skip: 0, top: Number.POSITIVE_INFINITY }).entities;
  const end = query.skip + query.top;
  return { entities: all.toSorted(order).slice(query.skip, end), next: end < all.length ? end : undefined };
}

function nextLink(request: GraphRequest, next: number): string {
  const query = new URLSearchParams(request.query);
  query.set('$skiptoken', skipToken(next));
  return `${request.baseUrl}${request.path}?${query.toString().replaceAll('%24', '$')}`;
}
