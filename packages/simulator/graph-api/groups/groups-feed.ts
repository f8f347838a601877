import type { Group, Groups } from '../../world/groups.ts';
import type { DeltaFeed, FeedChange, Placed } from '../delta/delta-feed.ts';
import { type Json, readNames, showEntity } from '../entities/entity-shape.ts';
import { groupShape } from './group-shape.ts';

/** A place is a group's and a member's at once; no directory has more than four million people. */
const members = 2 ** 22;
/** A group with more comes in several items, as big groups do at Microsoft. */
const membersPerItem = 100;

const typed = (id: string): Json => ({ '@odata.type': '#microsoft.graph.user', id });

/** The groups of the tenant for delta query; who is in them comes as `members@delta`. */
export function groupsFeed(groups: Groups): DeltaFeed {
  const { ledger } = groups;
  return {
    key: 'groups',
    context: 'groups',
    kind: 'directory',
    version: ledger.version,
    readNames(select) {
      const names = readNames(groupShape, select);
      // Without $select the members come along.
      return names.ok && select === null ? { ...names, value: [...names.value, 'members'] } : names;
    },
    *everything(from, names) {
      for (let at = Math.floor(from / members); at < ledger.end; at++) {
        const group = ledger.at(at);
        if (group === undefined) continue;
        const begin = at === Math.floor(from / members) ? from % members : 0;
        yield* itemsOf(groups, group, at, begin, names);
      }
    },
    changesSince: (version) => ledger.changesSince(version),
    changed(change, names, isMinimal) {
      const group = ledger.find(change.id);
      if (group === undefined) return undefined;
      const some = isMinimal && change.kind === 'updated';
      const shown = some ? names.filter((name) => change.properties.includes(name)) : names;
      return {
        ...showEntity(groupShape, group, shown),
        id: group.id,
        ...(names.includes('members') ? membersDelta(groups, group, change) : {}),
      };
    },
    removed: ({ id, kind }) => ({ id, '@removed': { reason: kind === 'purged' ? 'deleted' : 'changed' } }),
  };
}

/** A group with its members, and more of it while there are more. */
function* itemsOf(
  groups: Groups,
  group: Group,
  at: number,
  begin: number,
  names: readonly string[],
): Generator<Placed> {
  const shown = { ...showEntity(groupShape, group, names), id: group.id };
  if (!names.includes('members')) {
    if (begin === 0) yield { place: at * members, id: group.id, item: () => shown };
    return;
  }
  const places = groups.membersOf(group);
  let found: Json[] = [];
  let start = begin;
  for (let place = begin; place < places.end; place++) {
    const person = places.at(place);
    if (person === undefined) continue;
    if (found.length === membersPerItem) {
      const item = { ...shown, 'members@delta': found };
      yield { place: at * members + start, id: group.id, item: () => item };
      [found, start] = [[], place];
    }
    found.push(typed(person.id));
  }
  const last = found.length === 0 ? shown : { ...shown, 'members@delta': found };
  yield { place: at * members + start, id: group.id, item: () => last };
}

function membersDelta(groups: Groups, group: Group, change: FeedChange): Json {
  if (change.kind !== 'updated') {
    const places = groups.membersOf(group);
    const all: Json[] = [];
    for (let place = 0; place < places.end; place++) {
      const person = places.at(place);
      if (person) all.push(typed(person.id));
    }
    return all.length === 0 ? {} : { 'members@delta': all };
  }
  const told = groups.memberChange(change.version);
  if (told === undefined) return {};
  const gone = told.removed.map((id) => ({ ...typed(id), '@removed': { reason: 'deleted' } }));
  return { 'members@delta': [...told.added.map(typed), ...gone] };
}
