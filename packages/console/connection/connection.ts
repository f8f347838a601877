import type { ConsoleMessage } from '@switchboard/contract/commands/console-message';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import { silenceLimit } from '@switchboard/contract/feed/heartbeat';
import type { Welcome } from '@switchboard/contract/feed/welcome';
import { contractVersion } from '@switchboard/contract/version';
import { unreachable } from '@switchboard/kit/assert';
import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { Cell, type Readable } from './cell.ts';
import { type ConnectionInput, type ConnectionState, nextConnectionState } from './connection-state.ts';
import { decodeFeed } from './decode-feed.ts';
import { longestPause, reconnectPause } from './reconnect-pause.ts';
import { ServerTime } from './server-time.ts';
import type { AskSession } from './session.ts';
import type { OpenSocket, Socket } from './socket.ts';

/** From the first knock to the welcome. A server that takes longer is not one to work with. */
const welcomeLimit = 5_000;

export interface ConnectionParts {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly openSocket: OpenSocket;
  /** Asked when a socket closes before the welcome: a browser does not say that it was a 401. */
  readonly askSession: AskSession;
  readonly log: Logger;
}

/**
 * The one WebSocket, kept up. Numbers of the feed are remembered, so that a new socket goes on where the old one
 * ended. What cannot be sent now is refused, never kept for later.
 */
export class Connection {
  readonly #parts: ConnectionParts;
  readonly #state = new Cell<ConnectionState>({ kind: 'connecting', failures: 0 });
  readonly #time: ServerTime;
  readonly #hearers = new Set<(message: FeedMessage) => void>();
  #socket: Socket | undefined;
  #cancelTimer: Cancel = nothing;
  #heardAt: Instant;
  /** The number to go on from: everything up to it is here. */
  #seq: number | undefined;
  /** The number heard last. Several messages may have it, and a connection may break between two of them. */
  #heardSeq = 0;
  #operatorId: string | undefined;
  #running = false;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#time = new ServerTime(parts.clock);
    this.#heardAt = parts.clock.now();
  }

  get state(): Readable<ConnectionState> {
    return this.#state;
  }

  /** The server's time now. */
  readonly serverNow = (): Instant => this.#time.now();

  /** Hands every understood message to `hearer`, after the state has followed it. */
  hear(hearer: (message: FeedMessage) => void): void {
    this.#hearers.add(hearer);
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#connect();
  }

  stop(): void {
    this.#running = false;
    this.#drop();
  }

  /** False: not connected, and nothing was sent. */
  send(message: ConsoleMessage): boolean {
    if (this.#state.getSnapshot().kind !== 'live' || this.#socket === undefined) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** The network or the operator is back: do not wait for the pause to end, and do not trust a silent socket. */
  retryNow(): void {
    const { kind } = this.#state.getSnapshot();
    if (!this.#running || kind === 'signedOut' || kind === 'outdated') return;
    if (kind === 'live') {
      if (this.#parts.clock.now() - this.#heardAt >= silenceLimit) this.#fail('silent');
      return;
    }
    if (this.#socket === undefined) this.#connect();
  }

  #connect(): void {
    this.#drop();
    // The socket is compared in each call: what an abandoned one still says is ignored.
    const socket: Socket = this.#parts.openSocket({
      opened: () => {
        if (this.#socket === socket) this.#greet(socket);
      },
      heard: (text) => {
        if (this.#socket === socket) this.#take(text);
      },
      closed: () => {
        if (this.#socket === socket) this.#closed();
      },
    });
    this.#socket = socket;
    this.#timer(welcomeLimit, () => this.#fail('no welcome'));
  }

  #greet(socket: Socket): void {
    socket.send(
      JSON.stringify({
        type: 'hello',
        version: contractVersion,
        ...(this.#seq === undefined ? {} : { resumeFrom: this.#seq }),
      } satisfies ConsoleMessage),
    );
  }

  #take(text: string): void {
    this.#heardAt = this.#parts.clock.now();
    const message = decodeFeed(text);
    if (this.#state.getSnapshot().kind === 'live') this.#listen();
    if (!message.ok) {
      this.#parts.log.warn('a message of the server was left out', { why: message.refusal });
      return;
    }
    this.#follow(message.value);
  }

  #follow(message: FeedMessage): void {
    switch (message.type) {
      case 'welcome':
        if (!this.#welcome(message)) return;
        break;
      case 'call':
      case 'operator':
      case 'queue':
      case 'callBack':
        // What has come before must not take the place of what is newer.
        if (message.seq < this.#heardSeq) return;
        if (message.seq > this.#heardSeq) this.#seq = this.#heardSeq;
        this.#heardSeq = message.seq;
        break;
      case 'heartbeat':
        this.#seq = this.#heardSeq;
        this.#time.heard(message.now);
        break;
      case 'farewell':
        this.#farewell(message.reason);
        return;
      case 'answer':
        if (message.refusal?.code === 'outdated') return this.#dismiss('outdated');
        break;
      case 'people':
      case 'peopleChanged':
      case 'person':
      case 'favourites':
      case 'filters':
      case 'directory':
      case 'personalContacts':
      case 'schedules':
      case 'calendar':
      case 'preferences':
      case 'messages':
      case 'messageWays':
      case 'presence':
      case 'timeline':
      case 'history':
      case 'caller':
        break;
      default:
        unreachable(message);
    }
    for (const hearer of this.#hearers) hearer(message);
  }

  /** False: this welcome is not the one to go on with. */
  #welcome(message: Welcome): boolean {
    this.#time.heard(message.now);
    const isSomebodyElse = this.#operatorId !== undefined && this.#operatorId !== message.me.operatorId;
    this.#operatorId = message.me.operatorId;
    if (isSomebodyElse && message.resumed) {
      // Somebody else signed in by another tab: what changed since is not enough, their picture is another.
      this.#seq = undefined;
      this.#connect();
      return false;
    }
    this.#seq = message.seq;
    this.#heardSeq = message.seq;
    this.#listen();
    this.#become({ type: 'welcomed' });
    return true;
  }

  #farewell(reason: 'restarting' | 'signedOut' | 'outdated' | 'misbehaved'): void {
    switch (reason) {
      case 'signedOut':
      case 'outdated':
        return this.#dismiss(reason);
      case 'restarting':
        return this.#fail(reason);
      case 'misbehaved':
        this.#parts.log.error('the server says that this console misbehaved');
        return this.#fail(reason, longestPause);
      default:
        unreachable(reason);
    }
  }

  #closed(): void {
    const wasLive = this.#state.getSnapshot().kind === 'live';
    this.#fail('closed');
    if (!wasLive) void this.#askForSession();
  }

  async #askForSession(): Promise<void> {
    const session = await this.#parts.askSession();
    if (session.kind === 'signedOut' && this.#running) this.#dismiss('signedOut');
  }

  #listen(): void {
    this.#timer(silenceLimit, () => this.#fail('silent'));
  }

  #fail(why: string, pause?: number): void {
    this.#drop();
    this.#become({ type: 'failed', heardAt: this.#heardAt });
    const state = this.#state.getSnapshot();
    const failures = state.kind === 'lost' || state.kind === 'connecting' ? state.failures : 1;
    const wait = pause ?? reconnectPause(failures, this.#parts.random());
    this.#parts.log.info('the connection failed; trying again', { why, failures, wait });
    this.#timer(wait, () => this.#connect());
  }

  #dismiss(why: 'signedOut' | 'outdated'): void {
    this.#drop();
    this.#become({ type: 'dismissed', why });
  }

  #drop(): void {
    this.#cancelTimer();
    this.#cancelTimer = nothing;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #timer(milliseconds: number, task: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#parts.clock.after(milliseconds, task);
  }

  #become(input: ConnectionInput): void {
    this.#state.update((state) => nextConnectionState(state, input));
  }
}

const nothing = (): void => {};
