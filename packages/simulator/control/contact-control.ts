import { ok, type Result, refused } from '@switchboard/kit/result';
import type { ContactBook } from '../world/contact-book.ts';
import type { OrgContact } from '../world/org-contacts.ts';
import { emptyContact, outlookId, type PersonalContact } from '../world/personal-contact.ts';
import type { World } from '../world/world.ts';
import { badRequest, type ControlRefusal, notFound } from './refusal.ts';

type Answer<T> = Result<T, ControlRefusal>;

/** One of somebody's folders and who is in it. */
export interface FolderView {
  readonly folderId: string;
  readonly name: string;
  readonly contacts: readonly PersonalContact[];
}

export type ContactFields = Partial<Omit<PersonalContact, 'id'>>;
export type OrgContactFields = Partial<Omit<OrgContact, 'id'>>;

/** What people do with their own contacts, and administrators with those of the organisation. */
export class ContactControl {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  contacts(owner: string): Answer<readonly FolderView[]> {
    return this.#onBook(owner, (book) => this.#show(book));
  }

  /** @param folderId default: the mailbox's own contacts */
  add(
    owner: string,
    contact: ContactFields & { displayName: string },
    folderId = '',
  ): Answer<readonly FolderView[]> {
    return this.#onBook(owner, (book) => {
      const folder = book.contactsIn(folderId);
      if (!folder) return refused(notFound(`folderId: there is no folder ${folderId}`));
      folder.add({ ...emptyContact, ...contact, id: outlookId('contact', this.#world.newId()) });
      return this.#show(book);
    });
  }

  change(owner: string, contactId: string, change: ContactFields): Answer<readonly FolderView[]> {
    return this.#onBook(owner, (book) => {
      const isDone = book.all().some(({ contacts }) => contacts.update(contactId, change) !== undefined);
      return isDone ? this.#show(book) : refused(notFound(`contactId: there is no contact ${contactId}`));
    });
  }

  remove(owner: string, contactId: string): Answer<readonly FolderView[]> {
    return this.#onBook(owner, (book) => {
      const isDone = book.all().some(({ contacts }) => contacts.remove(contactId, true));
      return isDone ? this.#show(book) : refused(notFound(`contactId: there is no contact ${contactId}`));
    });
  }

  addFolder(owner: string, displayName: string, parentFolderId?: string): Answer<readonly FolderView[]> {
    return this.#onBook(owner, (book) => {
      if (parentFolderId !== undefined && !book.folders.find(parentFolderId))
        return refused(notFound(`parentFolderId: there is no folder ${parentFolderId}`));
      book.addFolder(outlookId('folder', this.#world.newId()), displayName, parentFolderId);
      return this.#show(book);
    });
  }

  removeFolder(owner: string, folderId: string): Answer<readonly FolderView[]> {
    return this.#onBook(owner, (book) =>
      book.removeFolder(folderId)
        ? this.#show(book)
        : refused(notFound(`folderId: there is no folder ${folderId}`)),
    );
  }

  orgContacts(): readonly OrgContact[] {
    return this.#world.orgContacts.all();
  }

  addOrgContact(contact: OrgContactFields & { displayName: string }): Answer<OrgContact> {
    const { orgContacts, newId } = this.#world;
    const pattern = orgContacts.at(0);
    if (!pattern) return refused(badRequest('there is no contact of the organisation to follow'));
    const empty = Object.fromEntries(Object.keys(pattern).map((name) => [name, null]));
    const mailNickname = contact.displayName.toLowerCase().replace(/[^a-z]+/g, '.');
    return ok(orgContacts.add({ ...pattern, ...empty, mailNickname, ...contact, id: newId() }));
  }

  changeOrgContact(id: string, change: OrgContactFields): Answer<OrgContact> {
    const changed = this.#world.orgContacts.update(id.toLowerCase(), change);
    return changed ? ok(changed) : refused(notFound(`id: there is no contact ${id}`));
  }

  removeOrgContact(id: string, forGood: boolean): Answer<{ readonly removed: string }> {
    return this.#world.orgContacts.remove(id.toLowerCase(), forGood)
      ? ok({ removed: id })
      : refused(notFound(`id: there is no contact ${id}`));
  }

  restoreOrgContact(id: string): Answer<OrgContact> {
    const restored = this.#world.orgContacts.restore(id.toLowerCase());
    return restored ? ok(restored) : refused(notFound(`id: ${id} is not in the bin`));
  }

  #show(book: ContactBook): Answer<readonly FolderView[]> {
    return ok(
      book.all().map(({ folderId, name, contacts }) => ({ folderId, name, contacts: contacts.all() })),
    );
  }

  #onBook<T>(owner: string, act: (book: ContactBook) => Answer<T>): Answer<T> {
    const person = this.#world.directory.find(owner);
    const book = person && this.#world.contactBooks.of(person.id);
    if (book) return act(book);
    return refused(notFound(`person: there is nobody with a mailbox whose id or principal name is ${owner}`));
  }
}
