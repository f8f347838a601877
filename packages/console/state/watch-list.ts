import type { Watch } from '@switchboard/contract/commands/watch';

/** What the contract takes. */
const mostWatched = 200;

/** Tells the server whose presence is on the screen, when that changes. */
export class WatchList {
  readonly #send: (message: Watch) => boolean;
  #told = '';
  #wanted: ReadonlySet<string> = new Set();

  constructor(send: (message: Watch) => boolean) {
    this.#send = send;
  }

  show(personIds: Iterable<string>): void {
    const wanted = Array.from(new Set(personIds)).slice(0, mostWatched);
    this.#wanted = new Set(wanted);
    const key = wanted.toSorted().join('\n');
    if (key !== this.#told && this.#send({ type: 'watch', personIds: wanted })) this.#told = key;
  }

  /** On the screen now. */
  readonly has = (personId: string): boolean => this.#wanted.has(personId);

  /** A new connection knows of no list. */
  reconnected(): void {
    this.#told = '';
  }
}
