import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the server for Microsoft's notices: passes each of them on as it is, and notes when. */
export interface Door {
  readonly url: string;
  /** When the latest notice that a call is established was passed on, by the clock of the machine; undefined: none was. */
  establishedAt(callId: string): number | undefined;
  close(): Promise<void>;
}

interface Passed {
  readonly path: string;
  readonly text: string;
  readonly at: number;
}

/** The newest are enough: a call is looked for while it comes in. */
const kept = 400;

export async function openDoor(server: string): Promise<Door> {
  const passed: Passed[] = [];
  const door = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      passed.push({ path: request.url ?? '', text, at: performance.timeOrigin + performance.now() });
      if (passed.length > kept) passed.splice(0, passed.length - kept);
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
      fetch(`${server}${request.url ?? ''}`, {
        method: request.method ?? 'POST',
        headers: headers as Record<string, string>,
        body: text,
      }).then(
        async (answer) => response.writeHead(answer.status).end(await answer.text()),
        () => response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(door.address() as AddressInfo).port}`,
    establishedAt: (callId) =>
      passed.findLast(({ path, text }) => path.includes(callId) && text.includes('"established"'))?.at,
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve());
        door.closeAllConnections();
      }),
  };
}
