/** An array of unsigned 32-bit numbers that grows. */
export class GrowingNumbers {
  #array = new Uint32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#array.length) {
      const larger = new Uint32Array(this.#array.length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.#length] = value;
    this.#length += 1;
  }

  /** Sets bits of a number that is there. */
  addBits(at: number, bits: number): void {
    this.#array[at] = (this.#array[at] ?? 0) | bits;
  }

  /** A view, true until the next push. */
  view(): Uint32Array {
    return this.#array.subarray(0, this.#length);
  }
}

/** Bytes that grow by texts in UTF-8; what is no text, as half of a surrogate pair, becomes U+FFFD. */
export class GrowingBytes {
  readonly #encoder = new TextEncoder();
  #array = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Appends and returns how many bytes there are then. */
  pushText(text: string): number {
    this.#reserve(text.length * 3);
    this.#length += this.#encoder.encodeInto(text, this.#array.subarray(this.#length)).written;
    return this.#length;
  }

  push(byte: number): void {
    this.#reserve(1);
    this.#array[this.#length] = byte;
    this.#length += 1;
  }

  view(): Uint8Array {
    return this.#array.subarray(0, this.#length);
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#array.length) return;
    const larger = new Uint8Array(Math.max(this.#array.length * 2, this.#length + bytes));
    larger.set(this.view());
    this.#array = larger;
  }
}
