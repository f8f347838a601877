import { ok, type Result, refused } from '@switchboard/kit/result';
import { type GraphReply, refuse } from '../wire/reply.ts';

/** How one kind of Graph's entities is read from what the world knows. */
export interface EntityShape<T> {
  /** `user`, without `microsoft.graph.` */
  readonly type: string;
  readonly properties: Readonly<Record<string, (entity: T) => unknown>>;
  /** What Graph answers without `$select`. */
  readonly defaults: readonly string[];
  /** May be named in `$select` of a delta, and is answered by the caller. */
  readonly relations: readonly string[];
  /** What can be filtered by without an advanced query. */
  readonly indexed: ReadonlySet<string>;
  readonly ordered: readonly string[];
  /** Texts whose words are searched one by one; others by their beginning. */
  readonly tokenised: readonly string[];
  readonly refuse: (message: string) => GraphReply;
}

export type Json = Readonly<Record<string, unknown>>;

export const directoryRefusal = (message: string): GraphReply => refuse(400, 'Request_BadRequest', message);
export const outlookRefusal = (message: string): GraphReply => refuse(400, 'ErrorInvalidProperty', message);

export const words = (text: string): string[] => text.split(',').map((word) => word.trim());

/** The property's own spelling, or undefined where there is none of that name. */
export function propertyOf<T>(shape: EntityShape<T>, name: string): string | undefined {
  if (name in shape.properties) return name;
  const key = name.toLowerCase();
  return Object.keys(shape.properties).find((known) => known.toLowerCase() === key);
}

export const readProperty = <T>(shape: EntityShape<T>, entity: T, name: string): unknown =>
  shape.properties[name]?.(entity) ?? null;

/** The names in `$select`, in their own spelling; all defaults without one. */
export function readNames<T>(
  shape: EntityShape<T>,
  select: string | null,
): Result<readonly string[], GraphReply> {
  const asked = words(select ?? '').filter(Boolean);
  if (asked.length === 0) return ok(shape.defaults);
  const names: string[] = [];
  for (const name of asked) {
    const relation = shape.relations.find((known) => known.toLowerCase() === name.toLowerCase());
    const known = propertyOf(shape, name) ?? relation;
    if (known === undefined) {
      return refused(
        shape.refuse(`Could not find a property named '${name}' on type 'microsoft.graph.${shape.type}'.`),
      );
    }
    names.push(known);
  }
  return ok(names);
}

/** The named properties; relations are left to the caller. */
export function showEntity<T>(shape: EntityShape<T>, entity: T, names: readonly string[]): Json {
  const shown: Record<string, unknown> = {};
  for (const name of names) {
    const read = shape.properties[name];
    if (read !== undefined) shown[name] = read(entity) ?? null;
  }
  return shown;
}
