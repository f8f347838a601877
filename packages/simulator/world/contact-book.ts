import type { Clock } from '@switchboard/kit/clock';
import { Ledger } from './ledger.ts';
import { generatedContact, outlookId, type PersonalContact } from './personal-contact.ts';

/** A folder below the mailbox's own contacts, or below another folder. */
export interface ContactFolder {
  readonly id: string;
  readonly displayName: string;
  readonly parentFolderId: string;
}

export interface BookOptions {
  readonly clock: Clock;
  readonly seed: number;
  /** The owner's number in the directory. */
  readonly owner: number;
  /** Operators have folders and many contacts, others a few. */
  readonly isFull: boolean;
  readonly onChange: () => void;
}

/** Folders of an operator: name, how many contacts, and the folder above. */
const operatorFolders = [
  ['Suppliers', 8, undefined],
  ['Couriers', 4, 0],
  ['Family', 3, undefined],
] as const;

/** One person's Outlook contacts: the default folder, which no list of folders names, and those below it. */
export class ContactBook {
  readonly rootId: string;
  readonly folders: Ledger<ContactFolder>;
  readonly #contacts = new Map<string, Ledger<PersonalContact>>();
  readonly #options: BookOptions;

  constructor(options: BookOptions) {
    const { clock, owner, isFull } = options;
    this.#options = options;
    this.rootId = outlookId('folder', owner, 'contacts');
    const folderId = (at: number): string => outlookId('folder', owner, at);
    const folders = isFull
      ? operatorFolders.map(([displayName, , above], at) => ({
          id: folderId(at),
          displayName,
          parentFolderId: above === undefined ? this.rootId : folderId(above),
        }))
      : [];
    this.folders = new Ledger(clock, folders);
    this.folders.onChange(options.onChange);
    this.#fill(this.rootId, 0, isFull ? 12 : 3);
    for (const [at, { id }] of folders.entries()) this.#fill(id, at + 1, operatorFolders[at]?.[1] ?? 0);
  }

  /** By id; `contacts` and an empty name are the default folder. */
  contactsIn(folderId: string): Ledger<PersonalContact> | undefined {
    const isRoot = folderId === '' || folderId.toLowerCase() === 'contacts';
    return this.#contacts.get(isRoot ? this.rootId : folderId);
  }

  /** Every folder with its contacts, the default one first. */
  all(): { readonly folderId: string; readonly name: string; readonly contacts: Ledger<PersonalContact> }[] {
    return [...this.#contacts].flatMap(([folderId, contacts]) => {
      const name = folderId === this.rootId ? 'Contacts' : this.folders.find(folderId)?.displayName;
      return name === undefined ? [] : [{ folderId, name, contacts }];
    });
  }

  addFolder(id: string, displayName: string, parentFolderId = this.rootId): ContactFolder {
    this.#open(id, []);
    return this.folders.add({ id, displayName, parentFolderId });
  }

  /** With all that is in it, folders too. @returns whether there was one */
  removeFolder(id: string): boolean {
    for (const folder of this.folders.all()) if (folder.parentFolderId === id) this.removeFolder(folder.id);
    this.#contacts.delete(id);
    return this.folders.remove(id, true);
  }

  #fill(folderId: string, folder: number, count: number): void {
    const { seed, owner } = this.#options;
    this.#open(
      folderId,
      Array.from({ length: count }, (_, number) => generatedContact(seed, owner, folder, number)),
    );
  }

  #open(folderId: string, contacts: readonly PersonalContact[]): void {
    const ledger = new Ledger(this.#options.clock, contacts);
    ledger.onChange(this.#options.onChange);
    this.#contacts.set(folderId, ledger);
  }
}
