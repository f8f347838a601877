import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface Item {
  readonly changeType: string;
  readonly resourceUrl: string;
  // What a notification brings differs from one to the next; a test says what it expects.
  readonly resourceData: Readonly<Record<string, unknown>>;
}

/** A WAV of silence. */
export function wav(seconds: number, rate = 16_000): Buffer {
  const data = Buffer.alloc(Math.round(seconds * rate) * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/**
 * What an application keeps open for Graph: a webhook that takes notifications, the validation handshake, and prompts
 * at `/prompts/{seconds}.wav` (`/prompts/8000hz.wav` is of the wrong kind).
 */
export class Listener {
  readonly heard: Heard[] = [];
  /** The next status to answer by path; 202 for everything else. */
  readonly statuses = new Map<string, number[]>();
  /** Whether the handshake is answered as it should be. */
  answersHandshake = true;
  url = '';
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #onHear: (heard: Heard) => void;

  constructor(onHear: (heard: Heard) => void = () => undefined) {
    this.#onHear = onHear;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  prompt(seconds: number): string {
    return `${this.url}/prompts/${seconds}.wav`;
  }

  /** Items of call notifications, oldest first. */
  items(): Item[] {
    return this.heard.flatMap(({ body }) => (body as { value?: Item[] }).value ?? []);
  }

  /** One word or two for each item: its state, its operation's end, or who is in the roster. */
  story(): string[] {
    return this.items().map(tellItem);
  }

  forget(): void {
    this.heard.length = 0;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const prompt = /^\/prompts\/([\d.]+)(hz)?\.wav$/.exec(url.pathname);
    if (prompt) {
      response.end(prompt[2] ? wav(1, Number(prompt[1])) : wav(Number(prompt[1])));
      return;
    }
    if (url.pathname.startsWith('/prompts/')) {
      response.writeHead(url.pathname.endsWith('text.wav') ? 200 : 404).end('no WAV');
      return;
    }
    const text = await readText(request);
    const token = url.searchParams.get('validationToken');
    if (token !== null) {
      response
        .writeHead(200, { 'content-type': 'text/plain' })
        .end(this.answersHandshake ? token : 'nonsense');
      return;
    }
    const heard = {
      path: url.pathname,
      authorization: request.headers.authorization,
      body: JSON.parse(text) as unknown,
    };
    this.heard.push(heard);
    this.#onHear(heard);
    const status = this.statuses.get(url.pathname)?.shift() ?? 202;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function tellItem({ changeType, resourceUrl, resourceData }: Item): string {
  if (Array.isArray(resourceData)) {
    const names = (resourceData as Record<string, unknown>[]).map(tellParticipant);
    return `roster: ${names.join(', ') || 'nobody'}`;
  }
  const result = resourceData.resultInfo as { code: number; subcode: number } | null | undefined;
  const ending = result ? ` ${result.code}/${result.subcode}` : '';
  if (resourceUrl.includes('/operations/')) {
    const type = String(resourceData['@odata.type']).replace('#microsoft.graph.', '');
    return `${type} ${String(resourceData.status)}${ending}`;
  }
  if (resourceData.toneInfo) return `tone ${(resourceData.toneInfo as { tone: string }).tone}`;
  return `${changeType} ${String(resourceData.state)}${ending}`;
}

function tellParticipant(participant: Record<string, unknown>): string {
  const info = participant.info as {
    identity: Record<string, { displayName?: string; id: string }>;
    endpointType: string;
  };
  const { user, phone, application } = info.identity;
  const name = user?.displayName ?? phone?.displayName ?? phone?.id ?? (application ? 'application' : '?');
  const marks = [
    info.endpointType === 'voicemail' ? ' (voicemail)' : '',
    participant.isMuted ? ' (muted)' : '',
    participant.removedState ? ' (removed)' : '',
  ];
  return name + marks.join('');
}
