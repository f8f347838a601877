import { pipeline, Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { type ContactProblem, contactProblem } from '@switchboard/contract/words/contact-remedies';
import { CsvError, type Parser, parse } from 'csv-parse';
import { ContactFileError } from './contact-file-error.ts';

/** Megabytes of a file: 20,000 contacts, each with a note, have room. */
const largestFile = 24;
/** UTF-16 units of a row, and of a heading in which the separator is looked for. */
const longestRow = 20_000;

/**
 * The rows of a CSV file as they come, the heading first, in UTF-8, apart by commas, semicolons or tabs, whichever the
 * heading has. Throws a {@link ContactFileError}.
 */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const texts = decoded(chunks);
  let head = '';
  while (!/[\r\n]/.test(head) && head.length < longestRow) {
    const next = await texts.next();
    if (next.done === true) break;
    head += next.value;
  }
  const parser = parse({
    delimiter: separatorOf(head),
    relax_column_count: true,
    max_record_size: longestRow,
  });
  // What goes wrong before the parser is handed on by it.
  pipeline(Readable.from(onFrom(head, texts)), parser, () => undefined);
  yield* recordsOf(parser);
}

async function* recordsOf(parser: Parser): AsyncGenerator<readonly string[]> {
  try {
    yield* parser as AsyncIterable<readonly string[]>;
  } catch (error) {
    // Rows that the parser has read and not given out yet are lost, so it says itself how many there were.
    if (error instanceof CsvError)
      throw new ContactFileError(problemOf(error), { cause: error, row: Number(error['records']) + 1 });
    throw error;
  }
}

async function* onFrom(head: string, texts: AsyncIterable<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  yield* texts;
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > largestFile * 1_048_576)
      throw new ContactFileError(contactProblem('fileTooLarge', String(largestFile)));
    yield decode(decoder, chunk);
  }
  yield decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw new ContactFileError(contactProblem('notUtf8'), { cause: error });
  }
}

const separators = [',', ';', '\t'] as const;

function separatorOf(head: string): string {
  const [line = ''] = head.split(/[\r\n]/, 1);
  const count = (separator: string): number => line.split(separator).length;
  return separators.reduce((best, other) => (count(other) > count(best) ? other : best));
}

function problemOf({ code }: CsvError): ContactProblem {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? contactProblem('rowTooLong', String(longestRow))
    : contactProblem('quotesOpen');
}
