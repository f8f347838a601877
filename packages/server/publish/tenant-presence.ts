import { sourceOf } from '@switchboard/domain/directory/person-source';
import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import { Wake } from '@switchboard/kit/wake';
import type { Store } from '@switchboard/store/access/store';
import {
  dropPresenceList,
  keepPresenceList,
  putPresenceList,
} from '@switchboard/store/presence/presence-lists';
import {
  readAgedPresences,
  readPresenceChanges,
  type StoredPresence,
} from '@switchboard/store/presence/presences';
import { presentPresence, promisedFor } from '../present/present-presence.ts';
import { type PresenceScreen, PresenceScreens, type PresenceText } from './presence-screens.ts';

export interface TenantPresenceParts {
  readonly store: Store;
  readonly clock: Clock;
  /** This server's number, which its list of people on screens has. */
  readonly owner: number;
  /** Told when the list has changed. */
  readonly onWatched: (tenantId: TenantId) => void;
}

/** Changes are gathered for so long: many come together, and nobody sees the difference. In milliseconds. */
const gatherFor = 50;
/** Ages are looked at, and the list is kept, this often. */
const lookEvery = 2_000;
/** A list whose server does not keep it is given up. */
const keptFor = 30_000;
/** A screen is told anew of what would be stale in so long: two looks and a slow reading. */
const renewBefore = 6_000;

interface Known {
  readonly presence: StoredPresence;
  /** When it was confirmed, as far as that is known besides the list. */
  confirmedAt: Instant;
  /** As it was last said to a screen. */
  text?: PresenceText;
}

/** What the screens of one tenant on this server show of presence. */
export class TenantPresence {
  readonly #tenantId: TenantId;
  readonly #parts: TenantPresenceParts;
  readonly #screens = new PresenceScreens();
  readonly #known = new Map<PersonId, Known>();
  /** On the list since which version, and when. */
  readonly #listed = new Map<PersonId, { readonly version: number; readonly at: Instant }>();
  readonly #wake = new Wake();
  /** How often the list has changed, and how much of that is written. */
  #listWanted = 0;
  #listWritten = 0;
  #hasNews = true;
  #upTo = 0;
  #keptAt: Instant = 0;
  #read: { readonly readVersion: number; readonly readAt: Instant } = { readVersion: 0, readAt: 0 };

  constructor(tenantId: TenantId, parts: TenantPresenceParts) {
    this.#tenantId = tenantId;
    this.#parts = parts;
  }

  get isEmpty(): boolean {
    return this.#screens.isEmpty;
  }

  show(screen: PresenceScreen, personIds: readonly string[]): void {
    const people = personIds.map(personId).filter((id) => sourceOf(id) === 'directory');
    this.#screens.show(screen, new Set(people));
    this.#listWanted += 1;
    this.#wake.ring();
  }

  leave(screen: PresenceScreen): void {
    this.#screens.leave(screen);
    this.#listWanted += 1;
    this.#wake.ring();
  }

  /** Presences may have changed in the database. */
  ring(): void {
    this.#hasNews = true;
    this.#wake.ring();
  }

  /** Until it is stopped; then the list is given up. */
  async run(signal: StopSignal): Promise<void> {
    const { clock, store, owner } = this.#parts;
    signal.addEventListener('abort', () => this.#wake.ring(), { once: true });
    while (!signal.aborted) {
      await this.#turn();
      await this.#wake.waitAtMost(Math.max(0, this.#keptAt + lookEvery - clock.now()), clock);
      await sleep(gatherFor, signal, clock);
    }
    await dropPresenceList(store, this.#tenantId, owner);
  }

  async #turn(): Promise<void> {
    const { clock } = this.#parts;
    if (this.#listWanted !== this.#listWritten) await this.#writeList();
    const isDue = clock.now() - this.#keptAt >= lookEvery;
    if (isDue) await this.#keepList();
    if (this.#hasNews || isDue) await this.#readNews();
    if (this.#screens.tell((id) => this.#textOf(id))) this.#retry();
  }

  /** A slow screen is looked at again, though nothing is new. */
  #retry(): void {
    this.#parts.clock.after(5 * gatherFor, () => this.#wake.ring());
  }

  async #writeList(): Promise<void> {
    const { store, clock, owner, onWatched } = this.#parts;
    const wanted = this.#listWanted;
    const people = this.#screens.people();
    for (const id of this.#listed.keys()) if (!this.#screens.shows(id)) this.#forget(id);
    const fresh = people.filter((id) => !this.#listed.has(id));
    const list = { list: owner, personIds: people };
    const version = await putPresenceList(store, this.#tenantId, list, clock.now() + keptFor);
    const at = clock.now();
    for (const id of fresh) this.#listed.set(id, { version, at });
    this.#listWritten = wanted;
    if (fresh.length === 0) return;
    onWatched(this.#tenantId);
    for (const presence of await readAgedPresences(store, this.#tenantId, fresh))
      this.#learn(presence, presence.confirmedAt);
  }

  #forget(id: PersonId): void {
    this.#listed.delete(id);
    this.#known.delete(id);
  }

  async #keepList(): Promise<void> {
    const { store, clock, owner } = this.#parts;
    const now = clock.now();
    const read = await keepPresenceList(store, this.#tenantId, owner, now + keptFor);
    this.#keptAt = now;
    // Emptied tables have lost the list: it is written anew.
    if (read === undefined) this.#listWanted += this.#screens.isEmpty ? 0 : 1;
    else if (read.readAt !== this.#read.readAt || read.readVersion !== this.#read.readVersion)
      this.#read = read;
    this.#screens.refresh(now + renewBefore);
  }

  async #readNews(): Promise<void> {
    const { store } = this.#parts;
    this.#hasNews = false;
    const { presences, upTo } = await readPresenceChanges(
      store,
      this.#tenantId,
      this.#screens.people(),
      this.#upTo,
    );
    this.#upTo = upTo;
    for (const presence of presences) this.#learn(presence, presence.saidAt);
  }

  #learn(presence: StoredPresence, confirmedAt: Instant): void {
    const { personId: id, change, saidAt } = presence;
    const before = this.#known.get(id);
    if (before !== undefined && before.presence.change > change) return;
    const newest = Math.max(confirmedAt, saidAt, before?.confirmedAt ?? 0);
    if (before?.presence.change === change) {
      before.confirmedAt = newest;
      return;
    }
    this.#known.set(id, { presence, confirmedAt: newest });
    this.#screens.changed(id);
  }

  /** What every screen is told of somebody; made once for all of them, and again when its age is another. */
  #textOf(id: PersonId): PresenceText | undefined {
    const known = this.#known.get(id);
    if (known === undefined) return undefined;
    const listed = this.#listed.get(id);
    const isRead = listed !== undefined && this.#read.readVersion >= listed.version;
    const asOf = Math.max(known.confirmedAt, isRead ? this.#read.readAt : 0);
    const now = this.#parts.clock.now();
    // Who has just come on the screen is as old as everybody else until the first reading may be expected.
    const patience = isRead
      ? 0
      : Math.min(promisedFor.everybody, (listed?.at ?? now) + promisedFor.screen - asOf);
    const promise = Math.max(promisedFor.screen, patience);
    const view = presentPresence(known.presence, { asOf, promise, now });
    if (known.text?.asOf === view.asOf && known.text.staleAt === view.staleAt) return known.text;
    known.text = { asOf: view.asOf, staleAt: view.staleAt, text: JSON.stringify(view) };
    return known.text;
  }
}
