import {
  type SharedContactFields,
  sharedContactFieldsSchema,
} from '@switchboard/contract/commands/people-command';
import { type ContactProblem, contactProblem } from '@switchboard/contract/words/contact-remedies';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { ContactFileError } from './contact-file-error.ts';

/** The columns of a file of contacts, in the order in which it is written. */
export const contactColumns = [
  'id',
  'name',
  'givenName',
  'surname',
  'organisation',
  'department',
  'jobTitle',
  'mail',
  'phone',
  'otherPhone',
  'mobile',
  'street',
  'postalCode',
  'city',
  'country',
  'tasks',
  'note',
] as const;
export type ContactColumn = (typeof contactColumns)[number];
type ContactField = Exclude<ContactColumn, 'id'>;

/** What one row says; fields without a column are not in it, empty ones are empty. */
export interface ContactRow {
  /** As a spreadsheet counts: the heading is 1. */
  readonly row: number;
  readonly id: string | undefined;
  readonly fields: SharedContactFields;
  readonly said: ReadonlySet<ContactField>;
}

export interface RowProblem extends ContactProblem {
  readonly row: number;
  readonly field?: string;
}

/** The columns of a heading, in any case and order. Throws a {@link ContactFileError}. */
export function readHeading(cells: readonly string[]): readonly (ContactColumn | undefined)[] {
  const known = new Map(contactColumns.map((column) => [column.toLowerCase(), column]));
  const columns = cells.map((cell) => {
    const name = cell.trim().toLowerCase();
    if (name === '') return undefined;
    const column = known.get(name);
    if (column !== undefined) return column;
    throw new ContactFileError(contactProblem('columnUnknown', cell.slice(0, 40), contactColumns.join(', ')));
  });
  const [twice] = columns.filter((column, n) => column !== undefined && columns.indexOf(column) !== n);
  if (twice !== undefined) throw new ContactFileError(contactProblem('columnTwice', twice));
  if (!columns.includes('name'))
    throw new ContactFileError(contactProblem('noHeading', contactColumns.join(', ')));
  return columns;
}

/** One row of a file; undefined for an empty one. */
export function readRow(
  columns: readonly (ContactColumn | undefined)[],
  cells: readonly string[],
  row: number,
): Result<ContactRow | undefined, RowProblem> {
  if (cells.every((cell) => cell.trim() === '')) return ok(undefined);
  if (cells.some((cell, n) => columns[n] === undefined && cell.trim() !== ''))
    return refused({ row, ...contactProblem('moreValues') });
  const texts = new Map<ContactColumn, string>();
  for (const [n, column] of columns.entries()) if (column !== undefined) texts.set(column, textOf(cells[n]));
  const id = texts.get('id');
  texts.delete('id');
  const read = sharedContactFieldsSchema.safeParse(fieldsOf(texts));
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = String(issue?.path[0] ?? 'name');
    return refused({ row, field, ...problemOf(field, issue) });
  }
  const said = new Set(texts.keys()) as ReadonlySet<ContactField>;
  return ok({ row, id: id === '' ? undefined : id?.toLowerCase(), fields: read.data, said });
}

/** A quote before what a spreadsheet would take for a formula was put there by us. */
const textOf = (cell = ''): string => cell.trim().replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '');

function fieldsOf(texts: ReadonlyMap<ContactColumn, string>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [column, text] of texts) {
    if (text === '' && column !== 'name') continue;
    fields[column] = column === 'tasks' ? tasksOf(text) : text;
  }
  return fields;
}

const tasksOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((task) => task.trim())
    .filter((task) => task !== '');

type Issue = NonNullable<ReturnType<typeof sharedContactFieldsSchema.safeParse>['error']>['issues'][number];

function problemOf(field: string, issue: Issue | undefined): ContactProblem {
  if (issue?.code === 'too_big')
    return contactProblem(issue.origin === 'array' ? 'tooManyTasks' : 'tooLong', String(issue.maximum));
  return contactProblem(field === 'name' && issue?.code !== 'invalid_format' ? 'nameMissing' : 'notOneLine');
}
