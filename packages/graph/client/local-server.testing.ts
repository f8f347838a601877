import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { must } from '@switchboard/kit/assert';
import type { ManualClock } from '@switchboard/kit/clock';
import { onTestFinished } from 'vitest';

export interface SeenRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  readonly text: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is when it is text. */
  readonly body?: unknown;
}

/** `silence` never answers; `reset` breaks the connection off; `half` sends headers of a 200 and breaks off in the body. */
export type Behaviour = Reply | 'silence' | 'reset' | 'half';

export interface LocalServer {
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly seen: readonly SeenRequest[];
  /** Resolves when so many requests have arrived. */
  arrived(count: number): Promise<void>;
  /** Stops it before the end of the test. */
  stop(): Promise<void>;
}

/** A web server on a free port of the loopback, gone at the end of the test. */
export async function startLocalServer(
  behave: (request: SeenRequest, nth: number) => Behaviour,
): Promise<LocalServer> {
  const seen: SeenRequest[] = [];
  let bell: () => void = () => {};
  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      seen.push(asked);
      answer(response, behave(asked, seen.length));
      bell();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  const { port } = server.address() as AddressInfo;
  async function arrived(count: number): Promise<void> {
    while (seen.length < count) {
      await new Promise<void>((resolve) => {
        bell = resolve;
      });
    }
  }
  return { url: `http://127.0.0.1:${port}`, seen, arrived, stop };
}

async function read(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const isJson = text.startsWith('{') || text.startsWith('[');
  return {
    method: must(request.method, 'method'),
    path: must(request.url, 'url'),
    headers: request.headers,
    body: isJson ? JSON.parse(text) : undefined,
    text,
  };
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'silence') return;
  if (behaviour === 'reset') {
    response.destroy();
    return;
  }
  if (behaviour === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"half":', () => response.destroy());
    return;
  }
  const { status, headers, body } = behaviour;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}

/** Waits until something is due in so many milliseconds, and lets them pass. */
export async function passWhenDue(clock: ManualClock, milliseconds: number): Promise<void> {
  while (clock.nextDue() !== clock.now() + milliseconds) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  clock.advance(milliseconds);
}
