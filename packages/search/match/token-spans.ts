import { type Segment, tokenCount } from '../segment/segment.ts';
import { commonness, type Grade, grade } from './match-grade.ts';

/** Runs of tokens that fit a word, each with a grade. Reused from query to query. */
export class TokenSpans {
  readonly lows: number[] = [];
  readonly highs: number[] = [];
  /** Best grade of each token of the segment for this word. */
  grades = new Uint8Array(0);
  #postings = 0;

  /** How many postings the tokens have, about: the price of going through them. */
  get postings(): number {
    return this.#postings;
  }

  /** Begins a new word, in a segment. */
  reset(segment: Segment): void {
    for (let n = 0; n < this.lows.length; n += 1) this.grades.fill(0, this.lows[n], this.highs[n]);
    this.lows.length = 0;
    this.highs.length = 0;
    this.#postings = 0;
    if (this.grades.length < tokenCount(segment)) this.grades = new Uint8Array(tokenCount(segment));
  }

  /** Tokens that are in already keep the better grade. */
  add({ postingStarts }: Segment, low: number, high: number, value: Grade): void {
    let from = low;
    for (let token = low; token <= high; token += 1) {
      const known = token < high ? (this.grades[token] ?? 0) : grade.whole;
      if (token < high && value > known - (known & 15))
        this.grades[token] = value + this.#steps(postingStarts, token, value);
      if (known === 0) continue;
      // Up to here all are new.
      this.#addNew(from, token, (postingStarts[token] ?? 0) - (postingStarts[from] ?? 0));
      from = token + 1;
    }
  }

  /** Only what was not typed as it is spelled is a guess. */
  #steps(postingStarts: Uint32Array, token: number, value: Grade): number {
    if (value > grade.typo) return 0;
    return commonness((postingStarts[token + 1] ?? 0) - (postingStarts[token] ?? 0));
  }

  #addNew(low: number, high: number, postings: number): void {
    if (low >= high) return;
    this.lows.push(low);
    this.highs.push(high);
    this.#postings += postings;
  }
}
