import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Directory } from '../../world/directory.ts';
import type { World } from '../../world/world.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';
import { userJson } from './user-json.ts';
import { readNames } from './user-query.ts';

/** What a token remembers: the options of the first request, and how far the round has come. */
interface Position {
  readonly kind: 'skip' | 'delta';
  readonly select: string | null;
  readonly ids: readonly string[] | null;
  /** The directory's version when the round began. */
  readonly version: number;
  /** In a first round the directory number to go on from, later the change. */
  readonly next: number;
  /** Whether the round lists everybody, not only changes. */
  readonly isFull: boolean;
  readonly madeAt: Instant;
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

/** Query options that the function does not take (graph-contract C.1). */
const refusedOptions = ['$expand', '$top', '$orderby', '$search', '$count'] as const;
const maxFilteredIds = 50;

const bad = (message: string) => refused(refuse(400, 'Request_BadRequest', message));

/** `id eq 'a' or id eq 'b'`. */
function readIds(filter: string | null): Result<readonly string[] | null, GraphReply> {
  if (filter === null) return ok(null);
  const parts = filter.split(/\s+or\s+/i).map((part) => /^\s*id\s+eq\s+'([^']+)'\s*$/i.exec(part)?.[1]);
  if (parts.some((part) => part === undefined))
    return bad("$filter: only id eq '…' or id eq '…' is supported in delta.");
  if (parts.length > maxFilteredIds) return bad(`$filter: at most ${maxFilteredIds} objects can be named.`);
  return ok(parts.map((part) => (part ?? '').toLowerCase()));
}

function firstPosition(world: World, request: GraphRequest): Result<Position, GraphReply> {
  const { query } = request;
  const refusedOption = refusedOptions.find((name) => query.has(name));
  if (refusedOption) return bad(`${refusedOption} is not supported in a delta query.`);
  const ids = readIds(query.get('$filter'));
  if (!ids.ok) return ids;
  const { version } = world.directory;
  const select = query.get('$select');
  return ok({
    kind: 'skip',
    select,
    ids: ids.value,
    version,
    next: 0,
    isFull: true,
    madeAt: world.clock.now(),
  });
}

function expired(request: GraphRequest): GraphReply {
  const location = `${request.baseUrl}/users/delta?$deltatoken=`;
  const message = 'The sync state is too old or unknown. Start again without a token and take everything.';
  return refuse(410, 'syncStateNotFound', message, { location });
}

function readPosition(world: World, request: GraphRequest): Result<Position, GraphReply> {
  const token = request.query.get('$skiptoken') ?? request.query.get('$deltatoken');
  if (token === null || token === '') return firstPosition(world, request);
  if (token.toLowerCase() === 'latest') {
    const first = firstPosition(world, request);
    return first.ok ? ok({ ...first.value, isFull: false, next: world.directory.version }) : first;
  }
  const position = decode(token);
  const oldest = world.clock.now() - world.settings.deltaTokenDays * 86_400_000;
  if (!position || position.madeAt < oldest || position.version > world.directory.version) {
    return refused(expired(request));
  }
  if (position.kind === 'skip') return ok(position);
  // A delta token opens a new round: everything that changed since its version.
  const { version } = world.directory;
  return ok({ ...position, kind: 'skip', isFull: false, next: position.version, version });
}

/** `GET /users/delta`, in each of its three spellings. */
export function usersDelta(world: World, request: GraphRequest): GraphReply {
  const read = readPosition(world, request);
  if (!read.ok) return read.refusal;
  const position = read.value;
  const names = readNames(position.select);
  if (!names.ok) return names.refusal;
  const isMinimal = request.header('prefer')?.includes('return=minimal') ?? false;
  const page = position.isFull
    ? fullPage(world, position, names.value)
    : changePage(world, position, names.value, isMinimal);
  const link =
    page.next === undefined
      ? {
          '@odata.deltaLink': address(request, 'delta', {
            ...position,
            kind: 'delta',
            madeAt: world.clock.now(),
          }),
        }
      : {
          '@odata.nextLink': address(request, 'skip', {
            ...position,
            next: page.next,
            madeAt: world.clock.now(),
          }),
        };
  return reply(200, { '@odata.context': `${request.baseUrl}/$metadata#users`, ...link, value: page.value });
}

const address = (request: GraphRequest, kind: Position['kind'], position: Position): string =>
  `${request.baseUrl}/users/delta?$${kind}token=${encode(position)}`;

interface Page {
  readonly value: readonly unknown[];
  readonly next: number | undefined;
}

const wanted = (position: Position, id: string): boolean =>
  position.ids === null || position.ids.includes(id);

function fullPage(world: World, position: Position, names: readonly string[]): Page {
  const value: unknown[] = [];
  const { directory } = world;
  for (let number = position.next; number < directory.end; number++) {
    const person = directory.at(number);
    if (!person || !wanted(position, person.id)) continue;
    if (value.length === world.settings.deltaPageSize) return { value, next: number };
    value.push({ ...userJson(person, names), id: person.id, ...managerDelta(directory, person.id, names) });
  }
  return { value, next: undefined };
}

function changePage(world: World, position: Position, names: readonly string[], isMinimal: boolean): Page {
  const { directory } = world;
  const changes = directory
    .changesSince(position.next)
    .filter(({ version, personId }) => version <= position.version && wanted(position, personId));
  const value: unknown[] = [];
  for (const change of changes) {
    if (value.length === world.settings.deltaPageSize) return { value, next: change.version - 1 };
    const person = directory.find(change.personId);
    if (!person || change.kind === 'removed' || change.kind === 'purged') {
      const reason = change.kind === 'purged' ? 'deleted' : 'changed';
      value.push({ id: change.personId, '@removed': { reason } });
      continue;
    }
    const touched =
      isMinimal && change.kind === 'updated'
        ? names.filter((name) => isTouched(change.properties, name))
        : names;
    const manager =
      change.kind === 'created' || change.properties.includes('manager')
        ? managerDelta(directory, person.id, names)
        : {};
    value.push({ ...userJson(person, touched), id: person.id, ...manager });
  }
  return { value, next: undefined };
}

/** The world's words for what Graph keeps in lists. */
const isTouched = (properties: readonly string[], name: string): boolean =>
  properties.includes(name) || (name === 'businessPhones' && properties.includes('businessPhone'));

function managerDelta(
  directory: Directory,
  personId: string,
  names: readonly string[],
): Record<string, unknown> {
  if (!names.includes('manager')) return {};
  const manager = directory.managerOf(personId);
  return manager ? { 'manager@delta': [{ '@odata.type': '#microsoft.graph.user', id: manager.id }] } : {};
}
