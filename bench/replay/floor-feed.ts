import { must } from '@switchboard/kit/assert';
import pg from 'pg';
import type { WebSocket } from 'ws';
import type { Recording } from './recording.ts';
import { type ReadyFrame, runStatement } from './replay.ts';
import { fillTemplate } from './template.ts';

interface ToldEvent {
  readonly call_id: string | null;
  readonly data: { readonly type: string };
}

interface EventRow extends ToldEvent {
  readonly seq: string;
}

interface Followed {
  readonly sockets: Set<WebSocket>;
  seq: number;
  isReading: boolean;
  isRung: boolean;
}

/** As often as the server's. In milliseconds. */
const heartbeatEvery = 700;

/** Reads what is new until nothing is, as the server's feed does, and sends a frame for each call that changed. */
export class FloorFeed {
  readonly #recording: Recording;
  readonly #frames: ReadonlyMap<string, ReadyFrame>;
  readonly #tenants = new Map<string, Followed>();
  #pool: pg.Pool | undefined;

  constructor(recording: Recording, frames: ReadonlyMap<string, ReadyFrame>) {
    this.#recording = recording;
    this.#frames = frames;
  }

  follow(tenantId: string, socket: WebSocket): void {
    const followed = this.#tenants.get(tenantId) ?? {
      sockets: new Set(),
      seq: 0,
      isReading: false,
      isRung: false,
    };
    this.#tenants.set(tenantId, followed);
    followed.sockets.add(socket);
    socket.on('close', () => followed.sockets.delete(socket));
  }

  async listen(databaseUrl: string, pool: pg.Pool): Promise<void> {
    this.#pool = pool;
    const bell = new pg.Client({ connectionString: databaseUrl });
    await bell.connect();
    bell.on('notification', ({ payload }) => this.#ring(payload ?? ''));
    await bell.query('LISTEN switchboard');
    setInterval(() => this.#beat(), heartbeatEvery);
  }

  /** Events of a call were committed here: nobody needs to read them. */
  committed(tenantId: string, callId: string, types: readonly string[]): void {
    const followed = this.#tenants.get(tenantId);
    if (followed === undefined) return;
    const rows = types.map((type) => ({ call_id: callId, data: { type } }));
    followed.seq += rows.length;
    this.#tell(rows, tenantId, followed);
  }

  /** As the server does: a bell that names a tenant is theirs, one that names nobody is everybody's. */
  #ring(tenantId: string): void {
    if (tenantId === '') for (const [id, followed] of this.#tenants) void this.#catchUp(id, followed);
    const followed = this.#tenants.get(tenantId);
    if (followed !== undefined) void this.#catchUp(tenantId, followed);
  }

  async #catchUp(tenantId: string, followed: Followed): Promise<void> {
    followed.isRung = true;
    if (followed.isReading) return;
    followed.isReading = true;
    while (followed.isRung) {
      followed.isRung = false;
      const rows = await this.#read(tenantId, followed.seq);
      followed.seq = Number(rows.at(-1)?.seq ?? followed.seq);
      this.#tell(rows, tenantId, followed);
    }
    followed.isReading = false;
  }

  async #read(tenantId: string, after: number): Promise<readonly EventRow[]> {
    const { feed } = this.#recording;
    const values = [tenantId, after, ...feed.values.slice(2)];
    const { rows } = await runStatement(must(this.#pool, 'the connections'), feed, values);
    return rows as EventRow[];
  }

  #tell(rows: readonly ToldEvent[], tenantId: string, { sockets, seq }: Followed): void {
    const newest = new Map<string, ReadyFrame>();
    for (const { call_id: callId, data } of rows) {
      const frame = this.#frames.get(data.type);
      if (callId === null || frame === undefined) continue;
      if (frame.isTelling || newest.get(callId)?.isTelling !== true) newest.set(callId, frame);
    }
    for (const [callId, { template }] of newest) {
      const known = new Map([
        [this.#recording.callId, callId],
        [this.#recording.tenantId, tenantId],
      ]);
      const filled = fillTemplate(template, (id) => known.get(id) ?? id, Date.now());
      const text = filled.replace(/"seq":\d+/, `"seq":${seq}`);
      for (const socket of sockets) socket.send(text);
    }
  }

  /** The same as the server's: consoles get it whatever happens. */
  #beat(): void {
    const beat = JSON.stringify({ type: 'heartbeat', now: Date.now() });
    for (const { sockets } of this.#tenants.values()) for (const socket of sockets) socket.send(beat);
  }
}
