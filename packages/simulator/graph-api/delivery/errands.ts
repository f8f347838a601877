/** Work of the network that is under way, so that a test can wait for all of it instead of sleeping. */
export class Errands {
  readonly #running = new Set<Promise<unknown>>();

  /** @param errand handles its own failures */
  run<T>(errand: Promise<T>): Promise<T> {
    this.#running.add(errand);
    const done = (): void => {
      this.#running.delete(errand);
    };
    errand.then(done, done);
    return errand;
  }

  /** Resolves when nothing is under way, what the last errand started included. */
  async settled(): Promise<void> {
    do {
      await Promise.allSettled(this.#running);
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#running.size > 0);
  }
}
