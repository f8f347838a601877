import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';
import type { Store } from '../access/store.ts';

/** A database that does what it is asked for while the connection breaks before the answer, where a test wants it. */
export interface BreakingStore {
  readonly store: Store;
  /** The answer to the next statement that gives somebody an effect is lost. */
  breakNext(): void;
}

export function breakingStore(store: Store): BreakingStore {
  let breaks = false;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => node,
    transformResult({ result }: PluginTransformResultArgs) {
      const isCommit = result.rows.some((row) => 'is_claimed' in row || 'claimed' in row);
      if (!breaks || !isCommit) return Promise.resolve(result);
      breaks = false;
      return Promise.reject(new Error('Connection terminated unexpectedly'));
    },
  };
  return {
    store: store.withPlugin(plugin),
    breakNext: () => {
      breaks = true;
    },
  };
}
