import type { TenantId } from '@switchboard/domain/ids';
import type { Store } from '@switchboard/store/access/store';
import { readSharedContacts } from '@switchboard/store/people/kept-contacts';
import type { KnownPerson } from '@switchboard/store/people/known-person';
import { type ContactColumn, contactColumns } from './contact-columns.ts';
import { csvHead, csvRows } from './csv-rows.ts';

/** The kept contacts of a tenant as CSV, page by page. What a spreadsheet would take for a formula has a quote before it. */
export async function* exportContacts(store: Store, tenantId: TenantId): AsyncGenerator<string> {
  yield csvHead(contactColumns);
  for await (const page of readSharedContacts(store, tenantId)) yield csvRows(page.map(rowOf));
}

const rowOf = (known: KnownPerson): readonly string[] =>
  contactColumns.map((column) => cellOf(known, column));

function cellOf({ person, traits }: KnownPerson, column: ContactColumn): string {
  switch (column) {
    case 'id':
      return person.personId;
    case 'tasks':
      return (traits?.tasks ?? []).join('; ');
    case 'note':
      return traits?.note?.text ?? '';
    default:
      return person[column] ?? '';
  }
}
