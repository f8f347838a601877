/** The best documents of a segment so far: higher scores first, of equal ones the lower number, which is the name. */
export class TopList {
  readonly documents: number[] = [];
  readonly scores: number[] = [];
  readonly #capacity: number;
  #worstScore = Number.NEGATIVE_INFINITY;
  #worstDocument = Number.POSITIVE_INFINITY;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Whether a document with this score would come in. */
  admits(document: number, score: number): boolean {
    return score > this.#worstScore || (score === this.#worstScore && document < this.#worstDocument);
  }

  /** Takes a document at its best score; one that is in at a better score stays as it is. */
  offer(document: number, score: number): void {
    if (!this.admits(document, score)) return;
    const known = this.documents.indexOf(document);
    if (known !== -1) {
      if ((this.scores[known] ?? 0) >= score) return;
      this.documents.splice(known, 1);
      this.scores.splice(known, 1);
    }
    let place = this.documents.length;
    while (place > 0 && this.#isBefore(document, score, place - 1)) place -= 1;
    this.documents.splice(place, 0, document);
    this.scores.splice(place, 0, score);
    if (this.documents.length > this.#capacity) {
      this.documents.pop();
      this.scores.pop();
    }
    if (this.documents.length === this.#capacity) {
      this.#worstScore = this.scores.at(-1) ?? 0;
      this.#worstDocument = this.documents.at(-1) ?? 0;
    }
  }

  #isBefore(document: number, score: number, place: number): boolean {
    const other = this.scores[place] ?? 0;
    return score > other || (score === other && document < (this.documents[place] ?? 0));
  }
}
