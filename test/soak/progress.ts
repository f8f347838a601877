/** Shows on standard error how far it is: over the same line on a terminal, else a line now and then. */
export class Progress {
  readonly #startedAt = Date.now();
  readonly #every: number;
  readonly #isTerminal = process.stderr.isTTY;
  readonly #timer: NodeJS.Timeout;

  /** @param every milliseconds between lines where there is no terminal */
  constructor(line: () => string, every = 5_000) {
    this.#every = this.#isTerminal ? 500 : every;
    this.#timer = setInterval(() => this.#show(line()), this.#every);
  }

  /** Whole seconds since the beginning, at least one. */
  get seconds(): number {
    return Math.max(1, Math.round((Date.now() - this.#startedAt) / 1_000));
  }

  end(): void {
    clearInterval(this.#timer);
    if (this.#isTerminal) process.stderr.write('\r\u001B[K');
  }

  #show(line: string): void {
    process.stderr.write(this.#isTerminal ? `\r\u001B[K${line}` : `${line}\n`);
  }
}

/** 1234567 as `1,234,567`. */
export const grouped = (value: number): string => Math.round(value).toLocaleString('en-GB');
