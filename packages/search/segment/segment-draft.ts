import { assert } from '@switchboard/kit/assert';
import {
  addNames,
  addText,
  mailWords,
  type NumberedChunk,
  type WordSink,
} from '../document/document-words.ts';
import { nameKey } from '../document/name-order.ts';
import type { SearchDocument } from '../document/search-document.ts';
import { fieldBit } from '../document/search-field.ts';
import { bounded, type Column, columns, storedText } from '../document/stored-document.ts';
import { phoneDigits } from '../text/phone-digits.ts';
import { chunkOf } from '../text/word-forms.ts';
import { GrowingBytes, GrowingNumbers } from './growing-array.ts';
import { documentFlag, mostInSegment } from './segment.ts';

const bitOfColumn: Readonly<Record<Column, number>> = {
  source: 0,
  department: fieldBit.work,
  jobTitle: fieldBit.work,
  organisation: fieldBit.work,
  office: fieldBit.place,
  city: fieldBit.place,
};

/** After each number in `phoneDigits`. */
export const numberEnd = 10;

/** Chunks that are remembered; names repeat, so most are seen before. */
const mostChunks = 400_000;

/** Documents on their way into a segment: taken apart, in the order in which they came. */
export class SegmentDraft {
  readonly tokens: string[] = [];
  /** All fields in which a token occurs. */
  readonly tokenFields: number[] = [];
  readonly forwardStarts = new GrowingNumbers();
  readonly forward = new GrowingNumbers();
  readonly textStarts = new GrowingNumbers();
  readonly text = new GrowingBytes();
  readonly phoneStarts = new GrowingNumbers();
  readonly phones = new GrowingBytes();
  readonly columnValues = new GrowingNumbers();
  readonly values: string[] = [];
  readonly nameKeys: number[] = [];
  readonly nameWords: number[] = [];
  readonly flags: number[] = [];

  readonly #tokenNumbers = new Map<string, number>();
  readonly #valueNumbers = new Map<string, number>();
  readonly #valueTokens: (readonly number[])[] = [];
  readonly #chunks = new Map<string, NumberedChunk>();
  /** By token: the last document that has it, and its place in the forward list. */
  readonly #lastOwner: number[] = [];
  readonly #lastPlace: number[] = [];
  readonly #sink: WordSink = {
    chunk: (text) => this.#chunk(text),
    token: (form) => this.#tokenNumber(form),
    add: (token, bit) => this.#addToken(token, bit),
  };

  get size(): number {
    return this.flags.length;
  }

  add(document: SearchDocument): void {
    assert(this.size < mostInSegment, 'a segment has room for the document');
    this.forwardStarts.push(this.forward.length);
    this.textStarts.push(this.text.length);
    this.phoneStarts.push(this.phones.length);
    const words = addNames(this.#sink, document);
    for (const task of document.tasks ?? []) addText(this.#sink, task, fieldBit.tasks);
    if (document.mail !== undefined) addText(this.#sink, mailWords(document.mail), fieldBit.mail);
    for (const column of columns) this.#addColumn(document[column] ?? '', bitOfColumn[column]);
    for (const phone of document.phones ?? []) this.#addPhone(phone);
    this.text.pushText(storedText(document));
    this.nameKeys.push(nameKey(document.name));
    this.nameWords.push(Math.min(words, 255));
    this.flags.push(document.isFormer === true ? documentFlag.former : 0);
  }

  #chunk(text: string): NumberedChunk {
    const known = this.#chunks.get(text);
    if (known !== undefined) return known;
    const { forms, initials, words } = chunkOf(text);
    const chunk = { tokens: forms.map((form) => this.#tokenNumber(form)), initials, words };
    if (this.#chunks.size >= mostChunks) this.#chunks.clear();
    this.#chunks.set(text, chunk);
    return chunk;
  }

  #tokenNumber(form: string): number {
    const known = this.#tokenNumbers.get(form);
    if (known !== undefined) return known;
    const number = this.tokens.length;
    assert(number < mostInSegment, 'a segment has room for the token');
    this.#tokenNumbers.set(form, number);
    this.tokens.push(form);
    this.tokenFields.push(0);
    this.#lastOwner.push(-1);
    this.#lastPlace.push(0);
    return number;
  }

  #addToken(token: number, bit: number): void {
    this.tokenFields[token] = (this.tokenFields[token] ?? 0) | bit;
    if (this.#lastOwner[token] === this.size) {
      this.forward.addBits(this.#lastPlace[token] ?? 0, bit);
      return;
    }
    this.#lastOwner[token] = this.size;
    this.#lastPlace[token] = this.forward.length;
    this.forward.push((token << 8) | bit);
  }

  #addColumn(value: string, bit: number): void {
    let number = this.#valueNumbers.get(value);
    if (number === undefined) {
      number = this.values.length;
      this.#valueNumbers.set(value, number);
      const stored = bounded(value);
      this.values.push(stored);
      const tokens = bit === 0 ? [] : stored.split(' ').flatMap((part) => this.#chunk(part).tokens);
      this.#valueTokens.push([...new Set(tokens)]);
    }
    this.columnValues.push(number);
    if (bit !== 0) for (const token of this.#valueTokens[number] ?? []) this.#addToken(token, bit);
  }

  #addPhone(phone: string): void {
    const digits = phoneDigits(phone.slice(0, 64));
    if (digits === '') return;
    for (let n = 0; n < digits.length; n += 1) this.phones.push(digits.charCodeAt(n) - 48);
    this.phones.push(numberEnd);
  }
}
