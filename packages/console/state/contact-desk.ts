import type { PersonRead } from '@switchboard/contract/feed/people-changed';
import type { ContactImport } from '@switchboard/contract/views/contact-import';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { Cell, type Readable } from '../connection/cell.ts';
import type { SendContacts } from '../connection/contacts-file.ts';
import type { Texts } from '../i18n/texts.ts';
import type { CommandDesk } from './command-desk.ts';
import {
  type ContactField,
  type ContactValues,
  contactFields,
  contactOf,
  longest,
  mostTasks,
  valuesOf,
} from './contact-form.ts';
import { DraftForm, linesOfText } from './draft-form.ts';
import type { Drafts } from './drafts.ts';
import { type TwoStepGuard, twoStep } from './two-step-guard.ts';

/** What became of a file of contacts. */
export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending'; readonly name: string }
  | { readonly kind: 'read'; readonly name: string; readonly result: ContactImport }
  | { readonly kind: 'failed'; readonly name: string; readonly why: string };

/** What the dialog shows: where one begins, or one contact; `person` is absent while it is a new one. */
export type ContactsState =
  | { readonly kind: 'start'; readonly imported: ImportState }
  | {
      readonly kind: 'contact';
      readonly person: PersonView | undefined;
      readonly form: DraftForm<ContactField>;
    };

export interface ContactDeskParts {
  readonly desk: CommandDesk;
  readonly drafts: Drafts;
  readonly texts: () => Texts;
  readonly guard: TwoStepGuard;
  readonly sendContacts: SendContacts;
  /** A contact is kept; `isNew`: it was not there before. */
  readonly onSaved: (person: PersonView, isNew: boolean) => void;
  readonly onRemoved: (person: PersonView) => void;
}

/** The contacts that operators keep together, while somebody works on them. */
export class ContactDesk {
  readonly #parts: ContactDeskParts;
  readonly #state = new Cell<ContactsState | undefined>(undefined);

  constructor(parts: ContactDeskParts) {
    this.#parts = parts;
  }

  /** Absent: the dialog is closed. */
  get state(): Readable<ContactsState | undefined> {
    return this.#state;
  }

  open(): void {
    this.#state.set({ kind: 'start', imported: { kind: 'none' } });
  }

  /** A new one, filled with what is known, as of a caller. */
  add(known: Partial<PersonView> = {}): void {
    const about = `contact.new${known.phone === undefined ? '' : `.${known.phone}`}`;
    this.#edit(undefined, about, valuesOf(known));
  }

  change(person: PersonView): void {
    this.#edit(person, `contact.${person.personId}`, valuesOf(person));
  }

  /** What was typed and not saved stays as a draft. */
  close(): void {
    this.#parts.guard.disarm();
    this.#state.set(undefined);
  }

  save(): void {
    const state = this.#state.getSnapshot();
    if (state?.kind !== 'contact' || state.form.state.getSnapshot().isSending) return;
    const { person, form } = state;
    const { values } = form.state.getSnapshot();
    const problems = this.#problemsOf(values);
    if (problems.size > 0) return form.failed(problems);
    const { desk, texts } = this.#parts;
    form.sending();
    desk.ask({
      action: 'saveSharedContact',
      subject: person?.personId ?? 'new',
      message: {
        type: 'saveSharedContact',
        ...(person === undefined ? {} : { personId: person.personId, changed: [...form.changed()] }),
        contact: contactOf(values),
      },
      onRefused: (refusal) => form.refused(refusal, texts().refusedAt(refusal)),
      onFailed: () => form.failed(new Map(), texts().screen.edit.notSaved),
      onDone: () => {
        form.done();
        if (this.#isOpen(form)) this.close();
      },
    });
  }

  /** The answer to a change: the contact as it is kept now. */
  heard({ id, person }: PersonRead): void {
    const asked = this.#parts.desk.asked.getSnapshot().find((each) => each.id === id);
    if (asked?.action !== 'saveSharedContact') return;
    this.#parts.desk.answered(id, undefined);
    this.#parts.onSaved(person, asked.subject === 'new');
  }

  /** Removes the contact that is open at the second press. False: it wants a second press. */
  remove(): boolean {
    const state = this.#state.getSnapshot();
    if (state?.kind !== 'contact' || state.person === undefined) return true;
    const { person, form } = state;
    const { personId } = person;
    if (!this.#parts.guard.press(twoStep.removeContact(personId))) return false;
    const { desk, texts } = this.#parts;
    desk.ask({
      action: 'removeSharedContact',
      subject: personId,
      message: { type: 'removeSharedContact', personId },
      onRefused: (refusal) => form.refused(refusal, texts().refusedAt(refusal)),
      onDone: () => {
        form.done();
        if (this.#isOpen(form)) this.close();
        this.#parts.onRemoved(person);
      },
    });
    return true;
  }

  /** Sends a file of contacts; what became of it is shown. */
  async import(name: string, csv: Blob): Promise<void> {
    this.#imported({ kind: 'sending', name });
    const answer = await this.#parts.sendContacts(csv);
    if (answer.kind === 'read') this.#imported({ kind: 'read', name, result: answer.result });
    else this.#imported({ kind: 'failed', name, why: this.#parts.texts().screen.contacts.notTaken(answer) });
  }

  #imported(imported: ImportState): void {
    this.#state.update((state) => (state?.kind === 'start' ? { ...state, imported } : state));
  }

  #edit(person: PersonView | undefined, about: string, values: ContactValues): void {
    this.#state.set({ kind: 'contact', person, form: new DraftForm(this.#parts.drafts, about, values) });
  }

  #isOpen(form: DraftForm<ContactField>): boolean {
    const state = this.#state.getSnapshot();
    return state?.kind === 'contact' && state.form === form;
  }

  #problemsOf(values: ContactValues): ReadonlyMap<ContactField, string> {
    const say = this.#parts.texts().screen.edit;
    const problems = new Map<ContactField, string>();
    if (values.name.trim() === '') problems.set('name', say.nameMissing);
    for (const field of contactFields) {
      const entries = field === 'tasks' ? linesOfText(values.tasks) : [values[field].trim()];
      if (entries.some((entry) => entry.length > longest[field]))
        problems.set(field, say.tooLong(longest[field]));
      if (entries.length > mostTasks) problems.set(field, say.tooMany(mostTasks));
    }
    return problems;
  }
}
