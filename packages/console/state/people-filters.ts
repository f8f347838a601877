import type { FiltersRead } from '@switchboard/contract/feed/people-changed';
import { personSources } from '@switchboard/contract/views/person-view';
import { Cell, type Readable } from '../connection/cell.ts';
import type { CommandDesk } from './command-desk.ts';
import type { Filter } from './search-filters.ts';

/** One thing to filter by, with how many people it names; of presence nobody counts. */
export interface FilterChoice {
  readonly filter: Filter;
  readonly count: number | undefined;
}

/** What the filter bar shows. `failed`: it could not be read. */
export interface FiltersState {
  readonly status: 'reading' | 'shown' | 'failed';
  readonly choices: readonly FilterChoice[];
}

/** What people can be filtered by, asked for when the filter bar opens. */
export class PeopleFilters {
  readonly #desk: CommandDesk;
  readonly #state = new Cell<FiltersState | undefined>(undefined);

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  /** Absent: the filter bar is closed. */
  get state(): Readable<FiltersState | undefined> {
    return this.#state;
  }

  open(): void {
    if (this.#state.getSnapshot() === undefined) this.#read();
  }

  /** What could not be asked for without a connection, or whose answer was lost with it. */
  reconnected(): void {
    const state = this.#state.getSnapshot();
    if (state !== undefined && state.status !== 'shown') this.#read();
  }

  #read(): void {
    this.#state.set({ status: 'reading', choices: [free] });
    this.#desk.ask({
      action: 'readFilters',
      subject: 'filters',
      message: { type: 'readFilters' },
      onFailed: () => this.#state.update((state) => state && { ...state, status: 'failed' }),
    });
  }

  close(): void {
    this.#state.set(undefined);
  }

  heard({ id, departments, places, sources }: FiltersRead): void {
    this.#desk.answered(id, undefined);
    const choices: readonly FilterChoice[] = [
      free,
      ...sources.flatMap(({ value, count }) => {
        const source = personSources.find((each) => each === value);
        return source === undefined ? [] : [{ filter: { kind: 'source', value: source } as const, count }];
      }),
      ...departments.map(({ value, count }) => ({ filter: { kind: 'department', value } as const, count })),
      ...places.map(({ value, count }) => ({ filter: { kind: 'place', value } as const, count })),
    ];
    this.#state.update((state) => state && { status: 'shown', choices });
  }
}

const free: FilterChoice = { filter: { kind: 'free', value: 'free' }, count: undefined };
