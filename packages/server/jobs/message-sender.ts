import { afterLook, afterTry, inDoubt } from '@switchboard/domain/message/decide-message';
import type { SendingOutcome } from '@switchboard/domain/message/message-outcome';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { asError, type Service, type StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { Wake } from '@switchboard/kit/wake';
import type { Store } from '@switchboard/store/access/store';
import {
  type ClaimedMessage,
  claimMessages,
  type MessageStep,
  recordStep,
} from '@switchboard/store/messages/claim-message';
import type { MessageCarriers } from '../handle/message-carrier.ts';

export interface MessageSenderParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly carriers: MessageCarriers;
  readonly log: Logger;
}

/** Messages that are due by time, or left by a server that died, are looked for so often. */
const lookEvery = 1_000;
/** On their way at once from one server: Microsoft takes 30 mails a minute from a mailbox, and 20 chats a second from us. */
const atOnce = 8;
/** Longer than two tokens, a chat and a try together take; after it the next server has the message. */
const leaseFor = 90_000;

/** Sends what operators wrote: each message by one server at a time, and none again of which nobody knows whether it left. */
export class MessageSender implements Service {
  readonly name = 'messages';
  readonly #parts: MessageSenderParts;
  readonly #wake = new Wake();
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: MessageSenderParts) {
    this.#parts = parts;
  }

  /** There is a message to be sent. */
  poke(): void {
    this.#wake.ring();
  }

  async run(signal: StopSignal): Promise<void> {
    while (!signal.aborted) {
      await this.take();
      await this.#wake.waitAtMost(lookEvery, this.#parts.clock);
    }
    await this.drain();
  }

  async drain(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** Begins with what is due now, as far as there is room. */
  async take(): Promise<void> {
    const { store, clock, newId, log } = this.#parts;
    const limit = atOnce - this.#underWay.size;
    if (limit <= 0) return;
    const now = clock.now();
    const claimed = await claimMessages(store, { lease: newId(), now, until: now + leaseFor, limit });
    for (const message of claimed) {
      const work = this.#serve(message)
        .catch((error: unknown) => {
          // Its lease runs out, and then it is taken up as it stands: on its way is in doubt.
          const { tenantId, message: one } = message;
          log.error('a message was left', { tenantId, messageId: one.messageId, error: asError(error) });
        })
        .finally(() => {
          this.#underWay.delete(work);
          this.#wake.ring();
        });
      this.#underWay.add(work);
    }
  }

  async #serve(claimed: ClaimedMessage): Promise<void> {
    const { clock } = this.#parts;
    const { state } = claimed;
    switch (state.name) {
      case 'waiting':
        return this.#send(claimed);
      case 'sending':
        await this.#record(claimed, { state: inDoubt(state.since, clock.now()), looks: 0 });
        return;
      case 'doubtful':
        return this.#look(claimed, state.since);
      case 'sent':
      case 'failed':
      case 'withdrawn':
        // Nothing is ever due in these: see `columnsOf`.
        return;
    }
  }

  async #send(claimed: ClaimedMessage): Promise<void> {
    const { clock, carriers } = this.#parts;
    const ready = await carriers[claimed.message.way].prepare(claimed);
    const since = clock.now();
    if (!ready.ok) return this.#tried(claimed, ready.refusal, since);
    const { chatId } = ready.value;
    const step = { state: { name: 'sending', since }, ...(chatId === undefined ? {} : { chatId }) } as const;
    if (!(await this.#record(claimed, step))) return;
    await this.#tried(claimed, await ready.value.send(), since);
  }

  async #tried(claimed: ClaimedMessage, outcome: SendingOutcome, since: number): Promise<void> {
    const tries = claimed.tries + 1;
    const { wantedSince } = claimed;
    const state = afterTry(outcome, { tries, wantedSince, since }, this.#parts.clock.now());
    await this.#record(claimed, { state, tries, looks: 0 });
  }

  async #look(claimed: ClaimedMessage, since: number): Promise<void> {
    const { clock, carriers } = this.#parts;
    const found = await carriers[claimed.message.way].look(claimed, since);
    const looks = claimed.looks + 1;
    await this.#record(claimed, { state: afterLook(found, { since, looks }, clock.now()), looks });
  }

  #record(claimed: ClaimedMessage, step: MessageStep): Promise<boolean> {
    const { store, clock } = this.#parts;
    const now = clock.now();
    return recordStep(store, claimed, step, { now, until: now + leaseFor });
  }
}
