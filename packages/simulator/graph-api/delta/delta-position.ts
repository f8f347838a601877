import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { WorldSettings } from '../../world/settings.ts';
import { directoryRefusal, outlookRefusal } from '../entities/entity-shape.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { option, strangeOption } from '../wire/query-options.ts';
import { type GraphReply, refuse } from '../wire/reply.ts';
import type { DeltaFeed, RoundFate } from './delta-feed.ts';

/** What a token remembers: the options of the first request, and how far the round has come. */
export interface Position {
  readonly of: string;
  readonly kind: 'skip' | 'delta';
  readonly select: string | null;
  readonly ids: readonly string[] | null;
  /** The feed's version when the round began. */
  readonly version: number;
  /** In a first round the place to go on from, later the change. */
  readonly next: number;
  /** Whether the round lists everything, not only changes. */
  readonly isFull: boolean;
  readonly madeAt: Instant;
}

export interface PositionParts {
  readonly now: Instant;
  readonly settings: WorldSettings;
  readonly fate: () => RoundFate;
}

const encode = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

function decode(token: string): Position | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return typeof read === 'object' && read !== null && 'version' in read ? (read as Position) : undefined;
  } catch {
    // Whatever cannot be read is answered like a token that is too old.
    return undefined;
  }
}

/** The path under the function's first name, whichever the request used. */
const deltaPath = (request: GraphRequest): string =>
  request.path.replace(/\/(?:microsoft\.graph\.)?delta(?:\(\))?$/i, '/delta');

export function deltaAddress(request: GraphRequest, feed: DeltaFeed, position: Position): string {
  const { kind } = position;
  const name = feed.kind === 'outlook' ? `$${kind}Token` : `$${kind}token`;
  return `${request.baseUrl}${deltaPath(request)}?${name}=${encode(position)}`;
}

/** Directory objects take 50 ids in a filter (graph-contract C.1). */
const maxFilteredIds = 50;

const firstOptions = ['$select', '$filter', '$deltatoken', '$skiptoken'];

const bad = (feed: DeltaFeed, message: string) =>
  refused(feed.kind === 'outlook' ? outlookRefusal(message) : directoryRefusal(message));

/** `id eq 'a' or id eq 'b'`. */
function readIds(feed: DeltaFeed, filter: string | null): Result<readonly string[] | null, GraphReply> {
  if (filter === null) return ok(null);
  if (feed.kind === 'outlook') return bad(feed, '$filter is not supported with change tracking.');
  const parts = filter.split(/\s+or\s+/i).map((part) => /^\s*id\s+eq\s+'([^']+)'\s*$/i.exec(part)?.[1]);
  if (parts.some((part) => part === undefined))
    return bad(feed, "$filter: only id eq '…' or id eq '…' is supported in delta.");
  if (parts.length > maxFilteredIds)
    return bad(feed, `$filter: at most ${maxFilteredIds} objects can be named.`);
  return ok(parts.map((part) => (part ?? '').toLowerCase()));
}

function firstPosition(feed: DeltaFeed, request: GraphRequest, now: Instant): Result<Position, GraphReply> {
  const strange = strangeOption(request, firstOptions);
  if (strange !== undefined) return bad(feed, `${strange} is not supported in a delta query.`);
  const ids = readIds(feed, option(request, '$filter'));
  if (!ids.ok) return ids;
  return ok({
    of: feed.key,
    kind: 'skip',
    select: option(request, '$select'),
    ids: ids.value,
    version: feed.version,
    next: 0,
    isFull: true,
    madeAt: now,
  });
}

function gone(feed: DeltaFeed, request: GraphRequest, code: string): GraphReply {
  const name = feed.kind === 'outlook' ? '$deltaToken' : '$deltatoken';
  const message = 'The sync state is too old or unknown. Start again without a token and take everything.';
  return refuse(410, code, message, { location: `${request.baseUrl}${deltaPath(request)}?${name}=` });
}

export function readPosition(
  feed: DeltaFeed,
  request: GraphRequest,
  parts: PositionParts,
): Result<Position, GraphReply> {
  const { now, settings } = parts;
  const token = option(request, '$skiptoken') ?? option(request, '$deltatoken');
  if (token === null || token === '') return firstPosition(feed, request, now);
  if (token.toLowerCase() === 'latest') {
    const first = firstPosition(feed, request, now);
    return first.ok ? ok({ ...first.value, isFull: false, next: feed.version }) : first;
  }
  const position = decode(token);
  const days = feed.kind === 'outlook' ? settings.outlookTokenDays : settings.deltaTokenDays;
  const isKnown = position !== undefined && position.of === feed.key && position.version <= feed.version;
  if (!isKnown || position.madeAt < now - days * 86_400_000)
    return refused(gone(feed, request, 'syncStateNotFound'));
  if (position.kind === 'skip') return ok(position);
  const fate = parts.fate();
  if (fate.refused !== undefined) return refused(gone(feed, request, fate.refused));
  // A delta token opens a new round: everything that changed since its version.
  const next = Math.max(0, position.version - fate.again);
  return ok({ ...position, kind: 'skip', isFull: false, next, version: feed.version });
}
