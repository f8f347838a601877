import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FloorPage } from './floor-page.ts';

/**
 * What the same screen costs with nothing of ours in it: bare `node:http` and `ws`, and two pages without a library. `/`
 * fetches as many bytes and then shows the console as it was, drawn by nobody; `/plain` has a field and a list, and shows
 * for each letter the rows that the console showed, as they come.
 */
const page = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as FloorPage;
const sockets = new Set<WebSocket>();

const head = `<!doctype html><meta charset="utf-8"><title>Floor</title><style>${page.css}</style>`;
const still = `${head}<template>${page.html}</template><div id="root"></div><script>
Promise.all([fetch('/session').then((answer) => answer.json()),
  ...${JSON.stringify(page.files.map((_, n) => `/files/${n}`))}.map((file) => fetch(file).then((answer) => answer.text()))])
  .then(() => document.getElementById('root').append(document.querySelector('template').content));
</script>`;
const plain = `${head}<input id="field" autofocus><ul id="list"></ul><div id="calls"></div><p id="heard"></p><script>
const rows = ${JSON.stringify(page.rows).replaceAll('<', '\\u003c')};
const socket = new WebSocket(location.href.replace(/^http/, 'ws'));
let id = 0;
socket.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.type === 'people') document.getElementById('list').innerHTML = rows;
  else if (message.name !== undefined)
    document.getElementById('calls').innerHTML += '<div data-call-id="' + message.name + '">' + message.name + '<button>Take</button></div>';
  else document.getElementById('heard').textContent = data.length;
};
document.getElementById('field').oninput = () => socket.send('{"type":"search","id":"floor-' + (id += 1) + '-"}');
onkeydown = ({ key }) => { if (key === 'Escape') document.getElementById('field').value = ''; };
</script>`;

interface Answer {
  readonly type: string;
  readonly body: Buffer;
  readonly cache: string;
}

const answers = new Map<string, Answer>([
  ['/', { type: 'text/html', body: brotliCompressSync(still), cache: 'no-cache' }],
  ['/plain', { type: 'text/html', body: brotliCompressSync(plain), cache: 'no-cache' }],
  [
    '/session',
    { type: 'application/json', body: brotliCompressSync('{"isSignedIn":true}'), cache: 'no-store' },
  ],
  ...page.files.map((text, n): [string, Answer] => [
    `/files/${n}`,
    { type: 'text/javascript', body: brotliCompressSync(text), cache: 'public, max-age=31536000, immutable' },
  ]),
]);

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  if (pathname === '/offer') {
    const frame = JSON.stringify({ type: 'call', name: searchParams.get('name'), call: page.call });
    for (const socket of sockets) socket.send(frame);
    response.writeHead(202).end();
    return;
  }
  const answer = answers.get(pathname);
  if (answer === undefined) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, {
      'content-type': answer.type,
      'content-encoding': 'br',
      'cache-control': answer.cache,
    })
    .end(answer.body);
});

/** Sends what the console's server has sent, when it sent it. */
function replay(socket: WebSocket): void {
  for (const { after, text } of page.frames)
    setTimeout(() => socket.readyState === socket.OPEN && socket.send(text), after);
}

const line = new WebSocketServer({ server, perMessageDeflate: false });
line.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('error', () => undefined);
  socket.on('close', () => sockets.delete(socket));
  socket.on('message', (data) => {
    const { type, id } = JSON.parse(String(data as Buffer)) as { type: string; id: string };
    if (type === 'replay') replay(socket);
    else socket.send(page.people.replace(/"id":"[^"]*"/u, `"id":"${id}"`));
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stderr.write(`${JSON.stringify({ address: `http://127.0.0.1:${port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
