import type { PersonView } from '@switchboard/contract/views/person-view';
import { Cell, type Readable } from '../connection/cell.ts';
import type { Texts } from '../i18n/texts.ts';
import type { CommandDesk } from './command-desk.ts';
import { DraftForm, linesOfText } from './draft-form.ts';
import type { Drafts } from './drafts.ts';

const listFields = ['tasks', 'alternateNames', 'nicknames'] as const;
export type DescribedField = 'note' | (typeof listFields)[number];

/** What the contract takes: of a list how many lines, and how long each. */
const limits: Readonly<Record<DescribedField, { readonly lines?: number; readonly length: number }>> = {
  note: { length: 2_000 },
  tasks: { lines: 24, length: 100 },
  alternateNames: { lines: 24, length: 120 },
  nicknames: { lines: 24, length: 60 },
};

export interface EditedPerson {
  readonly person: PersonView;
  readonly form: DraftForm<DescribedField>;
}

export interface PersonEditorParts {
  readonly desk: CommandDesk;
  readonly drafts: Drafts;
  readonly texts: () => Texts;
  /** Called when it is saved: what is known of the person is old. */
  readonly onSaved: (person: PersonView) => void;
}

/** What operators write about a person: note, tasks, other names; while one is open. */
export class PersonEditor {
  readonly #parts: PersonEditorParts;
  readonly #state = new Cell<EditedPerson | undefined>(undefined);

  constructor(parts: PersonEditorParts) {
    this.#parts = parts;
  }

  get state(): Readable<EditedPerson | undefined> {
    return this.#state;
  }

  open(person: PersonView): void {
    const start = {
      note: person.note?.text ?? '',
      tasks: (person.tasks ?? []).join('\n'),
      alternateNames: (person.alternateNames ?? []).join('\n'),
      nicknames: (person.nicknames ?? []).join('\n'),
    };
    const form = new DraftForm(this.#parts.drafts, `describe.${person.personId}`, start);
    this.#state.set({ person, form });
  }

  /** What was typed and not saved stays as a draft. */
  close(): void {
    this.#state.set(undefined);
  }

  save(): void {
    const edited = this.#state.getSnapshot();
    if (edited === undefined || edited.form.state.getSnapshot().isSending) return;
    const { person, form } = edited;
    const changed = form.changed();
    if (changed.length === 0) return this.#saved(edited);
    const { values } = form.state.getSnapshot();
    const problems = changed.flatMap((field) => {
      const problem = this.#problemOf(field, values[field]);
      return problem === undefined ? [] : [[field, problem] as const];
    });
    if (problems.length > 0) return form.failed(new Map(problems));
    form.sending();
    const { personId } = person;
    this.#parts.desk.ask({
      action: 'describePerson',
      subject: personId,
      message: { type: 'describePerson', personId, ...contentOf(changed, values) },
      onDone: () => this.#saved(edited),
      onRefused: (refusal) => form.refused(refusal, this.#parts.texts().refusedAt(refusal)),
      onFailed: () => form.failed(new Map(), this.#parts.texts().screen.edit.notSaved),
    });
  }

  #saved({ person, form }: EditedPerson): void {
    form.done();
    if (this.#state.getSnapshot()?.form === form) this.close();
    this.#parts.onSaved(person);
  }

  #problemOf(field: DescribedField, value: string): string | undefined {
    const { lines, length } = limits[field];
    const say = this.#parts.texts().screen.edit;
    if (lines === undefined) return value.length > length ? say.tooLong(length) : undefined;
    const entries = linesOfText(value);
    if (entries.length > lines) return say.tooMany(lines);
    const long = entries.find((entry) => entry.length > length);
    return long === undefined ? undefined : say.lineTooLong(long.slice(0, 20), length);
  }
}

/** The fields that were changed; what is left out stays as it is. */
function contentOf(
  fields: readonly DescribedField[],
  { note, ...lists }: Readonly<Record<DescribedField, string>>,
): Partial<Record<Exclude<DescribedField, 'note'>, string[]>> & { note?: string } {
  const changed = listFields.filter((field) => fields.includes(field));
  return {
    ...(fields.includes('note') ? { note: note.trim() } : {}),
    ...Object.fromEntries(changed.map((field) => [field, linesOfText(lists[field])] as const)),
  };
}
