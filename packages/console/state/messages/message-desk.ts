import type { MessagesChanged, MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import type { MessageView, MessageWish } from '@switchboard/contract/views/message-view';
import { Cell, type Readable } from '../../connection/cell.ts';
import type { Announcer } from '../announcer.ts';
import { MessageComposer, type MessageComposerParts } from './message-composer.ts';

export interface MessageDeskParts extends Omit<MessageComposerParts, 'onSent'> {
  readonly announcer: Announcer;
  /** Something was not done: on the screen and aloud. */
  readonly complain: (text: string) => void;
}

/** Messages to colleagues: the one being written, and what became of the others. */
export class MessageDesk {
  readonly composer: MessageComposer;
  readonly #parts: MessageDeskParts;
  readonly #messages = new Cell<readonly MessageView[]>([]);
  readonly #textOf = new Cell<string | undefined>(undefined);
  #isKnown = false;

  constructor(parts: MessageDeskParts) {
    this.#parts = parts;
    this.composer = new MessageComposer({
      ...parts,
      onSent: ({ name }) => this.#say(parts.texts().messages.given(name)),
    });
  }

  /** This operator's own, the newest first: what is not settled, and what was sent lately. */
  get messages(): Readable<readonly MessageView[]> {
    return this.#messages;
  }

  take(message: MessagesChanged | MessageWaysRead): void {
    if (message.type === 'messageWays') this.composer.heardWays(message);
    else this.#changed(message.messages);
  }

  /** The id of the message whose text stands open. */
  get textOf(): Readable<string | undefined> {
    return this.#textOf;
  }

  /** Opens the text of a message and reads it out; again: closes it. */
  readText({ messageId, text }: MessageView): void {
    if (text === undefined) return;
    const isOpen = this.#textOf.getSnapshot() === messageId;
    this.#textOf.set(isOpen ? undefined : messageId);
    if (!isOpen) this.#say(text);
  }

  find(messageId: string): MessageView | undefined {
    return this.#messages.getSnapshot().find((each) => each.messageId === messageId);
  }

  /** Try again, send again, or put it away. */
  wish({ messageId, recipient }: MessageView, wish: MessageWish): void {
    this.#parts.desk.ask({
      action: 'wishMessage',
      subject: messageId,
      detail: wish,
      message: { type: 'wishMessage', messageId, wish },
      onDone: () => {
        if (wish === 'withdraw') this.#say(this.#parts.texts().messages.putAway(recipient));
      },
    });
  }

  #changed(messages: readonly MessageView[]): void {
    const before = new Map(this.#messages.getSnapshot().map((each) => [each.messageId, each]));
    this.#messages.set(messages);
    this.composer.heardMessages(messages);
    this.#parts.desk.changed();
    // What was there when the page came is on the screen; only what happens since is said.
    if (this.#isKnown) for (const each of messages) this.#tell(before.get(each.messageId), each);
    this.#isKnown = true;
  }

  #tell(before: MessageView | undefined, { state, recipient, why }: MessageView): void {
    if (before?.state === state) return;
    const say = this.#parts.texts().messages;
    if (state === 'sent') this.#say(say.sentTo(recipient));
    if (state === 'failed' && why !== undefined) this.#parts.complain(say.failedTo(recipient, why));
    if (state === 'doubtful') this.#parts.complain(say.doubtfulTo(recipient));
  }

  #say(text: string): void {
    this.#parts.announcer.say({ text, urgency: 'polite' });
  }
}
