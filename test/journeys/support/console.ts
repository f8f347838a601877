import type { CallCommandMessage } from '@switchboard/contract/commands/call-command';
import type { DeskCommandMessage } from '@switchboard/contract/commands/desk-command';
import type {
  CalendarCommandMessage,
  PeopleCommandMessage,
} from '@switchboard/contract/commands/people-command';
import type { Search } from '@switchboard/contract/commands/search';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import { type FeedMessage, feedMessageSchema } from '@switchboard/contract/feed/feed-message';
import { contractVersion } from '@switchboard/contract/version';
import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { must } from '@switchboard/kit/assert';
import { WebSocket } from 'ws';
import { until } from './until.ts';

/** Those that name nothing but the call. */
type CommandName = Exclude<
  CallCommandMessage['type'],
  'transfer' | 'consult' | 'add' | 'drop' | 'camp' | 'park' | 'sendTones'
>;
type Told<Message> = Message extends { readonly id: string } ? Omit<Message, 'id'> : never;
/** A command as a test writes it: the console gives it its id. */
export type Command = Told<CallCommandMessage | DeskCommandMessage | PeopleCommandMessage>;

/** A console without a screen: it speaks the contract, and keeps what the feed tells. */
export class Console {
  readonly calls = new Map<string, CallView>();
  readonly callBacks = new Map<string, CallBackView>();
  readonly operators = new Map<string, OperatorStatusView>();
  readonly presences = new Map<string, PresenceView>();
  readonly messages: FeedMessage[] = [];
  readonly #url: string;
  readonly #token: string;
  readonly #answers = new Map<string, RefusalView | 'taken'>();
  #socket: WebSocket | undefined;
  #seq: number | undefined;
  #id = 0;

  constructor(publicUrl: string, token: string) {
    this.#url = publicUrl.replace(/^http/, 'ws');
    this.#token = token;
  }

  /** Connects and waits for the welcome; the second time it resumes from the number it has. */
  async open(): Promise<void> {
    const socket = new WebSocket(`${this.#url}/api/socket`, {
      headers: { cookie: `switchboard_session=${this.#token}` },
    });
    this.#socket = socket;
    let isWelcome = false;
    socket.on('message', (data) => {
      const message = feedMessageSchema.parse(JSON.parse(String(data as Buffer)));
      isWelcome ||= message.type === 'welcome';
      this.#take(message);
    });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const resume = this.#seq === undefined ? {} : { resumeFrom: this.#seq };
    socket.send(JSON.stringify({ type: 'hello', version: contractVersion, ...resume }));
    socket.on('error', () => undefined);
    await until('the welcome', () => isWelcome);
  }

  /** Connects again and again until it is welcomed, as a browser does while a server is away. */
  async reopen(): Promise<void> {
    this.close();
    await until('the console is connected again', () =>
      this.open().then(
        () => true,
        () => false,
      ),
    );
  }

  /** Shows these people, so that it is told of their presence. */
  show(personIds: readonly string[]): void {
    this.#socket?.send(JSON.stringify({ type: 'watch', personIds }));
  }

  /** Its operator says that they go. */
  async signOut(): Promise<void> {
    const headers = { cookie: `switchboard_session=${this.#token}` };
    const url = `${this.#url.replace(/^ws/, 'http')}/auth/sign-out`;
    await fetch(url, { method: 'POST', headers, redirect: 'manual' });
  }

  close(): void {
    this.#socket?.removeAllListeners('message');
    this.#socket?.terminate();
  }

  /** The only call that is not over. */
  get call(): CallView | undefined {
    return [...this.calls.values()].find((call) => call.state !== 'ended');
  }

  async untilCall(what: string, isSo: (call: CallView) => boolean, within?: number): Promise<CallView> {
    let found: CallView | undefined;
    const look = (): boolean => {
      found = [...this.calls.values()].find(isSo);
      return found !== undefined;
    };
    await until(`a call that is ${what}`, look, within, () => [...this.calls.values()]);
    if (found === undefined) throw new Error('unreachable');
    return found;
  }

  async ask(type: CommandName, callId: string): Promise<RefusalView | 'taken'> {
    return this.tell({ type, callId } as Command);
  }

  /** Sends any command and waits for its answer. */
  async tell(command: Command): Promise<RefusalView | 'taken'> {
    return this.#send(command);
  }

  /** Asks when people are free, or looks for some, and waits for what is said to it. */
  async askFor(question: Told<CalendarCommandMessage | Search>): Promise<FeedMessage> {
    const id = String((this.#id += 1));
    this.#socket?.send(JSON.stringify({ ...question, id }));
    const answerTo = () => this.messages.find((each) => 'id' in each && each.id === id);
    await until('an answer to the question', () => answerTo() !== undefined);
    return must(answerTo(), 'an answer');
  }

  async transfer(callId: string, personId: string): Promise<RefusalView | 'taken'> {
    return this.#send({ type: 'transfer', callId, to: { kind: 'person', personId } });
  }

  async #send(command: object): Promise<RefusalView | 'taken'> {
    const id = String((this.#id += 1));
    this.#socket?.send(JSON.stringify({ ...command, id }));
    await until('an answer to the command', () => this.#answers.has(id));
    return this.#answers.get(id) ?? 'taken';
  }

  #take(message: FeedMessage): void {
    this.messages.push(message);
    if (message.type === 'welcome') {
      if (!message.resumed) this.calls.clear();
      for (const call of message.calls) this.calls.set(call.callId, call);
      for (const operator of message.operators) this.operators.set(operator.operatorId, operator);
      for (const callBack of message.callBacks) this.callBacks.set(callBack.callBackId, callBack);
      this.#seq = message.seq;
    }
    if (message.type === 'call') {
      this.calls.set(message.call.callId, message.call);
      this.#seq = message.seq;
    }
    if (message.type === 'presence')
      for (const presence of message.presences) this.presences.set(presence.personId, presence);
    if (message.type === 'operator') this.operators.set(message.operator.operatorId, message.operator);
    if (message.type === 'callBack') this.callBacks.set(message.callBack.callBackId, message.callBack);
    if (message.type === 'answer') this.#answers.set(message.id, message.refusal ?? 'taken');
  }
}
