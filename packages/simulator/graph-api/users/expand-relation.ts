import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Directory } from '../../world/directory.ts';
import { directoryRefusal, type Json, readNames, showEntity } from '../entities/entity-shape.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { option } from '../wire/query-options.ts';
import type { GraphReply } from '../wire/reply.ts';
import { userShape } from './user-shape.ts';

/** `manager` or `manager($select=id,displayName)`. */
const expandPattern = /^manager(?:\(\s*\$select\s*=\s*([^)]*)\))?$/i;

/** Which properties of the manager are wanted; undefined: none. */
export function readExpand(request: GraphRequest): Result<readonly string[] | undefined, GraphReply> {
  const text = option(request, '$expand');
  if (text === null) return ok(undefined);
  const match = expandPattern.exec(text.trim());
  if (!match) return refused(directoryRefusal(`$expand: only manager can be expanded, not '${text}'.`));
  return readNames(userShape, match[1] ?? null);
}

export function managerOf(
  directory: Directory,
  personId: string,
  names: readonly string[] | undefined,
): Json {
  const manager = names === undefined ? undefined : directory.managerOf(personId);
  if (manager === undefined || names === undefined) return {};
  return { manager: { '@odata.type': '#microsoft.graph.user', ...showEntity(userShape, manager, names) } };
}
