import { type FeedMessage, feedMessageSchema } from '@switchboard/contract/feed/feed-message';
import { contractVersion } from '@switchboard/contract/version';
import type { CallView } from '@switchboard/contract/views/call-view';
import { WebSocket } from 'ws';
import { until } from '../../journeys/support/until.ts';

/** Longer than a heartbeat takes on a busy machine: a console that hears nothing for so long comes anew. */
const silence = 4_000;
const pauseBeforeComing = 250;

/** A console that comes back whenever its connection breaks, and resumes where it was. */
export class SoakConsole {
  readonly calls = new Map<string, CallView>();
  /** How often it has come. */
  welcomes = 0;
  isWelcome = false;
  readonly #url: string;
  readonly #token: string;
  #socket: WebSocket | undefined;
  #seq: number | undefined;
  #heardAt = 0;
  #id = 0;
  #isClosed = false;
  readonly #watch: NodeJS.Timeout;

  constructor(publicUrl: string, token: string) {
    this.#url = `${publicUrl.replace(/^http/u, 'ws')}/api/socket`;
    this.#token = token;
    this.#open();
    this.#watch = setInterval(() => {
      if (Date.now() - this.#heardAt > silence) this.#socket?.terminate();
    }, silence / 4);
  }

  /** Asks without waiting for the answer: what comes of it shows in the calls. */
  ask(command: object): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ ...command, id: String((this.#id += 1)) }));
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#watch);
    this.#socket?.terminate();
  }

  untilWelcome(): Promise<void> {
    return until('the welcome of a console', () => this.isWelcome, 60_000);
  }

  /** Calls that are not over, in an order that does not depend on the way they came. */
  get liveCalls(): readonly CallView[] {
    return [...this.calls.values()]
      .filter(({ state }) => state !== 'ended')
      .toSorted((a, b) => a.callId.localeCompare(b.callId));
  }

  #open(): void {
    this.#heardAt = Date.now();
    const socket = new WebSocket(this.#url, { headers: { cookie: `switchboard_session=${this.#token}` } });
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('open', () => {
      const resume = this.#seq === undefined ? {} : { resumeFrom: this.#seq };
      socket.send(JSON.stringify({ type: 'hello', version: contractVersion, ...resume }));
    });
    socket.on('message', (data) => {
      if (this.#socket !== socket) return;
      this.#heardAt = Date.now();
      this.#take(feedMessageSchema.parse(JSON.parse(String(data as Buffer))));
    });
    socket.on('close', () => {
      this.isWelcome = false;
      if (!this.#isClosed) setTimeout(() => this.#open(), pauseBeforeComing);
    });
  }

  #take(message: FeedMessage): void {
    if (message.type === 'welcome') {
      if (!message.resumed) this.calls.clear();
      for (const call of message.calls) this.calls.set(call.callId, call);
      this.#seq = message.seq;
      this.isWelcome = true;
      this.welcomes += 1;
    }
    if (message.type === 'call') this.calls.set(message.call.callId, message.call);
    if ('seq' in message) this.#seq = message.seq;
  }
}
