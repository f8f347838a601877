import type { RefusalView } from '@switchboard/contract/errors/refusal';
import { Cell, type Readable } from '../connection/cell.ts';
import type { Drafts } from './drafts.ts';

export interface FormState<Field extends string> {
  readonly values: Readonly<Record<Field, string>>;
  /** What is wrong with a field, for people. */
  readonly problems: ReadonlyMap<Field, string>;
  /** What is wrong with the whole. */
  readonly problem: string | undefined;
  readonly isSending: boolean;
  /** It holds what was typed earlier and never saved. */
  readonly isDraft: boolean;
}

const untouched = {
  problems: new Map<never, string>(),
  problem: undefined,
  isSending: false,
  isDraft: false,
};

/** A form that loses nothing: what is typed is kept as a draft until it is saved or thrown away. */
export class DraftForm<Field extends string> {
  readonly #drafts: Drafts;
  readonly #about: string;
  readonly #fields: readonly Field[];
  readonly #start: Readonly<Record<Field, string>>;
  readonly #state: Cell<FormState<Field>>;

  /** @param start what the fields hold without a draft, one for each field */
  constructor(drafts: Drafts, about: string, start: Readonly<Record<Field, string>>) {
    this.#drafts = drafts;
    this.#about = about;
    this.#start = start;
    this.#fields = Object.keys(start) as Field[];
    const draft = drafts.read(about);
    const drafted = this.#fields.filter((field) => (draft?.[field] ?? start[field]) !== start[field]);
    const values: Record<Field, string> = { ...start };
    for (const field of drafted) values[field] = draft?.[field] ?? start[field];
    this.#state = new Cell<FormState<Field>>({ ...untouched, values, isDraft: drafted.length > 0 });
  }

  get state(): Readable<FormState<Field>> {
    return this.#state;
  }

  /** The fields that hold something else than at the start. */
  changed(): readonly Field[] {
    const { values } = this.#state.getSnapshot();
    return this.#fields.filter((field) => values[field] !== this.#start[field]);
  }

  type(field: Field, value: string): void {
    this.#state.update((state) => ({
      ...state,
      values: { ...state.values, [field]: value },
      problems: new Map(Array.from(state.problems).filter(([each]) => each !== field)),
      problem: undefined,
    }));
    const changed = this.changed();
    const { values } = this.#state.getSnapshot();
    if (changed.length === 0) this.#drafts.forget(this.#about);
    else this.#drafts.keep(this.#about, Object.fromEntries(changed.map((each) => [each, values[each]])));
  }

  sending(): void {
    this.#state.update(({ values, isDraft }) => ({ ...untouched, values, isDraft, isSending: true }));
  }

  /** Not saved; everything stays. */
  failed(problems: FormState<Field>['problems'], problem?: string): void {
    this.#state.update((state) => ({ ...state, isSending: false, problems, problem }));
  }

  /** Refused: said at the field that it is about, else for the whole. */
  refused({ field }: RefusalView, sentence: string): void {
    // Fields of the server have paths, such as `contact.phone` or `tasks.3`.
    const parts = field?.split('.') ?? [];
    const known = this.#fields.find((each) => parts.includes(each));
    if (known === undefined) this.failed(new Map(), sentence);
    else this.failed(new Map([[known, sentence]]));
  }

  /** Saved. */
  done(): void {
    this.#drafts.forget(this.#about);
  }

  /** Throws away what was typed. */
  discard(): void {
    this.#drafts.forget(this.#about);
    this.#state.set({ ...untouched, values: this.#start });
  }
}

/** One entry a line. */
export const linesOfText = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
