import type { World } from '../../world/world.ts';
import type { Json } from '../entities/entity-shape.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { preference } from '../wire/query-options.ts';
import { type GraphReply, reply } from '../wire/reply.ts';
import type { DeltaFeed, RoundFate } from './delta-feed.ts';
import { deltaAddress, type Position, readPosition } from './delta-position.ts';

export interface DeltaParts {
  readonly world: World;
  /** What befalls a round that begins with a token. */
  readonly fate: () => RoundFate;
}

interface Page {
  readonly value: readonly Json[];
  readonly next: number | undefined;
}

const deltaNames = new Set(['delta', 'delta()', 'microsoft.graph.delta()', 'microsoft.graph.delta']);

/** The function has three names (graph-contract C.1), and the older one without brackets. */
export const isDelta = (segment: string): boolean => deltaNames.has(segment.toLowerCase());

/** One page of a delta query, after the time that it takes. */
export function answerDelta(
  parts: DeltaParts,
  feed: DeltaFeed,
  request: GraphRequest,
): GraphReply | Promise<GraphReply> {
  const { clock, settings } = parts.world;
  if (settings.deltaLatencyMs === 0) return readPage(parts, feed, request);
  return new Promise<void>((resolve) => clock.after(settings.deltaLatencyMs, resolve)).then(() =>
    readPage(parts, feed, request),
  );
}

function readPage(parts: DeltaParts, feed: DeltaFeed, request: GraphRequest): GraphReply {
  const { clock, settings } = parts.world;
  const read = readPosition(feed, request, { now: clock.now(), settings, fate: parts.fate });
  if (!read.ok) return read.refusal;
  const position = read.value;
  const names = feed.readNames(position.select);
  if (!names.ok) return names.refusal;
  const isMinimal = feed.kind === 'directory' && preference(request, 'return') === 'minimal';
  const size = pageSize(parts.world, feed, request);
  const page = position.isFull
    ? fullPage(feed, position, names.value, size.count)
    : changePage(feed, position, names.value, { isMinimal, count: size.count });
  const kind = page.next === undefined ? 'delta' : 'skip';
  const next: Position = { ...position, kind, next: page.next ?? position.next, madeAt: clock.now() };
  const link = deltaAddress(request, feed, next);
  const applied = [...(isMinimal ? ['return=minimal'] : []), ...size.applied].join(', ');
  return reply(
    200,
    {
      '@odata.context': `${request.baseUrl}/$metadata#${feed.context}`,
      ...(kind === 'delta' ? { '@odata.deltaLink': link } : { '@odata.nextLink': link }),
      value: page.value,
    },
    applied === '' ? {} : { 'preference-applied': applied },
  );
}

/** The server's own, or fewer where the client asks for fewer and the service listens. */
function pageSize(
  { settings }: World,
  feed: DeltaFeed,
  request: GraphRequest,
): { readonly count: number; readonly applied: readonly string[] } {
  const asked = Number(preference(request, 'odata.maxpagesize'));
  const own = settings.deltaPageSize;
  const listens = feed.kind === 'outlook' || settings.directoryTakesPageSize;
  if (!listens || !Number.isInteger(asked) || asked < 1) return { count: own, applied: [] };
  return { count: Math.min(asked, own), applied: [`odata.maxpagesize=${asked}`] };
}

const isWanted = ({ ids }: Position, id: string): boolean => ids === null || ids.includes(id.toLowerCase());

function fullPage(feed: DeltaFeed, position: Position, names: readonly string[], count: number): Page {
  const value: Json[] = [];
  for (const { place, id, item } of feed.everything(position.next, names)) {
    if (!isWanted(position, id)) continue;
    if (value.length === count) return { value, next: place };
    value.push(item());
  }
  return { value, next: undefined };
}

function changePage(
  feed: DeltaFeed,
  position: Position,
  names: readonly string[],
  { isMinimal, count }: { readonly isMinimal: boolean; readonly count: number },
): Page {
  const value: Json[] = [];
  for (const change of feed.changesSince(position.next)) {
    if (change.version > position.version) break;
    if (!isWanted(position, change.id)) continue;
    if (value.length === count) return { value, next: change.version - 1 };
    const isGone = change.kind === 'removed' || change.kind === 'purged';
    const item = isGone ? undefined : feed.changed(change, names, isMinimal);
    value.push(item ?? feed.removed(change));
  }
  return { value, next: undefined };
}
