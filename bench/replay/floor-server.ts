import { readFileSync } from 'node:fs';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { must } from '@switchboard/kit/assert';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';
import { recordingSchema } from './recording.ts';
import { type ReadyStep, ReplayedCall, readySteps, runStatements } from './replay.ts';

/**
 * The floor: what a server would cost that does nothing of its own. The same requests in and out, the same statements
 * over as many connections, the same frames; no rule, no check, no token.
 */
const [databaseUrl = '', graphUrl = '', recordingFile = ''] = process.argv.slice(2);
const recording = recordingSchema.parse(JSON.parse(readFileSync(recordingFile, 'utf8')));
const steps = readySteps(recording);
const [arrives, established, ends] = [0, 1, 2].map((n) => must(steps[n], 'a recorded step')) as [
  ReadyStep,
  ReadyStep,
  ReadyStep,
];

/** As many connections as the server's own pool has. */
const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const calls = new Map<string, ReplayedCall>();

const readBody = async (message: IncomingMessage): Promise<string> => {
  let text = '';
  message.setEncoding('utf8');
  for await (const part of message) text += String(part);
  return text;
};

async function take(message: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse(await readBody(message)) as {
    value: { resourceData: { id: string; state: string } }[];
  };
  const { id, state } = must(body.value[0], 'an item').resourceData;
  const callId = (message.url ?? '').slice('/api/calls/'.length);
  const call = calls.get(callId) ?? new ReplayedCall(recording, id);
  calls.set(call.callId, call);
  const step = state === 'incoming' ? arrives : state === 'established' ? established : ends;
  const client = await pool.connect();
  await runStatements(client, step.request, call);
  client.release();
  response.writeHead(202).end();
  if (step === ends) calls.delete(call.callId);
  if (step.action !== undefined) await act(step.action, call);
  if (step.report.length === 0) return;
  const again = await pool.connect();
  await runStatements(again, step.report, call);
  again.release();
}

function act({ name, body }: NonNullable<ReadyStep['action']>, call: ReplayedCall): Promise<void> {
  const text = call.fill(body);
  const headers = {
    authorization: 'Bearer floor',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  return new Promise((resolve, reject) => {
    const url = `${graphUrl}/communications/calls/${call.leg}/${name}`;
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', resolve);
    });
    sent.once('error', reject);
    sent.end(text);
  });
}

const sockets = new Set<WebSocket>();
let seq = 0;
let isReading = false;
let isRung = false;

/** Reads what is new until nothing is, as the server's feed does, and sends a frame for each call that changed. */
async function follow(): Promise<void> {
  isRung = true;
  if (isReading) return;
  isReading = true;
  while (isRung) {
    isRung = false;
    while ((await readOnce()) > 0);
  }
  isReading = false;
}

interface EventRow {
  readonly seq: string;
  readonly call_id: string;
  readonly data: { readonly type: string };
}

async function readOnce(): Promise<number> {
  const [tenant, , limit] = recording.feed.values;
  const { rows } = await pool.query<EventRow>(recording.feed.text, [tenant, seq, limit]);
  const changed = new Map<string, ReadyStep>();
  for (const row of rows) {
    seq = Number(row.seq);
    const { type } = row.data;
    changed.set(row.call_id, type === 'callArrived' ? arrives : type === 'callEnded' ? ends : established);
  }
  for (const [callId, step] of changed) {
    const text = new ReplayedFrame(callId).of(step).replace(/"seq":\d+/, `"seq":${seq}`);
    for (const socket of sockets) socket.send(text);
  }
  return rows.length;
}

/** A frame holds one id, the call's. */
class ReplayedFrame {
  readonly #callId: string;
  constructor(callId: string) {
    this.#callId = callId;
  }
  of(step: ReadyStep): string {
    return step.frame.pieces
      .map((piece) =>
        typeof piece === 'string' ? piece : 'id' in piece ? this.#callId : Date.now() + piece.since,
      )
      .join('');
  }
}

const server = createServer((message, response) => {
  take(message, response).catch((error: unknown) => {
    process.stderr.write(`${JSON.stringify({ level: 50, msg: String(error) })}\n`);
    if (!response.headersSent) response.writeHead(500).end();
  });
});
const wss = new WebSocketServer({ server, perMessageDeflate: false });
wss.on('connection', (socket) => {
  socket.on('close', () => sockets.delete(socket));
  socket.once('message', () => {
    socket.send('{"type":"welcome"}');
    sockets.add(socket);
  });
});
// The same heartbeat as the server's: consoles get it whatever happens.
setInterval(() => {
  const beat = JSON.stringify({ type: 'heartbeat', now: Date.now() });
  for (const socket of sockets) socket.send(beat);
}, 700);

const bell = new pg.Client({ connectionString: databaseUrl });
await bell.connect();
bell.on('notification', () => void follow());
await bell.query('LISTEN switchboard');
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stderr.write(`${JSON.stringify({ address: `http://127.0.0.1:${port}` })}\n`);
});
