import type { SearchDocument } from '../document/search-document.ts';
import { columns, documentFrom } from '../document/stored-document.ts';
import { documentFlag, type Segment } from './segment.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function valueAt(segment: Segment, value: number): string {
  const { valueStarts, valueBytes } = segment;
  return decoder.decode(valueBytes.subarray(valueStarts[value], valueStarts[value + 1]));
}

export function readDocument(segment: Segment, document: number): SearchDocument {
  const { textStarts, textBytes, columnValues, flags } = segment;
  const text = decoder.decode(textBytes.subarray(textStarts[document], textStarts[document + 1]));
  return documentFrom(
    text,
    (column) => valueAt(segment, columnValues[document * columns.length + columns.indexOf(column)] ?? 0),
    ((flags[document] ?? 0) & documentFlag.former) !== 0,
  );
}

export const tokenAt = ({ tokenStarts, tokenUnits }: Segment, token: number): string =>
  String.fromCharCode(...tokenUnits.subarray(tokenStarts[token], tokenStarts[token + 1]));
