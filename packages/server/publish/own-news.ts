import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import type { DeskEvent } from '@switchboard/store/feed/desk-event';
import { readMessages } from '@switchboard/store/messages/messages';
import { readPreferences } from '@switchboard/store/operators/preferences';
import { presentMessages } from '../present/present-message.ts';
import { presentPreferences } from '../present/present-preferences.ts';
import type { FeedListener } from './feed-listener.ts';

/** So long a message that was sent or put away is still shown: for the working day. */
const settledFor = 12 * 3_600_000;

/**
 * What is an operator's alone: what they prefer, their messages. All of it is told to each console of theirs, when it
 * comes and when something of it has changed; again until it was read.
 */
export class OwnNews {
  readonly #tenantId: TenantId;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #preferring = new Set<PersonId>();
  readonly #writing = new Set<PersonId>();

  constructor(tenantId: TenantId, store: Store, clock: Clock) {
    this.#tenantId = tenantId;
    this.#store = store;
    this.#clock = clock;
  }

  /** A console of theirs has come. */
  welcome(operatorId: PersonId): void {
    this.#preferring.add(operatorId);
    this.#writing.add(operatorId);
  }

  /** False: the event is about more than that. */
  take(event: DeskEvent): boolean {
    if (event.subject !== 'operator') return false;
    const { operatorId } = event.operator;
    if (event.hasNewPreferences === true) this.#preferring.add(operatorId);
    else if (event.hasNewMessages === true) this.#writing.add(operatorId);
    else return false;
    return true;
  }

  async tell(listeners: Iterable<FeedListener>): Promise<void> {
    await this.#tell(this.#preferring, listeners, async (operatorIds) => {
      const kept = await readPreferences(this.#store, this.#tenantId, operatorIds);
      return (operatorId) => presentPreferences(kept.get(operatorId) ?? []);
    });
    await this.#tell(this.#writing, listeners, async (operatorIds) => {
      const since = this.#clock.now() - settledFor;
      const kept = await readMessages(this.#store, this.#tenantId, operatorIds, since);
      return (operatorId) => presentMessages(kept.get(operatorId) ?? []);
    });
  }

  async #tell(
    wanting: Set<PersonId>,
    listeners: Iterable<FeedListener>,
    read: (operatorIds: readonly PersonId[]) => Promise<(operatorId: PersonId) => object>,
  ): Promise<void> {
    const operatorIds = [...wanting];
    if (operatorIds.length === 0) return;
    const present = await read(operatorIds);
    for (const operatorId of operatorIds) {
      wanting.delete(operatorId);
      const frame = JSON.stringify(present(operatorId));
      for (const listener of listeners) if (listener.operator.operatorId === operatorId) listener.send(frame);
    }
  }
}
