/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export type Cancel = () => void;

/** Time, as an argument. Nothing of ours reads the machine's clock but through one of these. */
export interface Clock {
  now(): Instant;
  /** Runs `task` once, `milliseconds` from now at the earliest. */
  after(milliseconds: number, task: () => void): Cancel;
}

/** What a platform offers to build a clock from. */
export interface Timers<Handle> {
  readonly now: () => number;
  readonly setTimeout: (task: () => void, milliseconds: number) => Handle;
  readonly clearTimeout: (handle: Handle) => void;
}

/** The longest delay that `setTimeout` takes before it fires at once (2^31 - 1 ms, about 24.8 days). */
const longestDelay = 2_147_483_647;

export function createClock<Handle>(timers: Timers<Handle>): Clock {
  return {
    now: timers.now,
    after(milliseconds, task) {
      const handle = timers.setTimeout(task, Math.min(Math.max(0, milliseconds), longestDelay));
      return () => timers.clearTimeout(handle);
    },
  };
}

/** A clock that stands still until it is told to move. */
export class ManualClock implements Clock {
  #now: Instant;
  #order = 0;
  readonly #tasks = new Map<number, { readonly due: Instant; readonly task: () => void }>();

  constructor(start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  after(milliseconds: number, task: () => void): Cancel {
    const id = this.#order++;
    this.#tasks.set(id, { due: this.#now + Math.max(0, milliseconds), task });
    return () => {
      this.#tasks.delete(id);
    };
  }

  /** When the next task is due, if there is one. */
  nextDue(): Instant | undefined {
    let earliest: Instant | undefined;
    for (const { due } of this.#tasks.values()) {
      if (earliest === undefined || due < earliest) earliest = due;
    }
    return earliest;
  }

  /** Moves time on and runs what falls due, each task at its own moment, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#next(end);
      if (next === undefined) break;
      const [id, { due, task }] = next;
      this.#tasks.delete(id);
      this.#now = Math.max(this.#now, due);
      task();
    }
    this.#now = end;
  }

  /** Moves time on while nothing runs, as on a machine that sleeps: what fell due runs late, with the next advance. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  #next(end: Instant): [number, { readonly due: Instant; readonly task: () => void }] | undefined {
    let best: [number, { readonly due: Instant; readonly task: () => void }] | undefined;
    for (const entry of this.#tasks) {
      if (entry[1].due > end) continue;
      if (best === undefined || entry[1].due < best[1].due) best = entry;
    }
    return best;
  }
}
