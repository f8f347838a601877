import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { routes } from '@switchboard/contract/http-routes';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { asError } from '@switchboard/kit/lifecycle';
import { findOpenSession } from '@switchboard/store/access/open-sessions';
import { consoleCame, consoleWent } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';
import { changeOperatorWork, findOperatorWork } from '@switchboard/store/operators/operators';
import { type WebSocket, WebSocketServer } from 'ws';
import { changeWork } from '../handle/operator-work.ts';
import { ConsoleSocket, type ConsoleSocketParts } from './console-socket.ts';
import { isOurOrigin } from './own-origin.ts';
import { recheckSessions } from './recheck-sessions.ts';
import { cookieOf, type SignedIn, sessionCookie, sessionOf } from './session-of.ts';

export interface SocketsParts extends Omit<ConsoleSocketParts, 'came' | 'went' | 'recheck'> {
  readonly store: Store;
  readonly owner: number;
  readonly newId: IdSource;
  readonly publicUrl: string;
}

export interface Sockets {
  /** Of the consoles that are connected, or about to be. */
  connectionIds(): readonly string[];
  /** Closes the consoles of a session that has ended. */
  signedOut(tokenHash: string): void;
  /** Sends every console to another server and waits until they are signed off. */
  close(): Promise<void>;
}

/** The largest message of a console is a search with a long text. */
const maxPayload = 65_536;

/** Every open connection is asked this often, in milliseconds, whether it still carries; see {@link mostMissed}. */
const pingEvery = 10_000;
/** As many questions may stay without an answer: then the connection has broken without a sign of it. */
const mostMissed = 2;

/** The one WebSocket: who may open it, and what lives behind it. */
export function openSockets(server: Server, parts: SocketsParts): Sockets {
  const { store, clock, owner, newId, log } = parts;
  const open = new Set<ConsoleSocket>();
  const connected = new Set<string>();
  const wss = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  const socketParts: ConsoleSocketParts = {
    ...parts,
    async came({ operator, tokenHash }) {
      const { tenantId, operatorId } = operator;
      const connectionId = newId();
      connected.add(connectionId);
      try {
        await consoleCame(store, { connectionId, tenantId, operatorId, owner, tokenHash });
        await operatorCame(operator);
      } catch (error) {
        connected.delete(connectionId);
        throw error;
      }
      return connectionId;
    },
    went(connectionId) {
      connected.delete(connectionId);
      return consoleWent(store, connectionId, clock.now());
    },
    async recheck({ tokenHash }): Promise<SignedIn | undefined> {
      const operator = await findOpenSession(store, tokenHash, clock.now());
      return operator === undefined ? undefined : { operator, tokenHash };
    },
  };

  async function operatorCame({ tenantId, operatorId }: SignedIn['operator']): Promise<void> {
    const known = await findOperatorWork(store, tenantId, operatorId);
    if (known?.status !== 'offline' || known.isOffByChoice) return;
    const now = clock.now();
    await changeOperatorWork(store, tenantId, operatorId, now, (work) =>
      changeWork(work, { type: 'came' }, now),
    );
  }

  const stopPinging = pingAll(wss, clock);
  const stopRechecking = recheckSessions(open, { store, clock, log });

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const path = (request.url ?? '').split('?')[0];
    if (path !== routes.socket) return refuse(socket, 404, 'Not Found');
    if (!isOurOrigin(request, parts.publicUrl)) return refuse(socket, 403, 'Forbidden');
    const signedIn = await sessionOf(store, clock, cookieOf(request.headers.cookie, sessionCookie));
    if (signedIn === undefined) return refuse(socket, 401, 'Unauthorized');
    wss.handleUpgrade(request, socket, head, (ws) => {
      const console = new ConsoleSocket(ws, signedIn, socketParts);
      open.add(console);
      ws.on('close', () => open.delete(console));
    });
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      log.error('a console could not connect', { error: asError(error) });
      refuse(socket, 503, 'Service Unavailable');
    });
  });

  return {
    connectionIds: () => [...connected],
    signedOut(tokenHash) {
      for (const console of open) if (console.tokenHash === tokenHash) console.close('signedOut');
    },
    async close() {
      stopPinging();
      stopRechecking();
      for (const console of open) console.close('restarting');
      await new Promise<void>((resolve) => clock.after(50, resolve));
      for (const client of wss.clients) client.terminate();
    },
  };
}

/** Asks every connection for a sign of life, again and again. Returns how to stop. */
function pingAll(wss: WebSocketServer, clock: Clock): Cancel {
  const missed = new WeakMap<WebSocket, number>();
  let cancel: Cancel = () => {};
  const round = (): void => {
    for (const socket of wss.clients) {
      const count = missed.get(socket);
      if (count === undefined) socket.on('pong', () => missed.set(socket, 0));
      if ((count ?? 0) >= mostMissed) socket.terminate();
      else {
        missed.set(socket, (count ?? 0) + 1);
        socket.ping();
      }
    }
    cancel = clock.after(pingEvery, round);
  };
  cancel = clock.after(pingEvery, round);
  return () => cancel();
}

function refuse(socket: Duplex, status: number, text: string): void {
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
