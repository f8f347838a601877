import type { ContactBook, ContactFolder } from '../../world/contact-book.ts';
import type { Person } from '../../world/person.ts';
import { answerDelta, type DeltaParts, isDelta } from '../delta/answer-delta.ts';
import { ledgerFeed } from '../delta/ledger-feed.ts';
import { readNames, showEntity } from '../entities/entity-shape.ts';
import { listOutlook, strangeOutlookOption } from '../entities/outlook-list.ts';
import type { GraphHandler, GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { option } from '../wire/query-options.ts';
import { type GraphReply, reply } from '../wire/reply.ts';
import { contactShape, folderShape, tagged } from './contact-shape.ts';
import { accessDenied, itemNotFound, onMailbox } from './on-mailbox.ts';

interface Asked {
  readonly owner: Person;
  readonly book: ContactBook;
  readonly request: GraphRequest;
}

const contextOf = ({ owner }: Asked, rest: string): string => `users('${owner.id}')/${rest}`;

function listContacts(asked: Asked, folderId: string): GraphReply {
  const contacts = asked.book.contactsIn(folderId);
  if (contacts === undefined) return itemNotFound();
  const parts = {
    shape: contactShape(folderId || asked.book.rootId),
    entities: contacts.all(),
    context: contextOf(asked, 'contacts'),
    extra: tagged,
  };
  return listOutlook(parts, asked.request);
}

function contactNamed(
  parts: DeltaParts,
  asked: Asked,
  folderId: string,
  id: string,
): GraphReply | Promise<GraphReply> {
  const { book, owner, request } = asked;
  const contacts = book.contactsIn(folderId);
  if (contacts === undefined) return itemNotFound();
  const shape = contactShape(folderId || book.rootId);
  if (isDelta(id)) {
    const key = `contacts ${owner.id} ${folderId || book.rootId}`;
    const context = contextOf(asked, 'contacts/$delta');
    return answerDelta(
      parts,
      ledgerFeed({ key, context, kind: 'outlook', ledger: contacts, shape, extra: tagged }),
      request,
    );
  }
  const contact = contacts.find(id);
  if (contact === undefined) return itemNotFound();
  const names = readNames(shape, option(request, '$select'));
  if (!names.ok) return names.refusal;
  return (
    strangeOutlookOption(request, ['$select']) ??
    reply(200, {
      '@odata.context': `${request.baseUrl}/$metadata#${contextOf(asked, 'contacts/$entity')}`,
      ...tagged(contact),
      ...showEntity(shape, contact, names.value),
    })
  );
}

/** @param above the folder they are in; undefined: the mailbox's own contacts */
function listFolders(asked: Asked, above?: string): GraphReply {
  const { book } = asked;
  if (above !== undefined && book.folders.find(above) === undefined) return itemNotFound();
  const entities = book.folders
    .all()
    .filter(({ parentFolderId }) => parentFolderId === (above ?? book.rootId));
  const parts = { shape: folderShape, entities, context: contextOf(asked, 'contactFolders') };
  return listOutlook(parts, asked.request);
}

function folderNamed(parts: DeltaParts, asked: Asked, id: string): GraphReply | Promise<GraphReply> {
  const { book, owner, request } = asked;
  if (isDelta(id)) {
    const context = contextOf(asked, 'contactFolders/$delta');
    const key = `contactFolders ${owner.id}`;
    return answerDelta(
      parts,
      ledgerFeed({ key, context, kind: 'outlook', ledger: book.folders, shape: folderShape }),
      request,
    );
  }
  const isRoot = id === book.rootId || id.toLowerCase() === 'contacts';
  const root: ContactFolder = { id: book.rootId, displayName: 'Contacts', parentFolderId: book.rootId };
  const folder = isRoot ? root : book.folders.find(id);
  if (folder === undefined) return itemNotFound();
  return (
    strangeOutlookOption(request, ['$select']) ??
    reply(200, {
      '@odata.context': `${request.baseUrl}/$metadata#${contextOf(asked, 'contactFolders/$entity')}`,
      ...showEntity(folderShape, folder, folderShape.defaults),
    })
  );
}

/** A person's own contacts, under `/me` and `/users/{id}`. Nobody of Contoso shares theirs with colleagues. */
export function personalContactRoutes(parts: DeltaParts): GraphRoute[] {
  const on = (act: (asked: Asked, folderId: string) => GraphReply | Promise<GraphReply>): GraphHandler =>
    onMailbox(parts.world, (owner, request, isOwn) => {
      if (!isOwn) return accessDenied();
      const book = parts.world.contactBooks.of(owner.id);
      return book ? act({ owner, book, request }, request.params.folder ?? '') : itemNotFound();
    });
  const contact = on((asked, folder) =>
    contactNamed(parts, asked, folder, asked.request.params.contact ?? ''),
  );
  const paths: readonly (readonly [string, GraphHandler])[] = [
    ['/contacts', on(listContacts)],
    ['/contacts/:contact', contact],
    ['/contactFolders', on((asked) => listFolders(asked))],
    ['/contactFolders/:folder', on((asked, folder) => folderNamed(parts, asked, folder))],
    ['/contactFolders/:folder/childFolders', on(listFolders)],
    ['/contactFolders/:folder/contacts', on(listContacts)],
    ['/contactFolders/:folder/contacts/:contact', contact],
  ];
  return paths.flatMap(([path, handle]): GraphRoute[] => [
    { method: 'GET', path: `/me${path}`, permission: permissions.myContacts, service: 'outlook', handle },
    {
      method: 'GET',
      path: `/users/:id${path}`,
      permission: permissions.contacts,
      service: 'outlook',
      handle,
    },
  ]);
}
