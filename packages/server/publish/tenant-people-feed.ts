import type { DirectoryProgress, PersonalContacts } from '@switchboard/contract/feed/directory-progress';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import { Wake } from '@switchboard/kit/wake';
import { readDirectoryProgress } from '@switchboard/store/directory/progress';
import { type Favourite, readFavourites } from '@switchboard/store/people/favourites';
import { readChangedIds, readLastChange } from '@switchboard/store/people/people-changes';
import { type MailboxState, readMailboxStates } from '@switchboard/store/people/personal-contacts';
import { type PersonViewParts, readPersonViews } from '../people/person-views.ts';
import type { FeedListener } from './feed-listener.ts';

export interface TenantPeopleParts extends PersonViewParts {
  readonly clock: Clock;
  /** Told again and again which tenants have consoles here. */
  readonly inUse: (tenantId: TenantId) => void;
}

/** What a console was told last. */
interface Told {
  favourites: readonly Favourite[] | undefined;
  mailbox: MailboxState | undefined;
  frames: Map<FeedMessage['type'], string>;
}

/** Bells are missed when the standing connection breaks. */
const lookEvery = 2_000;
/** Every commit rings; so long the next look waits. In milliseconds. */
const restBetween = 250;
/** Changed at once: of more than that everybody counts as changed. */
const mostChanged = 5_000;

/** What the consoles of one tenant are told about people, out of the rows: whatever server has written them. */
export class TenantPeopleFeed {
  readonly #tenantId: TenantId;
  readonly #parts: TenantPeopleParts;
  readonly #wake = new Wake();
  readonly #told = new Map<FeedListener, Told>();
  /** A console may say whom it watches before it is followed. */
  readonly #watched = new Map<FeedListener, ReadonlySet<PersonId>>();
  /** The change up to which the consoles were told. */
  #change: number | undefined;

  constructor(tenantId: TenantId, parts: TenantPeopleParts) {
    this.#tenantId = tenantId;
    this.#parts = parts;
  }

  get isIdle(): boolean {
    return this.#told.size === 0 && this.#watched.size === 0;
  }

  ring(): void {
    this.#wake.ring();
  }

  /** Tells a console everything, and from then on what changes. */
  async follow(listener: FeedListener): Promise<void> {
    this.#parts.inUse(this.#tenantId);
    const told: Told = { favourites: undefined, mailbox: undefined, frames: new Map() };
    this.#told.set(listener, told);
    this.#change ??= (await readLastChange(this.#parts.store, this.#tenantId)).last;
    await this.#tell([[listener, told]], new Set());
  }

  watch(listener: FeedListener, personIds: readonly string[]): void {
    this.#watched.set(listener, new Set(personIds.map(personId)));
  }

  leave(listener: FeedListener): void {
    this.#told.delete(listener);
    this.#watched.delete(listener);
  }

  async run(signal: StopSignal): Promise<void> {
    const { clock } = this.#parts;
    while (!signal.aborted) {
      await this.#look();
      await sleep(restBetween, signal, clock);
      if (!signal.aborted) await this.#wake.waitAtMost(lookEvery, clock);
    }
  }

  async #look(): Promise<void> {
    if (this.#told.size === 0) return;
    this.#parts.inUse(this.#tenantId);
    const { last } = await readLastChange(this.#parts.store, this.#tenantId);
    const changed = await this.#changedSince(last);
    await this.#tell([...this.#told], changed);
    this.#change = last;
  }

  /** Ids; `all` when they are too many to name. */
  async #changedSince(last: number): Promise<ReadonlySet<PersonId> | 'all'> {
    const since = this.#change ?? last;
    if (last === since) return new Set();
    if (last < since) return 'all';
    const ids = await readChangedIds(this.#parts.store, this.#tenantId, since, mostChanged);
    return ids.length < mostChanged ? new Set(ids) : 'all';
  }

  async #tell(
    consoles: readonly (readonly [FeedListener, Told])[],
    changed: ReadonlySet<PersonId> | 'all',
  ): Promise<void> {
    const { store } = this.#parts;
    const operatorIds = [...new Set(consoles.map(([{ operator }]) => operator.operatorId))];
    const [directory, favourites, mailboxes] = await Promise.all([
      readDirectoryProgress(store, this.#tenantId),
      readFavourites(store, this.#tenantId, operatorIds),
      readMailboxStates(store, this.#tenantId, operatorIds),
    ]);
    for (const [listener, told] of consoles) {
      const { operatorId } = listener.operator;
      this.#say(listener, told, { type: 'directory', ...directory });
      const mailbox = mailboxes.get(operatorId);
      if (mailbox !== undefined) this.#say(listener, told, presentMailbox(mailbox));
      const isMailboxNew = told.mailbox?.readAt !== mailbox?.readAt || told.mailbox?.count !== mailbox?.count;
      told.mailbox = mailbox;
      const concerns = (id: PersonId): boolean =>
        changed === 'all' || changed.has(id) || (isMailboxNew && id.startsWith('personal:'));
      await this.#tellFavourites(listener, told, favourites.get(operatorId) ?? [], concerns);
      await this.#tellChanged(listener, concerns);
    }
  }

  async #tellFavourites(
    listener: FeedListener,
    told: Told,
    favourites: readonly Favourite[],
    concerns: (id: PersonId) => boolean,
  ): Promise<void> {
    const isSame = told.favourites !== undefined && isSameList(told.favourites, favourites);
    if (isSame && !favourites.some((one) => concerns(one.personId))) return;
    told.favourites = favourites;
    const ids = favourites.map((one) => one.personId);
    const people = await readPersonViews(this.#parts, listener.operator, ids);
    listener.send(JSON.stringify({ type: 'favourites', people }));
  }

  async #tellChanged(listener: FeedListener, concerns: (id: PersonId) => boolean): Promise<void> {
    const ids = [...(this.#watched.get(listener) ?? [])].filter(concerns);
    if (ids.length === 0) return;
    const people = await readPersonViews(this.#parts, listener.operator, ids);
    const there = new Set<string>(people.map((person) => person.personId));
    const removed = ids.filter((id) => !there.has(id));
    listener.send(JSON.stringify({ type: 'peopleChanged', people, removed }));
  }

  /** Sends a message unless the last one of its kind said the same. */
  #say(listener: FeedListener, told: Told, message: DirectoryProgress | PersonalContacts): void {
    const frame = JSON.stringify(message);
    if (told.frames.get(message.type) === frame) return;
    told.frames.set(message.type, frame);
    listener.send(frame);
  }
}

const isSameList = (one: readonly Favourite[], other: readonly Favourite[]): boolean =>
  one.length === other.length &&
  one.every(({ personId: id, group }, n) => other[n]?.personId === id && other[n].group === group);

const presentMailbox = ({ state, count }: MailboxState): PersonalContacts => ({
  type: 'personalContacts',
  state,
  count,
});
