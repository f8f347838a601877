/** A turn of background work, in milliseconds: a query that comes meanwhile waits so long at most. */
const turn = 3;

interface Job {
  readonly steps: Generator<void, unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The order of work in the thread: queries first, one at a time, with a look at newer messages in between; then a turn of
 * the oldest background job.
 */
export class WorkQueue {
  readonly #urgent: (() => void)[] = [];
  readonly #jobs: Job[] = [];
  #isPlanned = false;

  get isIdle(): boolean {
    return this.#urgent.length === 0 && this.#jobs.length === 0;
  }

  /** Runs a short task as soon as possible. It must not throw. */
  urgent(task: () => void): void {
    this.#urgent.push(task);
    this.#plan();
  }

  /** Runs a long task step by step, after those that were added before. */
  background<T>(steps: Generator<void, T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#jobs.push({ steps, done: resolve as (result: unknown) => void, failed: reject });
    this.#plan();
    return promise;
  }

  #plan(): void {
    if (this.#isPlanned || this.isIdle) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      const task = this.#urgent.shift();
      if (task !== undefined) task();
      else this.#backgroundTurn();
      this.#plan();
    });
  }

  #backgroundTurn(): void {
    const [job] = this.#jobs;
    if (job === undefined) return;
    const until = performance.now() + turn;
    try {
      do {
        const step = job.steps.next();
        if (step.done !== true) continue;
        this.#jobs.shift();
        job.done(step.value);
        return;
      } while (performance.now() < until);
    } catch (error) {
      this.#jobs.shift();
      job.failed(error);
    }
  }
}
