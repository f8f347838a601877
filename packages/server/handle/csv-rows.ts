import { stringify } from 'csv-stringify/sync';

/** By it spreadsheets know that the file is in UTF-8. */
const byteOrderMark = '\ufeff';

/** The beginning of a file: its columns. */
export const csvHead = (columns: readonly string[]): string => `${byteOrderMark}${csvRows([columns])}`;

/** Rows of a file. What a spreadsheet would take for a formula has a quote before it. */
export const csvRows = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { escape_formulas: true, record_delimiter: 'windows' });
