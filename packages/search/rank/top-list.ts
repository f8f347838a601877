import { lowerBound } from '../segment/lower-bound.ts';

/** The best documents of a segment so far: higher scores first, of equal ones the lower number, which is the name. */
export class TopList {
  readonly documents: number[] = [];
  readonly scores: number[] = [];
  readonly #scoreOf = new Map<number, number>();
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
    const known = this.#scoreOf.get(document);
    if (known !== undefined) {
      if (known >= score) return;
      this.#takeOut(this.#placeOf(document, known));
    }
    const place = this.#placeOf(document, score);
    this.documents.splice(place, 0, document);
    this.scores.splice(place, 0, score);
    this.#scoreOf.set(document, score);
    if (this.documents.length > this.#capacity) this.#takeOut(this.#capacity);
    if (this.documents.length === this.#capacity) {
      this.#worstScore = this.scores.at(-1) ?? 0;
      this.#worstDocument = this.documents.at(-1) ?? 0;
    }
  }

  #takeOut(place: number): void {
    const [document] = this.documents.splice(place, 1);
    this.scores.splice(place, 1);
    if (document !== undefined) this.#scoreOf.delete(document);
  }

  /** The first place whose document does not come before this one. */
  #placeOf(document: number, score: number): number {
    return lowerBound(0, this.documents.length, (place) => {
      const other = this.scores[place] ?? 0;
      return other > score || (other === score && (this.documents[place] ?? 0) < document);
    });
  }
}
