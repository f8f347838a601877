import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the server for Microsoft's notices of new calls: passes each of them on as it is, and notes when. */
export interface Door {
  readonly url: string;
  /** When the first notice with these words was passed on, by the clock of the machine; undefined: none was. */
  passedAt(words: string): number | undefined;
  close(): Promise<void>;
}

interface Passed {
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
      passed.push({ text, at: performance.timeOrigin + performance.now() });
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
    passedAt: (words) => passed.find(({ text }) => text.includes(words))?.at,
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve());
        door.closeAllConnections();
      }),
  };
}
