import type { Operator } from '@switchboard/domain/operator/operator';

/** A console that follows the feed. */
export interface FeedListener {
  readonly operator: Operator;
  send(frame: string): void;
}
