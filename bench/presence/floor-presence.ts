import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';

/**
 * What the same way costs without our code: bare `node:http`, `pg` and `ws`. What is posted is written into one row and
 * sent to every console; or, with an address of Graph, the people are asked for every two seconds and who changed is sent.
 */
const [databaseUrl = '', graphUrl = '', graphToken = '', people = '[]'] = process.argv.slice(2);
const database = new pg.Client({ connectionString: databaseUrl });
await database.connect();
await database.query('CREATE UNLOGGED TABLE IF NOT EXISTS floor (id text PRIMARY KEY, frame text)');
const consoles = new Set<WebSocket>();

async function tell(id: string, frame: string): Promise<void> {
  const text = 'INSERT INTO floor VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET frame = excluded.frame';
  await database.query({ name: 'tell', text, values: [id, frame] });
  for (const console of consoles) console.send(frame);
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    response.writeHead(202).end();
    const frame = Buffer.concat(parts).toString();
    void tell('posted', frame);
  });
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  socket.on('error', () => undefined);
  socket.on('close', () => consoles.delete(socket));
  socket.once('message', () => {
    consoles.add(socket);
    socket.send('{"type":"welcome"}');
  });
});

/** Sends whose presence is another than at the time before. */
async function poll(known: Map<string, string>): Promise<void> {
  const answer = await fetch(`${graphUrl}/communications/getPresencesByUserId`, {
    method: 'POST',
    headers: { authorization: `Bearer ${graphToken}`, 'content-type': 'application/json' },
    body: `{"ids":${people}}`,
  });
  const { value } = (await answer.json()) as {
    value: { id: string; availability: string; activity: string }[];
  };
  for (const { id, availability, activity } of value) {
    const frame = JSON.stringify({ personId: id, availability, activity });
    if (known.get(id) === frame) continue;
    known.set(id, frame);
    await tell(id, frame);
  }
}

if (graphUrl !== '') {
  const known = new Map<string, string>();
  setInterval(() => void poll(known), 2_000);
}
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stderr.write(`${JSON.stringify({ address: `http://127.0.0.1:${port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
