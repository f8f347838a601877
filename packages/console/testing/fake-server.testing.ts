import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { type ConsoleMessage, consoleMessageSchema } from '@switchboard/contract/commands/console-message';
import type { ReadHistory } from '@switchboard/contract/commands/history-command';
import { peopleCommandSchema } from '@switchboard/contract/commands/people-command';
import type { SavePreferences } from '@switchboard/contract/commands/save-preferences';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import { heartbeatEvery } from '@switchboard/contract/feed/heartbeat';
import type { HistoryRead } from '@switchboard/contract/feed/history-read';
import type { PreferencesChanged } from '@switchboard/contract/feed/preferences-changed';
import { routes } from '@switchboard/contract/http-routes';
import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { ContactImport } from '@switchboard/contract/views/contact-import';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import { must } from '@switchboard/kit/assert';
import { type WebSocket, WebSocketServer } from 'ws';
import { FakeDirectory } from './fake-directory.testing.ts';
import { sampleTimes } from './sample-days.testing.ts';
import { me, sampleOperators, tourSeen } from './sample-office.testing.ts';

/** The strictest policy that the console has to live with. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** A server that speaks the contract to one console, and whose calls a test moves by hand. */
export class FakeServer {
  readonly heard: ConsoleMessage[] = [];
  /** Calls back that the welcome tells of. */
  readonly callBacks: CallBackView[] = [];
  /** Calls that are over, newest first: whoever asks gets those whose caller has the text. */
  readonly pastCalls: PastCallView[] = [];
  /** What is kept of the operator's preferences. */
  sections: PreferencesChanged['sections'] = tourSeen;
  readonly directory = new FakeDirectory(() => this.now());
  /** Called for a file of contacts; what it returns is the answer. */
  onContacts: (csv: string) => ContactImport = () => ({ added: 0, changed: 0, unchanged: 0, problems: [] });
  /** How the console was built that it says it has; undefined: it says nothing of it. */
  build: string | undefined;
  isSignedIn = true;
  /** False: sockets are refused, as if the server were gone. */
  isUp = true;
  /** True: searches are heard and not answered until {@link answerSearches}. */
  isSearchSlow = false;
  /** What time it is there. */
  now: () => number = Date.now;
  /** True: nobody says when people are free. */
  isCalendarSilent = false;
  /** True: what is asked about people is heard, and a test answers it. */
  isDirectoryQuiet = false;
  /** Called for each command; a test answers as it likes. */
  onCommand: (message: ConsoleMessage) => void = () => {};
  readonly #files: string;
  readonly #http = createServer((request, response) => void this.#serve(request, response));
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #heartbeat: NodeJS.Timeout;
  readonly #calls = new Map<string, CallView>();
  readonly #changedAt = new Map<string, number>();
  #seq = 100;
  #isSilent = false;
  #unanswered: (() => void)[] = [];

  constructor(files: string) {
    this.#files = files;
    this.#heartbeat = setInterval(() => this.#say({ type: 'heartbeat', now: this.now() }), heartbeatEvery);
    this.#http.on('upgrade', (request, socket, head) => {
      if (!this.isUp || !this.isSignedIn || request.url !== routes.socket) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#attend(webSocket));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    const address = this.#http.address();
    return `http://127.0.0.1:${typeof address === 'object' ? must(address, 'an address').port : ''}`;
  }

  async stop(): Promise<void> {
    clearInterval(this.#heartbeat);
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** Says that a call is new or has changed. */
  put(call: CallView): void {
    this.#seq += 1;
    this.#calls.set(call.callId, call);
    this.#changedAt.set(call.callId, this.#seq);
    this.#say({ type: 'call', seq: this.#seq, call });
  }

  answer(id: string): void {
    this.#say({ type: 'answer', id });
  }

  say(message: FeedMessage): void {
    this.#say(message);
  }

  /** The server stays connected and says nothing any more, as when a cable is pulled. */
  fallSilent(): void {
    this.#isSilent = true;
    this.isUp = false;
  }

  comeBack(): void {
    this.#isSilent = false;
    this.isUp = true;
  }

  /** Every connection ends, as at a restart. */
  hangUpOnConsoles(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  /** A message that no console should choke on. */
  sayRaw(text: string): void {
    for (const socket of this.#sockets.clients) socket.send(text);
  }

  answerSearches(): void {
    const waiting = this.#unanswered;
    this.#unanswered = [];
    for (const answer of waiting) answer();
  }

  /** Everybody hangs up. */
  endCalls(): void {
    for (const call of Array.from(this.#calls.values())) this.put({ ...call, state: 'ended', can: [] });
  }

  forgetCalls(): void {
    this.#calls.clear();
    this.#changedAt.clear();
  }

  #say(message: FeedMessage): void {
    if (!this.#isSilent) this.sayRaw(JSON.stringify(message));
  }

  #attend(socket: WebSocket): void {
    socket.on('message', (data) => {
      const text = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer);
      const message = consoleMessageSchema.parse(JSON.parse(text.toString()));
      this.heard.push(message);
      if (message.type === 'hello') this.#welcome(socket, message.resumeFrom);
      else if (message.type === 'search') {
        const answer = (): void => this.#say(this.directory.find(message));
        if (this.isSearchSlow) this.#unanswered.push(answer);
        else answer();
      } else if (message.type === 'readSchedules' || message.type === 'readCalendar') {
        if (!this.isCalendarSilent) this.#say(sampleTimes(message, this.now()));
      } else if (message.type === 'savePreferences') this.#keepPreferences(message);
      else if (message.type === 'readHistory') this.#say({ ...this.#past(message), id: message.id });
      else if (message.type === 'readCaller') {
        const past = this.pastCalls.find(({ callId }) => callId === message.callId);
        const number = (this.#calls.get(message.callId) ?? past)?.caller.number;
        const calls = this.pastCalls.filter((one) => one !== past && one.caller.number === number);
        this.#say({
          type: 'caller',
          id: message.id,
          callId: message.callId,
          people: [],
          calls,
          hasMore: false,
        });
      } else {
        const command = peopleCommandSchema.safeParse(message);
        if (command.success && !this.isDirectoryQuiet) {
          for (const said of this.directory.answer(command.data)) this.#say(said);
        }
        this.onCommand(message);
      }
    });
  }

  #welcome(socket: WebSocket, resumeFrom: number | undefined): void {
    const changed = Array.from(this.#calls.values()).filter(
      (call) => resumeFrom === undefined || (this.#changedAt.get(call.callId) ?? 0) > resumeFrom,
    );
    const welcome: FeedMessage = {
      type: 'welcome',
      seq: this.#seq,
      now: this.now(),
      resumed: resumeFrom !== undefined,
      build: this.build,
      me,
      operators: [...sampleOperators(this.now())],
      callBacks: [...this.callBacks],
      calls: resumeFrom === undefined ? changed.filter((call) => call.state !== 'ended') : changed,
    };
    for (const message of [welcome, ...this.directory.greeting()]) socket.send(JSON.stringify(message));
    this.#say({ type: 'preferences', sections: this.sections });
  }

  #past({ filter: { text = '', outcome }, callIds }: ReadHistory): Omit<HistoryRead, 'id'> {
    const calls = this.pastCalls.filter(
      (call) =>
        JSON.stringify(call.caller).includes(text) &&
        (outcome === undefined || call.outcome === outcome) &&
        (callIds === undefined || callIds.includes(call.callId)),
    );
    return { type: 'history', calls };
  }

  #keepPreferences({ id, section, value }: SavePreferences): void {
    const version = (this.sections[section]?.version ?? 0) + 1;
    this.sections = { ...this.sections, [section]: { version, value } };
    this.#say({ type: 'preferences', sections: this.sections, id });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://server');
    if (pathname === routes.me) {
      response.writeHead(this.isSignedIn ? 200 : 401, { 'content-type': 'application/json' });
      const { queues: _, ...signedIn } = me;
      response.end(JSON.stringify(this.isSignedIn ? signedIn : {}));
      return;
    }
    if (pathname === routes.history) {
      response.writeHead(200, { 'content-type': 'text/csv' }).end('arrived\r\n1\r\n2\r\n');
      return;
    }
    if (pathname === routes.contacts) return this.#serveContacts(request, response);
    if (pathname === routes.signIn) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Pick an account</title>');
      return;
    }
    const name = pathname === '/' ? 'index.html' : normalize(pathname).replace(/^[/\\]+/, '');
    try {
      const body = await readFile(join(this.#files, name));
      response.writeHead(200, {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }

  async #serveContacts(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      const parts = await request.toArray();
      const answer = this.onContacts(Buffer.concat(parts as Buffer[]).toString());
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/csv' }).end('name,phone\n');
  }
}
