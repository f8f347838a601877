import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { type OperatorAsker, rightsOf } from '../client/asker.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { text } from '../wire/lenient.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { type DeltaPage, type DeltaRefusal, deltaRound } from './delta-round.ts';
import type { DirectoryContact } from './directory-contact.ts';
import { type DirectoryRefusal, directoryRefusal } from './directory-refusal.ts';
import { personalContactFields, readPersonalContact } from './personal-contact.ts';

/** A folder of an operator's contacts. The default one is not among those that Outlook lists: it has no id here. */
export interface ContactFolder {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string;
}

/** More folders than these are no address book, but a loop. */
const mostFolders = 200;
const folderSchema = z.looseObject({ id: z.string().min(1), displayName: text, parentFolderId: text });

/**
 * All folders of the operator's contacts beside the default one, with those inside them. Needs the delegated permission
 * `Contacts.Read`. The list of contacts itself is of one folder alone
 * (https://learn.microsoft.com/graph/api/user-list-contacts, read 2026-11-23).
 */
export async function contactFolders(
  client: GraphClient,
  asker: OperatorAsker,
): Promise<Result<readonly ContactFolder[], DirectoryRefusal>> {
  const folders = new Map<string, ContactFolder>();
  const paths = ['/me/contactFolders?$top=100'];
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const answer = await client.request({
      ...rightsOf(asker),
      method: 'GET',
      path,
      kind: 'directory',
      retry: 'safe',
      mailbox: asker.operator.personId,
    });
    if (!answer.ok) return refused(directoryRefusal(answer.refusal));
    const page = readODataPage(answer.value.body, 'contact folders');
    if (!page.ok) return refused(directoryRefusal(page.refusal));
    const before = folders.size;
    for (const item of page.value.value) {
      const folder = folderSchema.safeParse(item);
      if (!folder.success || folders.has(folder.data.id) || folders.size >= mostFolders) continue;
      const { id, displayName, parentFolderId } = folder.data;
      const parent = parentFolderId === undefined ? {} : { parentId: parentFolderId };
      folders.set(id, { id, name: displayName ?? '', ...parent });
      paths.push(`/me/contactFolders/${encodeURIComponent(id)}/childFolders?$top=100`);
    }
    // A page that brought nothing new leads nowhere new.
    if (page.value.nextLink !== undefined && folders.size > before) paths.push(page.value.nextLink);
  }
  return ok([...folders.values()]);
}

/**
 * The contacts of one folder, or what changed in it since a link, page after page.
 *
 * @param folderId undefined for the default folder
 * @param link of an earlier page of the same folder
 */
export function personalContactsDelta(
  client: GraphClient,
  asker: OperatorAsker,
  folderId: string | undefined,
  link?: string,
): AsyncGenerator<Result<DeltaPage<DirectoryContact>, DeltaRefusal>, void, undefined> {
  const folder =
    folderId === undefined ? '/me/contacts' : `/me/contactFolders/${encodeURIComponent(folderId)}/contacts`;
  return deltaRound(client, {
    asker,
    firstPath: `${folder}/delta?$select=${personalContactFields.join(',')}`,
    link,
    what: 'personal contacts',
    read: readPersonalContact,
    // Sent with every page: a link does not carry it.
    headers: { Prefer: 'odata.maxpagesize=100' },
    mailbox: asker.operator.personId,
    keepsIds: true,
  });
}
