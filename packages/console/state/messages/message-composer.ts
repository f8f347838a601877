import { longestText, type SendMessage } from '@switchboard/contract/commands/message-command';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import type { MessageView, Written } from '@switchboard/contract/views/message-view';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../../connection/cell.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { CommandDesk } from '../command-desk.ts';
import { DraftForm } from '../draft-form.ts';
import type { Drafts } from '../drafts.ts';
import {
  type ComposedMessage,
  composeMessage,
  type MessageField,
  type MessageWriter,
  messageFields,
} from './compose-message.ts';
import { type MessageFacts, readFacts } from './message-facts.ts';

export interface Recipient {
  readonly personId: string;
  readonly name: string;
}

/** A message being written. */
export interface OpenMessage {
  readonly recipient: Recipient;
  readonly form: DraftForm<MessageField>;
  /** How it can go and what it can be made of, once the server has said so. */
  readonly ways: 'reading' | 'failed' | MessageWaysRead;
  /** The calls that it may be about: the one it was opened for, that of an earlier draft, others at hand. */
  readonly calls: readonly MessageFacts[];
  /** The id of the message that this one is made of. */
  readonly insteadOf?: string;
}

/** A message that is not on its way any more, with what it was made of. */
export type WrittenMessage = Pick<MessageView, 'messageId' | 'personId' | 'recipient'> & {
  readonly written: Written;
};

export interface MessageComposerParts {
  readonly desk: CommandDesk;
  readonly drafts: Drafts;
  readonly newId: IdSource;
  readonly texts: () => Texts;
  readonly writer: () => MessageWriter;
  readonly onSent: (recipient: Recipient) => void;
}

const empty = Object.fromEntries(messageFields.map((field) => [field, ''])) as Record<MessageField, string>;

/** The message that is being written, one at a time. What is typed is kept as a draft until the server has it. */
export class MessageComposer {
  readonly #parts: MessageComposerParts;
  readonly #state = new Cell<OpenMessage | undefined>(undefined);

  constructor(parts: MessageComposerParts) {
    this.#parts = parts;
  }

  get state(): Readable<OpenMessage | undefined> {
    return this.#state;
  }

  /** @param calls what it may be about; the first is what it is about, unless a draft says otherwise */
  open(recipient: Recipient, calls: readonly MessageFacts[], isAbout: boolean): void {
    const call = isAbout ? (calls[0]?.callId ?? '') : '';
    const form = new DraftForm(this.#parts.drafts, draftOf(recipient), { ...empty, call });
    this.#show({ recipient, form, ways: 'reading', calls });
  }

  /**
   * Opens what was written once more, as it was filled in, to be sent as a new message. It is a draft of its own: what is
   * being written to the same person meanwhile stays as it is.
   *
   * @param calls what it may be about besides
   */
  openAgain(
    { messageId, personId, recipient: name, written }: WrittenMessage,
    calls: OpenMessage['calls'],
  ): void {
    const recipient = { personId, name };
    const known = messageFields.filter((field) => field !== 'messageId' && written[field] !== undefined);
    const start = { ...empty, ...Object.fromEntries(known.map((field) => [field, written[field] ?? ''])) };
    const form = new DraftForm(this.#parts.drafts, `${draftOf(recipient)}.again.${messageId}`, start);
    this.#show({ recipient, form, ways: 'reading', calls, insteadOf: messageId });
  }

  /** Whether something was typed to somebody, not sent, and not being made of another message. */
  hasDraft(personId: string): boolean {
    return this.#parts.drafts.read(draftOf({ personId })) !== undefined;
  }

  #show(open: OpenMessage): void {
    const { form, calls } = open;
    const drafted = readFacts(form.state.getSnapshot().values.facts);
    const isKnown = calls.some(({ callId }) => callId === drafted?.callId);
    this.#state.set(drafted === undefined || isKnown ? open : { ...open, calls: [...calls, drafted] });
    this.readWays();
  }

  /** What was typed and not sent stays as a draft. */
  close(): void {
    this.#state.set(undefined);
  }

  /** Asks how the message can go: when it is opened, and again when that failed. */
  readWays(): void {
    const open = this.#state.getSnapshot();
    if (open === undefined) return;
    const { personId } = open.recipient;
    // Whoever closes it and writes to the same person again waits for the same answer.
    const failed = (): void => this.#waysAre(personId, 'failed');
    this.#waysAre(personId, 'reading');
    const { timeZone } = this.#parts.writer();
    this.#parts.desk.ask({
      action: 'readMessageWays',
      subject: personId,
      message: { type: 'readMessageWays', personId, timeZone },
      onRefused: failed,
      onFailed: failed,
    });
  }

  heardWays(message: MessageWaysRead): void {
    this.#waysAre(message.personId, message);
    this.#parts.desk.answered(message.id, undefined);
  }

  /** The message as it would be sent now; undefined while it is not known how. */
  composed(): ComposedMessage | undefined {
    const open = this.#state.getSnapshot();
    if (open === undefined || typeof open.ways === 'string') return undefined;
    return composeMessage(
      open.form.state.getSnapshot().values,
      this.facts(),
      open.ways,
      this.#parts.writer(),
    );
  }

  /** Of the call that it is about. */
  facts(): MessageFacts | undefined {
    const open = this.#state.getSnapshot();
    const call = open?.form.state.getSnapshot().values.call;
    return open?.calls.find(({ callId }) => callId === call);
  }

  /** Something else than before is another message: it gets an id of its own when it is sent. */
  type(field: Exclude<MessageField, 'facts' | 'messageId'>, value: string): void {
    const form = this.#state.getSnapshot()?.form;
    if (form === undefined) return;
    form.type(field, value);
    this.#keep(form, 'messageId', '');
    const facts = this.facts();
    // What is known of the call goes with what was typed: after a reload nobody else knows it.
    this.#keep(form, 'facts', facts === undefined ? '' : JSON.stringify(facts));
  }

  /** Gives the message to the server; it sends it in its own time, and says what becomes of it. */
  send(): void {
    const open = this.#state.getSnapshot();
    const composed = this.composed();
    if (open === undefined || open.form.state.getSnapshot().isSending) return;
    const { form, recipient } = open;
    const say = this.#parts.texts().messages;
    if (composed?.way === undefined) return form.failed(new Map(), say.noWayOpen);
    if (composed.body.length > longestText)
      return form.failed(new Map([['text', say.tooLong(composed.body.length - longestText)]]));
    if (composed.body === '' || (composed.template === 'note' && isEmpty(form)))
      return form.failed(new Map([['text', say.nothingSaid]]));
    const known = form.state.getSnapshot().values.messageId;
    const messageId = known === '' ? this.#parts.newId() : known;
    this.#keep(form, 'messageId', messageId);
    form.sending();
    this.#parts.desk.ask({
      action: 'sendMessage',
      subject: messageId,
      message: {
        ...sendingOf(messageId, recipient, composed, this.facts()),
        written: writtenOf(form, this.facts()),
        ...(open.insteadOf === undefined ? {} : { insteadOf: open.insteadOf }),
      },
      onDone: () => this.#taken(open),
      onRefused: (refusal) => form.refused(refusal, this.#parts.texts().refusedAt(refusal)),
      onFailed: () => form.failed(new Map(), say.notTaken),
    });
  }

  /** What the server has, though its answer was lost, is not here to be sent once more. */
  heardMessages(messages: readonly MessageView[]): void {
    const open = this.#state.getSnapshot();
    const id = open?.form.state.getSnapshot().values.messageId;
    if (open === undefined || id === '' || !messages.some(({ messageId }) => messageId === id)) return;
    this.#taken(open);
  }

  #taken({ form, recipient }: OpenMessage): void {
    form.done();
    if (this.#state.getSnapshot()?.form !== form) return;
    this.close();
    this.#parts.onSent(recipient);
  }

  #keep(form: DraftForm<MessageField>, field: MessageField, value: string): void {
    if (form.state.getSnapshot().values[field] !== value) form.type(field, value);
  }

  #waysAre(personId: string, ways: OpenMessage['ways']): void {
    this.#state.update((open) => (open?.recipient.personId === personId ? { ...open, ways } : open));
  }
}

const draftOf = ({ personId }: Pick<Recipient, 'personId'>): string => `message.${personId}`;

/** What was filled in, with what is known of the call: enough to open it again anywhere. */
function writtenOf(form: DraftForm<MessageField>, facts: MessageFacts | undefined): Written {
  const { messageId: _id, facts: _facts, ...typed } = form.state.getSnapshot().values;
  const filled = Object.entries(typed).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(filled), ...(facts === undefined ? {} : { facts: JSON.stringify(facts) }) };
}

const isEmpty = (form: DraftForm<MessageField>): boolean => {
  const { text, callBack, callsAgain, urgent } = form.state.getSnapshot().values;
  return text.trim() === '' && callBack + callsAgain + urgent === '';
};

const sendingOf = (
  messageId: string,
  { personId }: Recipient,
  { way = 'mail', language, subject, body, isUrgent }: ComposedMessage,
  facts: MessageFacts | undefined,
): Omit<SendMessage, 'id'> => ({
  type: 'sendMessage',
  ...{ messageId, personId, way, language, isUrgent },
  ...(facts === undefined ? {} : { callId: facts.callId }),
  subject: way === 'mail' ? subject : '',
  text: body,
});
