import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';

/** A mail as it arrived, and as it stands among those its sender sent. */
export interface Mail {
  readonly id: string;
  readonly senderId: string;
  readonly to: readonly { readonly address: string; readonly name: string }[];
  readonly subject: string;
  readonly contentType: 'html' | 'text';
  readonly content: string;
  readonly importance: 'low' | 'normal' | 'high';
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Whether its sender keeps it. */
  readonly isKept: boolean;
  readonly sentAt: Instant;
}

/** What two people write to each other in Teams. */
export interface Chat {
  readonly id: string;
  readonly memberIds: readonly [string, string];
  readonly createdAt: Instant;
  readonly messages: readonly ChatMessage[];
}

export interface ChatMessage {
  readonly id: string;
  readonly senderId: string;
  readonly contentType: 'html' | 'text';
  readonly content: string;
  readonly importance: 'normal' | 'high' | 'urgent';
  readonly sentAt: Instant;
}

/** Older ones are thrown away: a simulator may run for days. */
const mostKept = 2_000;

/** Mail that was sent and chats that were written, newest last. What is sent has arrived. */
export class PostOffice {
  readonly #clock: Clock;
  readonly #newId: IdSource;
  readonly #onChange: () => void;
  #mails: readonly Mail[] = [];
  readonly #chats = new Map<string, Chat>();
  #lastChatMessage = 0;

  constructor(parts: { readonly clock: Clock; readonly newId: IdSource }, onChange: () => void) {
    this.#clock = parts.clock;
    this.#newId = parts.newId;
    this.#onChange = onChange;
  }

  get mails(): readonly Mail[] {
    return this.#mails;
  }

  get chats(): readonly Chat[] {
    return [...this.#chats.values()];
  }

  sendMail(mail: Omit<Mail, 'id' | 'sentAt'>): void {
    const sent = { ...mail, id: this.#newId(), sentAt: this.#clock.now() };
    this.#mails = [...this.#mails, sent].slice(-mostKept);
    this.#onChange();
  }

  /** The chat of two people: there is one at most. */
  openChat(one: string, other: string): Chat {
    const [first, second] = one < other ? ([one, other] as const) : ([other, one] as const);
    const id = `19:${first}_${second}@unq.gbl.spaces`;
    const known = this.#chats.get(id);
    if (known !== undefined) return known;
    const chat: Chat = { id, memberIds: [first, second], createdAt: this.#clock.now(), messages: [] };
    this.#chats.set(id, chat);
    this.#onChange();
    return chat;
  }

  findChat(id: string): Chat | undefined {
    return this.#chats.get(id);
  }

  /** Ids of messages are the milliseconds of their time, made unique within the chat. */
  write(chat: Chat, message: Omit<ChatMessage, 'id' | 'sentAt'>): ChatMessage {
    const sentAt = this.#clock.now();
    this.#lastChatMessage = Math.max(this.#lastChatMessage + 1, sentAt);
    const written = { ...message, id: String(this.#lastChatMessage), sentAt };
    this.#chats.set(chat.id, { ...chat, messages: [...chat.messages, written].slice(-mostKept) });
    this.#onChange();
    return written;
  }
}
