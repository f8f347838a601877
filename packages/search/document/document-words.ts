import { isParticle } from '../text/particles.ts';
import type { SearchDocument } from './search-document.ts';
import { fieldBit } from './search-field.ts';

/** Before the initials of somebody, to keep them apart from words; sorts before every word. */
export const initialsMark = '\u0001';
/** Initials of one letter are a beginning of any name, those of more than six nobody types. */
const longestInitials = 6;

/** A run of a text without spaces, its forms by their numbers. */
export interface NumberedChunk {
  readonly tokens: readonly number[];
  readonly initials: string;
  readonly words: readonly string[];
}

/** Takes what a document is found by. */
export interface WordSink {
  chunk(text: string): NumberedChunk;
  token(form: string): number;
  add(token: number, bit: number): void;
}

/** Other spaces than the usual one are seen by whoever takes a chunk apart. */
const chunksOf = (text: string): readonly string[] => text.split(' ');

/** Adds the words of a text. */
export function addText(sink: WordSink, text: string | undefined, bit: number): void {
  if (text === undefined) return;
  for (const part of chunksOf(text)) for (const token of sink.chunk(part).tokens) sink.add(token, bit);
}

/** Adds the words of the names, surnames of several words as one too, and initials. Returns how many words the name has. */
export function addNames(sink: WordSink, document: SearchDocument): number {
  addText(sink, document.name, fieldBit.name);
  addText(sink, document.givenName, fieldBit.givenName);
  addText(sink, document.surname, fieldBit.surname);
  for (const name of [...(document.alternateNames ?? []), ...(document.nicknames ?? [])]) {
    addText(sink, name, fieldBit.alias);
    addJoined(sink, name, fieldBit.alias);
  }
  addJoined(sink, document.surname ?? surnameIn(document.name), fieldBit.surname);
  const parts = [document.givenName, document.surname].filter((part) => part !== undefined && part !== '');
  const whole = parts.length === 2 ? parts.join(' ') : inSpokenOrder(document.name);
  addInitials(sink, whole);
  return chunksOf(document.name).reduce((sum, part) => sum + sink.chunk(part).words.length, 0);
}

/** `van der Berg` is found as `vanderberg` too. */
function addJoined(sink: WordSink, text: string | undefined, bit: number): void {
  if (text === undefined || !text.includes(' ')) return;
  const parts = chunksOf(text);
  if (parts.length > 4) return;
  for (const token of sink.chunk(parts.join('')).tokens) sink.add(token, bit);
}

/** The last word of a name, with the particles before it. Undefined: without any. */
function surnameIn(name: string): string | undefined {
  const parts = chunksOf(inSpokenOrder(name));
  const first = parts.findIndex((part, n) => n > 0 && part.length < 8 && isParticle(part.toLowerCase()));
  return first === -1 || first === parts.length - 1 ? undefined : parts.slice(first).join(' ');
}

/** `Vries, Jan de` is spoken as `Jan de Vries`. */
function inSpokenOrder(name: string): string {
  const comma = name.indexOf(',');
  return comma === -1 ? name : `${name.slice(comma + 1).trim()} ${name.slice(0, comma)}`;
}

/** Jan de Vries is `jdv` and `jv`; Anne-Marie Meyer `amm` and `am`. */
function addInitials(sink: WordSink, name: string): void {
  let all = '';
  let short = '';
  for (const part of chunksOf(name)) {
    const { initials, words } = sink.chunk(part);
    all += initials;
    if (!isParticle(words[0] ?? '')) short += initials.slice(0, 1);
  }
  for (const initials of new Set([all, short])) {
    if (initials.length >= 2 && initials.length <= longestInitials)
      sink.add(sink.token(initialsMark + initials), fieldBit.name);
  }
}

/** The words of a mail address before the @, which are often a name; numbers there tell apart and are not searched. */
export const mailWords = (mail: string): string =>
  mail
    .slice(0, 64)
    .replace(/@.*$/su, '')
    .replace(/[\d._+-]+/g, ' ')
    .trim();
