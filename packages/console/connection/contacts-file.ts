import { routes } from '@switchboard/contract/http-routes';
import { type ContactImport, contactImportSchema } from '@switchboard/contract/views/contact-import';

/** What became of a file that was sent. `refused` by the server; `unreachable`: nobody knows. */
export type ContactsAnswer =
  | { readonly kind: 'read'; readonly result: ContactImport }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreachable' };

export type SendContacts = (csv: Blob) => Promise<ContactsAnswer>;

/** A file of some thousand contacts is read and kept in a few seconds. */
const patience = 60_000;

/** Sends a file of contacts (CSV). Never rejects. */
export const sendContacts: SendContacts = async (csv) => {
  try {
    const answer = await fetch(routes.contacts, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', accept: 'application/json' },
      body: csv,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    const result = contactImportSchema.safeParse(asJson(text));
    return result.success
      ? { kind: 'read', result: result.data }
      : { kind: 'refused', status: answer.status };
  } catch {
    // No answer: the connection is gone, or the server is.
    return { kind: 'unreachable' };
  }
};

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Then it is no result either.
    return undefined;
  }
}
