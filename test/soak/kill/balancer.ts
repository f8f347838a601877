import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** While no server lives a request is kept for so long, in milliseconds; then it is answered with 503. */
const patience = 10_000;
const pause = 100;

/** How the work was shared: whoever takes a notice commits what follows from it, and asks Graph first. */
export interface Passed {
  notices: number;
  consoles: number;
}

/** One address in front of several servers, as any installation with more than one has it. */
export interface Balancer {
  readonly url: string;
  /** What each server has taken, in the order of their ports. */
  readonly passed: readonly Passed[];
  close(): Promise<void>;
}

/**
 * Round robin over the servers that live. A request whose connection breaks before there is an answer goes to the next
 * one: the server takes every notification twice without harm.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const passed = ports.map((): Passed => ({ notices: 0, consoles: 0 }));
  const agent = new Agent({ keepAlive: true });
  const upgraded = new Set<Duplex>();
  let turn = 0;

  /** Offers it to one server after the other, round and round. @returns the index of the one that took it */
  async function offer(isTaken: (port: number) => Promise<boolean>): Promise<number | undefined> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (let tried = 0; tried < ports.length; tried += 1) {
        const index = turn++ % ports.length;
        if (await isTaken(ports[index] ?? 0)) return index;
      }
      await sleep(pause);
    }
    return undefined;
  }

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const taken = await offer((port) => forward({ incoming, body, outgoing, port, agent }));
    const by = taken === undefined ? undefined : passed[taken];
    if (taken === undefined) outgoing.writeHead(503).end();
    else if (by !== undefined && incoming.method === 'POST') by.notices += 1;
  }

  async function upgrade(incoming: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    client.on('error', () => client.destroy());
    upgraded.add(client);
    client.once('close', () => upgraded.delete(client));
    const taken = await offer((port) => joinUp({ incoming, client, head, port }));
    const by = taken === undefined ? undefined : passed[taken];
    if (by !== undefined) by.consoles += 1;
    else client.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
  }

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.on('upgrade', (incoming, client, head) => void upgrade(incoming, client, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    passed,
    async close() {
      for (const client of upgraded) client.destroy();
      server.closeAllConnections();
      agent.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

interface Forwarding {
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly outgoing: ServerResponse;
  readonly port: number;
  readonly agent: Agent;
}

/** @returns false when the server is not there, or has gone before its answer began */
function forward({ incoming, body, outgoing, port, agent }: Forwarding): Promise<boolean> {
  const { method, url, headers } = incoming;
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing);
      resolve(true);
    });
    asked.once('error', () => resolve(false));
    asked.end(body);
  });
}

interface Joining {
  readonly incoming: IncomingMessage;
  readonly client: Duplex;
  readonly head: Buffer;
  readonly port: number;
}

/** Hands a WebSocket through. @returns false when the server is not there */
function joinUp({ incoming, client, head, port }: Joining): Promise<boolean> {
  const { method, url, httpVersion, rawHeaders } = incoming;
  return new Promise((resolve) => {
    const server: Socket = connect(port, '127.0.0.1');
    server.once('connect', () => {
      const lines = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
      server.write(`${method ?? 'GET'} ${url ?? '/'} HTTP/${httpVersion}\r\n${lines}\r\n`);
      server.write(head);
      server.pipe(client).pipe(server);
      client.once('close', () => server.destroy());
      resolve(true);
    });
    server.once('error', () => resolve(false));
    server.once('close', () => {
      if (!server.connecting) client.destroy();
    });
  });
}
