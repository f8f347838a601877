import { ok, type Result, refused } from '@switchboard/kit/result';
import { maxPresences } from '../presence/presence-routes.ts';

/** What a subscription watches. `ids` null: everybody. */
export type Watched =
  | { readonly kind: 'presence'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'users' | 'groups'; readonly ids: ReadonlySet<string> | null };

const listPattern = /^communications\/presences\?\$filter=id in \((.*)\)$/i;

/** Reads the resource of a subscription; those of calls, mail and the rest are not simulated. */
export function readResource(resource: string): Result<Watched, string> {
  const path = resource.replace(/^\//, '').replace(/^v1\.0\//, '');
  const single = /^communications\/presences\/([^/?]+)$/i.exec(path)?.[1];
  if (single) return ok({ kind: 'presence', ids: new Set([single.toLowerCase()]) });
  const list = listPattern.exec(decodeURI(path))?.[1];
  if (list !== undefined) {
    const ids = new Set(list.split(',').map((part) => part.trim().replace(/^'|'$/g, '').toLowerCase()));
    if (ids.size > maxPresences) return refused(`resource: at most ${maxPresences} users can be watched.`);
    return ids.has('') ? refused('resource: an id is empty.') : ok({ kind: 'presence', ids });
  }
  const [, set, id] = /^(users|groups)(?:\/([^/?]+))?$/i.exec(path) ?? [];
  if (set !== undefined) {
    const kind = set.toLowerCase() === 'users' ? 'users' : 'groups';
    return ok({ kind, ids: id === undefined ? null : new Set([id.toLowerCase()]) });
  }
  return refused(
    `resource: '${resource}' cannot be watched here; /communications/presences?$filter=id in ('…'), users, groups and one of either can.`,
  );
}

/** Longest lives in minutes (https://learn.microsoft.com/graph/api/resources/subscription, read 2026-11-23). */
export const maxMinutes = (watched: Watched): number => (watched.kind === 'presence' ? 60 : 41_760);
