import type { Ledger, LedgerChange } from '../../world/ledger.ts';
import { type EntityShape, type Json, readNames, showEntity } from '../entities/entity-shape.ts';
import type { DeltaFeed, FeedChange } from './delta-feed.ts';

export interface LedgerFeedParts<T extends { readonly id: string }> {
  readonly key: string;
  readonly context: string;
  readonly kind: DeltaFeed['kind'];
  readonly ledger: Ledger<T>;
  readonly shape: EntityShape<T>;
  /** What is shown besides the properties. */
  readonly extra?: (entity: T) => Json;
  /** The world's name of a property in Graph's words; default: the same. */
  readonly graphNames?: (name: string) => readonly string[];
}

/** A ledger for delta query. */
export function ledgerFeed<T extends { readonly id: string }>(parts: LedgerFeedParts<T>): DeltaFeed {
  const { ledger, shape, kind } = parts;
  const graphNames = parts.graphNames ?? ((name: string) => [name]);
  const asFeedChange = (change: LedgerChange): FeedChange => ({
    ...change,
    properties: change.properties.flatMap(graphNames),
  });
  const show = (entity: T, names: readonly string[]): Json => ({
    ...parts.extra?.(entity),
    ...showEntity(shape, entity, names),
    id: entity.id,
  });
  return {
    key: parts.key,
    context: parts.context,
    kind,
    version: ledger.version,
    readNames: (select) => readNames(shape, select),
    *everything(from, names) {
      for (let place = from; place < ledger.end; place++) {
        const entity = ledger.at(place);
        if (entity) yield { place, id: entity.id, item: () => show(entity, names) };
      }
    },
    changesSince: (version) => ledger.changesSince(version).map(asFeedChange),
    changed(change, names, isMinimal) {
      const entity = ledger.find(change.id);
      if (!entity) return undefined;
      const some = isMinimal && change.kind === 'updated';
      return show(entity, some ? names.filter((name) => change.properties.includes(name)) : names);
    },
    removed({ id, kind: how }) {
      if (kind === 'outlook') {
        const type = `#microsoft.graph.${shape.type}`;
        return { '@odata.type': type, id, '@removed': { reason: 'deleted' } };
      }
      return { id, '@removed': { reason: how === 'purged' ? 'deleted' : 'changed' } };
    },
  };
}
