import type { TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Service, StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { Wake } from '@switchboard/kit/wake';
import type { SearchDocument } from '@switchboard/search/document/search-document';
import type { PeopleSearchHost } from '@switchboard/search/host/people-search-host';
import type { Store } from '@switchboard/store/access/store';
import {
  type ChangeCount,
  type ChangedPerson,
  type ChangePlace,
  readEverybody,
  readLastChange,
  readPeopleChanges,
} from '@switchboard/store/people/people-changes';
import { documentOf } from './search-document.ts';

export interface IndexParts {
  readonly store: Store;
  readonly host: PeopleSearchHost;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Bells are missed when the standing connection breaks. */
const lookEvery = 2_000;
/** Every commit rings; so long the next look waits. In milliseconds. */
const restBetween = 100;
const buildPage = 2_000;
const changesAtOnce = 1_000;
/** What a restart must make again, in time. */
const saveEvery = 5 * 60_000;
/** How often an index that is being built says how far it is. */
const sayEvery = 5_000;

/** Keeps the index of one tenant as its rows are. */
export class IndexFollower implements Service {
  readonly name: string;
  readonly #tenantId: TenantId;
  readonly #parts: IndexParts;
  readonly #wake = new Wake();
  /** What the index has; undefined: that is to be found out. */
  #place: ChangePlace | undefined;
  /** Counts how often the index became another one than this one made it. */
  #turns = 0;
  #mark = '';
  #savedAt: Instant;
  #isDirty = false;

  constructor(tenantId: TenantId, parts: IndexParts) {
    this.name = `people index of ${tenantId}`;
    this.#tenantId = tenantId;
    this.#parts = parts;
    this.#savedAt = parts.clock.now();
  }

  ring(): void {
    this.#wake.ring();
  }

  /** The index may be another than it was: it lost its thread, or had none. */
  reopen(): void {
    this.#place = undefined;
    this.#turns += 1;
    this.#wake.ring();
  }

  async run(signal: StopSignal): Promise<void> {
    const { clock } = this.#parts;
    this.#place = undefined;
    signal.addEventListener('abort', () => this.#wake.ring(), { once: true });
    while (!signal.aborted) {
      await this.#catchUp(signal);
      await this.#save();
      await new Promise<void>((resolve) => clock.after(restBetween, resolve));
      if (!signal.aborted) await this.#wake.waitAtMost(lookEvery, clock);
    }
  }

  async #catchUp(signal: StopSignal): Promise<void> {
    const turn = this.#turns;
    let place = this.#place ?? (await this.#open(signal));
    for (let isAll = false; !isAll && !signal.aborted; ) {
      const { last, forgotten, origin } = await readLastChange(this.#parts.store, this.#tenantId);
      if (place.change <= forgotten || place.change > last + 1) place = await this.#build(signal);
      const read = await this.#readOn(place, last);
      isAll = read.isAll;
      place = read.place;
      if (!(await this.#change(read.changes, markOf(place.change - 1, origin)))) return this.reopen();
    }
    if (turn !== this.#turns) return;
    this.#place = place;
  }

  async #readOn(place: ChangePlace, last: number) {
    if (last < place.change) return { changes: [], place, isAll: true };
    const changes = await readPeopleChanges(this.#parts.store, this.#tenantId, place, changesAtOnce);
    const end = changes.at(-1);
    const isAll = end === undefined || changes.length < changesAtOnce;
    const next = isAll ? { change: last + 1, personId: '' } : { change: end.change, personId: end.personId };
    return { changes, place: next, isAll };
  }

  /** From the snapshot, if it is one to go on from. */
  async #open(signal: StopSignal): Promise<ChangePlace> {
    const { store, host, log } = this.#parts;
    const count = await readLastChange(store, this.#tenantId);
    const opened = await host.open(this.#tenantId);
    const change = opened.ok ? changeIn(opened.value.mark, count) : undefined;
    if (!opened.ok || change === undefined) return this.#build(signal);
    const { mark, size: people } = opened.value;
    log.info('people index opened', { tenant: this.#tenantId, people, changes: count.last - change });
    this.#mark = mark;
    return { change: change + 1, personId: '' };
  }

  async #build(signal: StopSignal): Promise<ChangePlace> {
    const { store, host, clock, log } = this.#parts;
    const { last, origin } = await readLastChange(store, this.#tenantId);
    const startedAt = clock.now();
    let saidAt = startedAt;
    const mark = markOf(last, origin);
    const built = await host.build(this.#tenantId, this.#pages(store, signal), mark, (people) => {
      if (clock.now() < saidAt + sayEvery) return;
      saidAt = clock.now();
      log.info('people index is being built', { tenant: this.#tenantId, people });
    });
    const milliseconds = clock.now() - startedAt;
    log.info('people index built', { tenant: this.#tenantId, people: built.size, milliseconds });
    this.#mark = mark;
    return { change: last + 1, personId: '' };
  }

  async *#pages(store: Store, signal: StopSignal): AsyncGenerator<readonly SearchDocument[]> {
    for await (const page of readEverybody(store, this.#tenantId, buildPage)) {
      if (signal.aborted) throw new Error('stopped while the people index was being built');
      yield page.map(documentOf);
    }
  }

  /** False: the index is not where these go on from. */
  async #change(changes: readonly ChangedPerson[], mark: string): Promise<boolean> {
    if (changes.length === 0) return true;
    const put = changes.filter((one) => !one.isErased).map(documentOf);
    const removed = changes.flatMap((one) => (one.isErased ? [one.personId] : []));
    const after = this.#mark;
    const changed = await this.#parts.host.change(this.#tenantId, { put, removed, mark, after });
    if (!changed.ok) return false;
    this.#mark = mark;
    this.#isDirty = true;
    return true;
  }

  async #save(): Promise<void> {
    const { host, clock } = this.#parts;
    if (!this.#isDirty || clock.now() < this.#savedAt + saveEvery) return;
    this.#savedAt = clock.now();
    this.#isDirty = false;
    await host.save(this.#tenantId);
  }
}

const markOf = (change: number, origin: string): string => `${origin} ${change}`;

/** The change that an index of this mark is at; undefined if it is of no use: of another database, or too old. */
function changeIn(mark: string, { last, forgotten, origin }: ChangeCount): number | undefined {
  const [from, text] = mark.split(' ');
  const change = Number(text);
  if (from !== origin || !Number.isInteger(change)) return undefined;
  return change < forgotten || change > last ? undefined : change;
}
