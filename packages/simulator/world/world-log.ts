import type { Clock, Instant } from '@switchboard/kit/clock';

export interface LogEntry {
  readonly sequence: number;
  readonly at: Instant;
  /** What part of the world speaks: `caller`, `client`, `notification`, `request`, … */
  readonly topic: string;
  readonly message: string;
  readonly conversationId: string | null;
}

/** Older entries are dropped: enough for an afternoon at the telephone page, small enough for a long load run. */
const capacity = 2_000;

/** What happened, in sentences, for the pages and for whoever wonders why a test failed. */
export class WorldLog {
  readonly #clock: Clock;
  readonly #entries: LogEntry[] = [];
  readonly #onAdd: () => void;
  #sequence = 0;

  constructor(clock: Clock, onAdd: () => void) {
    this.#clock = clock;
    this.#onAdd = onAdd;
  }

  add(topic: string, message: string, conversationId: string | null = null): void {
    this.#entries.push({ sequence: ++this.#sequence, at: this.#clock.now(), topic, message, conversationId });
    if (this.#entries.length > capacity) this.#entries.shift();
    this.#onAdd();
  }

  since(sequence: number): readonly LogEntry[] {
    return this.#entries.filter((entry) => entry.sequence > sequence);
  }
}
