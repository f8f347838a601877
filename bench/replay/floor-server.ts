import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { must } from '@switchboard/kit/assert';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';
import { stepHeader } from '../calls/graph-line.ts';
import { bench } from '../stage/tenant.ts';
import { type FloorConsole, identify } from './floor-console.ts';
import { FloorFeed } from './floor-feed.ts';
import { sendAction } from './floor-graph.ts';
import { recordingSchema } from './recording.ts';
import { type ReadyStatement, ReplayedCall, readyRecording, runStatements } from './replay.ts';

/**
 * The floor: what a server would cost that does nothing of its own. The same requests in and out, the same statements
 * over as many connections, the same frames; no rule, no check, no token.
 */
const [databaseUrl = '', graphUrl = '', recordingFile = ''] = process.argv.slice(2);
const recording = recordingSchema.parse(JSON.parse(readFileSync(recordingFile, 'utf8')));
const { steps, frames } = readyRecording(recording);

/** As many connections as the server's own pool has. */
const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
const calls = new Map<string, ReplayedCall>();

const readBody = async (message: IncomingMessage): Promise<string> => {
  let text = '';
  message.setEncoding('utf8');
  for await (const part of message) text += String(part);
  return text;
};

async function run(statements: readonly ReadyStatement[], call: ReplayedCall): Promise<void> {
  if (statements.length === 0) return;
  const client = await pool.connect();
  await runStatements(client, statements, call);
  client.release();
  const types = statements.flatMap(({ events }) => events);
  if (types.length > 0) feed.committed(call.tenantId, call.callId, types);
}

/** One step of a call: what is written, the answer, and whatever follows that. */
async function take(name: string, call: ReplayedCall, answer: () => void): Promise<void> {
  const step = must(steps.get(name), `the recorded step ${name}`);
  await run(step.request, call);
  answer();
  if (name === 'targetJoined') setTimeout(() => carry(take('settled', call, () => undefined)), bench.settle);
  if (name === 'ended') calls.delete(call.callId);
  for (const part of step.after) {
    if ('method' in part) await sendAction(graphUrl, part, call);
    else await run(part, call);
  }
}

function carry(work: Promise<void>): void {
  work.catch((error: unknown) => {
    process.stderr.write(`${JSON.stringify({ level: 50, msg: String(error) })}\n`);
  });
}

async function notified(message: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse(await readBody(message)) as {
    value: { resourceData: { id: string; tenantId: string } }[];
  };
  const known = calls.get((message.url ?? '').slice('/api/calls/'.length));
  const { id, tenantId } = must(body.value[0], 'an item').resourceData;
  const call = known ?? new ReplayedCall(recording, id, tenantId);
  calls.set(call.callId, call);
  await take(String(message.headers[stepHeader]), call, () => response.writeHead(202).end());
}

const commands: Readonly<Record<string, string>> = { accept: 'accepted', transfer: 'transferred' };

async function commanded(socket: WebSocket, text: string, operator: FloorConsole): Promise<void> {
  const { type, id, callId } = JSON.parse(text) as { type: string; id: string; callId: string };
  const call = must(calls.get(callId), 'the call of a command');
  call.takenBy(operator);
  const step = must(commands[type], `the step of the command ${type}`);
  await take(step, call, () => socket.send(JSON.stringify({ type: 'answer', id })));
}

const server = createServer((message, response) => {
  notified(message, response).catch((error: unknown) => {
    carry(Promise.reject(error instanceof Error ? error : new Error(String(error))));
    if (!response.headersSent) response.writeHead(500).end();
  });
});
const feed = new FloorFeed(recording, frames);
const wss = new WebSocketServer({ server, perMessageDeflate: false });
wss.on('connection', (socket, request) => {
  const who = identify(pool, request);
  socket.once('message', () => {
    carry(
      who.then((operator) => {
        socket.send('{"type":"welcome"}');
        feed.follow(operator.tenantId, socket);
        socket.on('message', (data) => carry(commanded(socket, String(data as Buffer), operator)));
      }),
    );
  });
});

await feed.listen(databaseUrl, pool);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stderr.write(`${JSON.stringify({ address: `http://127.0.0.1:${port}` })}\n`);
});
// Ends by itself, so that a processor profile of it is written.
process.once('SIGTERM', () => process.exit(0));
