import type { Result } from '@switchboard/kit/result';
import type { Json } from '../entities/entity-shape.ts';
import type { GraphReply } from '../wire/reply.ts';

export interface FeedChange {
  /** Rises by one with each change; the first is 1. */
  readonly version: number;
  readonly kind: 'created' | 'updated' | 'removed' | 'purged' | 'restored';
  readonly id: string;
  /** Names of the changed properties as Graph calls them; empty where the whole is new. */
  readonly properties: readonly string[];
}

/** One object of a first round, and where it stands. */
export interface Placed {
  readonly place: number;
  readonly id: string;
  readonly item: () => Json;
}

/** Something whose changes can be followed by delta query. */
export interface DeltaFeed {
  /** What tokens are bound to: one of another feed is as unknown as one too old. */
  readonly key: string;
  /** Behind `$metadata#`. */
  readonly context: string;
  readonly kind: 'directory' | 'outlook';
  /** Of the last change; 0 before the first. */
  readonly version: number;
  readNames(select: string | null): Result<readonly string[], GraphReply>;
  /** What is there now, from a place on. */
  everything(from: number, names: readonly string[]): Iterable<Placed>;
  changesSince(version: number): readonly FeedChange[];
  /** A changed object as it is now; undefined when it is gone. `isMinimal`: only what the change touched. */
  changed(change: FeedChange, names: readonly string[], isMinimal: boolean): Json | undefined;
  removed(change: FeedChange): Json;
}

/** What chance has in store for a round that begins with a token. */
export interface RoundFate {
  /** The token is refused with 410 and this code. */
  readonly refused?: 'syncStateNotFound' | 'resyncRequired';
  /** So many changes of rounds before come again. */
  readonly again: number;
}
