import type { Clock, Instant } from '@switchboard/kit/clock';
import { type Conversation, type Hearing, hearingOf, humansIn, partyKey } from './conversation.ts';

interface Heard {
  hearing: Hearing | undefined;
  since: Instant;
  longestSilence: number;
}

export interface HeardNow {
  readonly hearing: Hearing | undefined;
  readonly since: Instant;
  /** Milliseconds, the running silence included. */
  readonly longestSilence: number;
}

/** Keeps what everybody hears and the longest silence each had to bear. */
export class HearingBook {
  readonly #clock: Clock;
  readonly #heard = new Map<string, Heard>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** To be called after every change of a conversation. */
  refresh(conversation: Conversation): void {
    for (const member of humansIn(conversation))
      this.#set(partyKey(member.party), hearingOf(conversation, member));
  }

  /** The party is in no conversation any more. What it had to bear stays known. */
  leave(key: string): void {
    this.#set(key, undefined);
  }

  of(key: string): HeardNow {
    const heard = this.#heard.get(key);
    if (!heard) return { hearing: undefined, since: this.#clock.now(), longestSilence: 0 };
    return { hearing: heard.hearing, since: heard.since, longestSilence: this.#silence(heard) };
  }

  forget(key: string): void {
    this.#heard.delete(key);
  }

  #set(key: string, hearing: Hearing | undefined): void {
    const now = this.#clock.now();
    const heard = this.#heard.get(key);
    if (!heard) {
      if (hearing) this.#heard.set(key, { hearing, since: now, longestSilence: 0 });
      return;
    }
    if (JSON.stringify(heard.hearing) === JSON.stringify(hearing)) return;
    heard.longestSilence = this.#silence(heard);
    heard.hearing = hearing;
    heard.since = now;
  }

  #silence(heard: Heard): number {
    const running = heard.hearing?.kind === 'silence' ? this.#clock.now() - heard.since : 0;
    return Math.max(heard.longestSilence, running);
  }
}
