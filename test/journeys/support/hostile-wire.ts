import { connect } from 'node:net';
import { type FeedMessage, feedMessageSchema } from '@switchboard/contract/feed/feed-message';
import { contractVersion } from '@switchboard/contract/version';
import { WebSocket } from 'ws';
import { until } from './until.ts';

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly text: string;
}

/** What a server says to bytes that no client library would send. Resolves when the server closes or after an answer. */
export function sendRaw(url: string, bytes: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const finish = (): void => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    };
    socket.on('data', (data) => {
      text += data.toString('latin1');
    });
    socket.on('close', finish);
    socket.on('error', finish);
    socket.write(bytes);
  });
}

/** A request line with the headers that every request needs; the server closes the connection after its answer. */
export const rawRequest = (method: string, path: string, headers: readonly string[] = []): string =>
  [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n');

/** A WebSocket that says what it likes, and keeps what it hears. */
export class RawConsole {
  readonly heard: FeedMessage[] = [];
  closed: { readonly code: number; readonly reason: string } | undefined;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      this.heard.push(feedMessageSchema.parse(JSON.parse(String(data as Buffer))));
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
    });
    socket.on('error', () => undefined);
  }

  /** Connects with a session; says nothing yet. */
  static async connect(url: string, session: string): Promise<RawConsole> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/socket`, {
      headers: { cookie: `switchboard_session=${session}` },
    });
    const console = new RawConsole(socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return console;
  }

  async hello(): Promise<this> {
    this.say({ type: 'hello', version: contractVersion });
    await until('the welcome', () => this.heard.some((message) => message.type === 'welcome'));
    return this;
  }

  say(message: unknown): void {
    this.send(JSON.stringify(message));
  }

  send(data: string | Buffer): void {
    this.#socket.send(data);
  }

  /** The refusal or the yes to the message of this id. */
  async answer(id: string): Promise<Extract<FeedMessage, { type: 'answer' }>> {
    const found = () =>
      this.heard.find(
        (message): message is Extract<FeedMessage, { type: 'answer' }> =>
          message.type === 'answer' && message.id === id,
      );
    await until(
      `an answer to ${id}`,
      () => found() !== undefined,
      5_000,
      () => this.heard.slice(-3),
    );
    return found() ?? { type: 'answer', id };
  }

  async untilClosed(): Promise<{ readonly code: number; readonly reason: string }> {
    await until('the server closes the connection', () => this.closed !== undefined, 8_000);
    return this.closed ?? { code: 0, reason: '' };
  }

  end(): void {
    this.#socket.terminate();
  }
}
