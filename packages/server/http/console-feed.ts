import type { Operator } from '@switchboard/domain/operator/operator';

/** A console that follows the feed. */
export interface ConsoleListener {
  readonly operator: Operator;
  send(frame: string): void;
}

/** Where a socket gets its messages from; `publish` is behind it. */
export interface ConsoleFeed {
  /** Sends the welcome, then everything that follows it. Returns how to leave. */
  attach(listener: ConsoleListener, resumeFrom: number | undefined): Promise<() => void>;
}

/** Everything about people that a console is told without asking; `publish` is behind it. */
export interface PeopleFollow {
  /** Tells the console's operator of their favourites, the directory and their own contacts, now and when they change. */
  follow(listener: ConsoleListener): Promise<void>;
  /** The people of whom a change is to be told; replaces the earlier list. */
  watch(listener: ConsoleListener, personIds: readonly string[]): void;
  leave(listener: ConsoleListener): void;
}

/** A console that is told of presence. */
export interface PresenceListener extends ConsoleListener {
  /** Bytes that are sent and not taken yet: who has many is told later, and then the newest. */
  readonly backlog: number;
}

/** Whose presence a console shows; the presence board is behind it. */
export interface PresenceWatch {
  watch(listener: PresenceListener, personIds: readonly string[]): void;
  leave(listener: PresenceListener): void;
}
