import type { Directory, DirectoryChange } from '../../world/directory.ts';
import type { DeltaFeed, FeedChange } from '../delta/delta-feed.ts';
import { type Json, readNames, showEntity } from '../entities/entity-shape.ts';
import { userPropertiesOf, userShape } from './user-shape.ts';

const asFeedChange = ({ version, kind, personId, properties }: DirectoryChange): FeedChange => ({
  version,
  kind,
  id: personId,
  properties: userPropertiesOf(properties),
});

/** The people of the tenant for delta query; a manager comes as `manager@delta`. */
export function usersFeed(directory: Directory): DeltaFeed {
  const managerDelta = (personId: string, names: readonly string[]): Json => {
    const manager = names.includes('manager') ? directory.managerOf(personId) : undefined;
    return manager ? { 'manager@delta': [{ '@odata.type': '#microsoft.graph.user', id: manager.id }] } : {};
  };
  return {
    key: 'users',
    context: 'users',
    kind: 'directory',
    version: directory.version,
    readNames: (select) => readNames(userShape, select),
    *everything(from, names) {
      for (let place = from; place < directory.end; place++) {
        const person = directory.at(place);
        if (!person) continue;
        const item = (): Json => ({
          ...showEntity(userShape, person, names),
          id: person.id,
          ...managerDelta(person.id, names),
        });
        yield { place, id: person.id, item };
      }
    },
    changesSince: (version) => directory.changesSince(version).map(asFeedChange),
    changed(change, names, isMinimal) {
      const person = directory.find(change.id);
      if (!person) return undefined;
      const isNew = change.kind !== 'updated';
      const shown = isMinimal && !isNew ? names.filter((name) => change.properties.includes(name)) : names;
      const hasManager = isNew || change.properties.includes('manager');
      return {
        ...showEntity(userShape, person, shown),
        id: person.id,
        ...(hasManager ? managerDelta(person.id, names) : {}),
      };
    },
    removed: ({ id, kind }) => ({ id, '@removed': { reason: kind === 'purged' ? 'deleted' : 'changed' } }),
  };
}
