import { isParticle } from '../text/particles.ts';
import type { SearchDocument } from './search-document.ts';
import { fieldBit } from './search-field.ts';

/** Before the initials of somebody, to keep them apart from words; sorts before every word. */
export const initialsMark = '\u0001';
/** Initials of one letter are a beginning of any name, those of more than six nobody types. */
const longestInitials = 6;
/** Words of a name that people write as one. */
const mostJoined = 4;

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

type Chunks = readonly NumberedChunk[];

const taken = (sink: WordSink, text: string | undefined): Chunks =>
  text === undefined || text === '' ? [] : chunksOf(text).map((part) => sink.chunk(part));

function addChunks(sink: WordSink, chunks: Chunks, bit: number): void {
  for (const { tokens } of chunks) for (const token of tokens) sink.add(token, bit);
}

/** Adds the words of a text. */
export function addText(sink: WordSink, text: string | undefined, bit: number): void {
  addChunks(sink, taken(sink, text), bit);
}

/** Adds the words of the names, given names and surnames of several words as one too, and initials. Returns how many words the name has. */
export function addNames(sink: WordSink, document: SearchDocument): number {
  const name = taken(sink, document.name);
  const given = taken(sink, document.givenName);
  const surname = taken(sink, document.surname);
  addChunks(sink, name, fieldBit.name);
  addChunks(sink, given, fieldBit.givenName);
  addChunks(sink, surname, fieldBit.surname);
  for (const other of [...(document.alternateNames ?? []), ...(document.nicknames ?? [])]) {
    addText(sink, other, fieldBit.alias);
    addJoined(sink, other, fieldBit.alias);
  }
  addJoined(sink, document.givenName, fieldBit.givenName);
  const hasBoth = given.length > 0 && surname.length > 0;
  const spoken = hasBoth ? '' : inSpokenOrder(document.name);
  addJoined(sink, surname.length > 0 ? document.surname : surnameIn(spoken), fieldBit.surname);
  addInitials(sink, hasBoth ? [...given, ...surname] : taken(sink, spoken));
  return name.reduce((sum, { words }) => sum + words.length, 0);
}

/** `van der Berg` is found as `vanderberg` too. */
function addJoined(sink: WordSink, text: string | undefined, bit: number): void {
  if (text === undefined || !text.includes(' ')) return;
  const parts = chunksOf(text);
  if (parts.length <= mostJoined) addChunks(sink, [sink.chunk(parts.join(''))], bit);
}

/** The last word of a name, with the particles before it. Undefined: without any. */
function surnameIn(spoken: string): string | undefined {
  const parts = chunksOf(spoken);
  const first = parts.findIndex((part, n) => n > 0 && part.length < 8 && isParticle(part.toLowerCase()));
  return first === -1 || first === parts.length - 1 ? undefined : parts.slice(first).join(' ');
}

/** `Vries, Jan de` is spoken as `Jan de Vries`. */
function inSpokenOrder(name: string): string {
  const comma = name.indexOf(',');
  return comma === -1 ? name : `${name.slice(comma + 1).trim()} ${name.slice(0, comma)}`;
}

/** Jan de Vries is `jdv` and `jv`; Anne-Marie Meyer `amm` and `am`. */
function addInitials(sink: WordSink, chunks: Chunks): void {
  let all = '';
  let short = '';
  for (const { initials, words } of chunks) {
    all += initials;
    if (!isParticle(words[0] ?? '')) short += initials.slice(0, 1);
  }
  addInitialsToken(sink, all);
  if (short !== all) addInitialsToken(sink, short);
}

function addInitialsToken(sink: WordSink, initials: string): void {
  if (initials.length < 2 || initials.length > longestInitials) return;
  sink.add(sink.token(initialsMark + initials), fieldBit.name);
}

/** The words of a mail address before the @, which are often a name; numbers there tell apart and are not searched. */
export const mailWords = (mail: string): string =>
  mail
    .slice(0, 64)
    .replace(/@.*$/su, '')
    .replace(/[\d._+-]+/g, ' ')
    .trim();
