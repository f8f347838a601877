import type { TokenSpans } from '../match/token-spans.ts';
import type { Segment } from '../segment/segment.ts';

/** Rounds that one query may need. */
const mostRounds = 16;

/** A number for each document of a segment, which tells how far it has come in a query. Used again from query to query. */
export class VisitedDocuments {
  #numbers = new Uint32Array(0);
  #base = 0;

  /** Begins a query: nobody has been visited. */
  begin(documents: number): void {
    this.#base += mostRounds;
    if (this.#numbers.length >= documents && this.#base < 2 ** 32 - mostRounds) return;
    this.#numbers = new Uint32Array(Math.max(documents, this.#numbers.length));
    this.#base = mostRounds;
  }

  /** Whether it comes for the first time among those that passed so many rounds. */
  isNew(document: number, rounds: number): boolean {
    if ((rounds > 0 || (this.#numbers[document] ?? 0) >= this.#base) && !this.#passed(document, rounds))
      return false;
    this.#numbers[document] = this.#base + mostRounds - 1;
    return true;
  }

  /**
   * Lets those pass a round that have a token of the spans and passed the rounds before. Reading lists one after another is
   * many times faster than looking each document up.
   */
  passRound({ postingStarts, postings }: Segment, { lows, highs }: TokenSpans, round: number): void {
    const numbers = this.#numbers;
    const before = this.#base + round - 1;
    for (let n = 0; n < lows.length; n += 1) {
      const end = postingStarts[highs[n] ?? 0] ?? 0;
      for (let place = postingStarts[lows[n] ?? 0] ?? 0; place < end; place += 1) {
        const document = (postings[place] ?? 0) >>> 8;
        if (round === 1 || numbers[document] === before) numbers[document] = before + 1;
      }
    }
  }

  #passed(document: number, rounds: number): boolean {
    return rounds > 0 && this.#numbers[document] === this.#base + rounds;
  }
}
