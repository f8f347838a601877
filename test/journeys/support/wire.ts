import {
  createServer,
  type IncomingMessage,
  request as requestOf,
  type Server,
  type ServerResponse,
} from 'node:http';
import { freePort } from './free-port.ts';

/** A request of the server's to Microsoft, as it passed. */
export interface Passed {
  readonly method: string;
  /** With what stands behind the question mark. */
  readonly path: string;
  readonly at: number;
  /** When it was answered, and how; absent while it is under way, and when the line was cut. */
  answer?: { readonly status: number; readonly at: number };
}

/** What the wire says in Microsoft's place. */
export interface Said {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The way from the server to Microsoft: everything that passes is written down, and it can be cut. */
export interface Wire {
  readonly url: string;
  readonly passed: readonly Passed[];
  /** Leads there from now on. */
  leadTo(url: string): void;
  /** Answers what fits in Microsoft's place, once. */
  answerOnce(fits: (passed: Passed) => boolean, said: Said): void;
  /** Nobody listens at Microsoft's address, and what was under way is cut. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function openWire(): Promise<Wire> {
  const port = await freePort();
  const passed: Passed[] = [];
  const answers: { fits: (passed: Passed) => boolean; said: Said }[] = [];
  let target = '';
  let server: Server | undefined;

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = 'GET', url = '/', headers } = incoming;
    const note: Passed = { method, path: decodeURIComponent(url), at: Date.now() };
    passed.push(note);
    const place = answers.findIndex(({ fits }) => fits(note));
    const [own] = place < 0 ? [] : answers.splice(place, 1);
    if (own !== undefined) {
      note.answer = { status: own.said.status, at: Date.now() };
      outgoing.writeHead(own.said.status, { 'content-type': 'application/json', ...own.said.headers });
      incoming.resume().on('end', () => outgoing.end(JSON.stringify(own.said.body)));
      return;
    }
    const onward = requestOf(new URL(url, target), { method, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      note.answer = { status, at: Date.now() };
      outgoing.writeHead(status, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  const wire: Wire = {
    url: `http://localhost:${port}`,
    passed,
    leadTo(url) {
      target = url;
    },
    answerOnce: (fits, said) => void answers.push({ fits, said }),
    async mend() {
      const listening = createServer(pass);
      await new Promise<void>((resolve, reject) => {
        listening.once('error', reject).listen(port, '127.0.0.1', resolve);
      });
      server = listening;
    },
    async cut() {
      const listening = server;
      server = undefined;
      if (listening === undefined) return;
      const closed = new Promise((resolve) => listening.close(resolve));
      listening.closeAllConnections();
      await closed;
    },
  };
  await wire.mend();
  return wire;
}
