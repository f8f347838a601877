import type { ContactImport } from '@switchboard/contract/views/contact-import';
import { contactProblem } from '@switchboard/contract/words/contact-remedies';
import { personIdOf } from '@switchboard/domain/directory/person-source';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { ok, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { changeSharedContacts, mostSharedContacts } from '@switchboard/store/people/kept-contacts';
import { type ContactColumn, type RowProblem, readHeading, readRow } from './contact-columns.ts';
import { ContactFileError } from './contact-file-error.ts';
import { readRecords } from './contact-records.ts';
import { readSharedContact } from './kept-contact.ts';
import { type MatchedContacts, matchContacts, type ReadContact } from './match-contacts.ts';
import { tenantCountry } from './tenant-country.ts';

export interface ContactImportParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
}

/** Problems that one answer names: whoever has made more begins with these. */
const mostProblems = 100;

/**
 * Adds and replaces contacts out of a CSV file: all of it or, if there is any problem, nothing.
 *
 * @param by who writes its notes; undefined: an administrator
 */
export async function importContacts(
  { store, clock, newId }: ContactImportParts,
  { tenantId, by }: { readonly tenantId: TenantId; readonly by: PersonId | undefined },
  chunks: AsyncIterable<Uint8Array>,
): Promise<ContactImport> {
  const country = await tenantCountry(store, tenantId);
  const file = await readFile(chunks, country);
  if (file.problems.length > 0) return nothingTaken(file.problems);
  let matched: MatchedContacts | undefined;
  const done = await changeSharedContacts(store, tenantId, { by, now: clock.now() }, (known) => {
    matched = matchContacts(file.contacts, known, newId);
    return matched.problems.length > 0 ? refused('problems') : ok([...matched.added, ...matched.changed]);
  });
  if (!done.ok) return nothingTaken(done.refusal === 'tooManyKept' ? [noRoom(1)] : (matched?.problems ?? []));
  const { added = [], changed = [], unchanged = 0 } = matched ?? {};
  return { added: added.length, changed: changed.length, unchanged, problems: [] };
}

const nothingTaken = (problems: readonly RowProblem[]): ContactImport => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  problems: problems.slice(0, mostProblems).map((each) => ({ ...each, about: [...each.about] })),
});

const noRoom = (row: number): RowProblem => ({
  row,
  ...contactProblem('noRoom', String(mostSharedContacts)),
});

interface ReadFile {
  readonly contacts: readonly ReadContact[];
  readonly problems: readonly RowProblem[];
}

async function readFile(
  chunks: AsyncIterable<Uint8Array>,
  country: Awaited<ReturnType<typeof tenantCountry>>,
): Promise<ReadFile> {
  const contacts: ReadContact[] = [];
  const problems: RowProblem[] = [];
  let columns: readonly (ContactColumn | undefined)[] | undefined;
  let row = 0;
  try {
    for await (const cells of readRecords(chunks)) {
      row += 1;
      if (columns === undefined) columns = readHeading(cells);
      else readContact(columns, { cells, row, country }, contacts, problems);
      if (problems.length >= mostProblems) break;
      if (contacts.length > mostSharedContacts) return { contacts: [], problems: [noRoom(row)] };
    }
    if (columns === undefined) readHeading([]);
  } catch (error) {
    if (!(error instanceof ContactFileError)) throw error;
    problems.push({ row: error.row ?? (columns === undefined ? 1 : row + 1), ...error.problem });
  }
  return { contacts, problems };
}

/** Puts what a row says among the contacts, or what is wrong with it among the problems. */
function readContact(
  columns: readonly (ContactColumn | undefined)[],
  {
    cells,
    row,
    country,
  }: {
    readonly cells: readonly string[];
    readonly row: number;
    readonly country: Awaited<ReturnType<typeof tenantCountry>>;
  },
  contacts: ReadContact[],
  problems: RowProblem[],
): void {
  const read = readRow(columns, cells, row);
  if (!read.ok) problems.push(read.refusal);
  else if (read.value !== undefined) {
    const from = read.value;
    const contact = readSharedContact(from.fields, personIdOf('shared', 'new'), country);
    if (contact.ok) contacts.push({ from, contact: contact.value });
    else problems.push(...contact.refusal.map((problem) => ({ row, ...problem })));
  }
}
