import { must } from '@switchboard/kit/assert';
import { type BenchConsole, connectConsole } from '../stage/console-socket.ts';
import type { BenchOperator } from '../stage/tenant.ts';

/** A call is shown so; `queueId` stands between the two. */
const callIn = /^\{"type":"call","seq":\d+,"call":\{"callId":"([^"]+)","queueId":"[^"]*","state":"([^"]+)"/;
const answerIn = /^\{"type":"answer","id":"([^"]+)"/;
/** How the moment is called at which a waiting call may be taken by somebody. */
export const offered = 'offered';

/** At so many consoles at a time work begins. */
const atOnce = 20;

/** Everybody who answers calls in the benchmark, each at a console: what their screens show, who of them is free. */
export class Reception {
  readonly #free = new Map<string, { idle: Seat[]; wanted: ((seat: Seat) => void)[] }>();
  readonly #watches = new Map<string, CallWatch>();
  readonly #seats: Seat[] = [];

  static async open(address: string, operators: readonly BenchOperator[]): Promise<Reception> {
    const reception = new Reception();
    const open = [...operators];
    const line = async (): Promise<void> => {
      for (let one = open.pop(); one !== undefined; one = open.pop()) await reception.#sit(address, one);
    };
    await Promise.all(Array.from({ length: atOnce }, line));
    return reception;
  }

  /** Begins to note what the screens show of a call. */
  watch(callId: string): CallWatch {
    const watch = this.#watches.get(callId) ?? new CallWatch();
    this.#watches.set(callId, watch);
    return watch;
  }

  forget(callId: string): void {
    this.#watches.delete(callId);
  }

  /** An operator of the tenant who is in no call; waits until there is one. */
  async takeSeat(tenantId: string): Promise<Seat> {
    const { idle, wanted } = must(this.#free.get(tenantId), 'the operators of a tenant');
    return idle.shift() ?? (await new Promise((resolve) => wanted.push(resolve)));
  }

  giveSeat(seat: Seat): void {
    const { idle, wanted } = must(this.#free.get(seat.operator.tenantId), 'the operators of a tenant');
    const next = wanted.shift();
    if (next === undefined) idle.push(seat);
    else next(seat);
  }

  close(): void {
    for (const seat of this.#seats) seat.close();
  }

  async #sit(address: string, operator: BenchOperator): Promise<void> {
    const seat: Seat = new Seat(operator, (frame) => this.#see(frame));
    await seat.connect(address);
    this.#seats.push(seat);
    if (!this.#free.has(operator.tenantId)) this.#free.set(operator.tenantId, { idle: [], wanted: [] });
    this.giveSeat(seat);
  }

  /** Reads only as much of a frame as it must. */
  #see(frame: string): void {
    const [, callId, state] = callIn.exec(frame) ?? [];
    if (callId === undefined || state === undefined) return;
    // What comes of a call that is over is not kept: nobody will forget it.
    const watch = isOver(state) ? this.#watches.get(callId) : this.watch(callId);
    if (watch === undefined) return;
    watch.see(state, frame);
    if (state === 'waiting' && frame.includes('"can":["accept"')) watch.see(offered, frame);
  }
}

const isOver = (state: string): boolean => state === 'handedOver' || state === 'ended';

/** What screens have shown of one call. */
class CallWatch {
  readonly #seen = new Map<string, number>();
  readonly #waiting = new Map<string, (at: number) => void>();
  /** As the newest frame shows it. */
  newest = '';

  see(state: string, frame: string): void {
    this.newest = frame;
    if (this.#seen.has(state)) return;
    const at = performance.now();
    this.#seen.set(state, at);
    this.#waiting.get(state)?.(at);
  }

  /** Resolves with `performance.now()` when a first screen has shown the call so. */
  async until(state: string): Promise<number> {
    return this.#seen.get(state) ?? (await new Promise((resolve) => this.#waiting.set(state, resolve)));
  }
}

/** One operator at one console. */
export class Seat {
  readonly operator: BenchOperator;
  readonly #onFrame: (frame: string) => void;
  readonly #asked = new Map<string, (frame: string) => void>();
  #console: BenchConsole | undefined;

  constructor(operator: BenchOperator, onFrame: (frame: string) => void) {
    this.operator = operator;
    this.#onFrame = onFrame;
  }

  async connect(address: string): Promise<void> {
    this.#console = await connectConsole(address, this.operator.token, (frame) => {
      const id = answerIn.exec(frame)?.[1];
      if (id === undefined) this.#onFrame(frame);
      else this.#answered(id, frame);
    });
  }

  /** Asks for something to be done, and rejects if that is refused. */
  async command(message: object): Promise<void> {
    const id = crypto.randomUUID();
    const answer = new Promise<string>((resolve) => this.#asked.set(id, resolve));
    must(this.#console, 'a console that is connected').send({ ...message, id });
    const frame = await answer;
    if (frame.includes('"refusal"')) throw new Error(`a command was refused: ${frame}`);
  }

  close(): void {
    this.#console?.close();
  }

  #answered(id: string, frame: string): void {
    this.#asked.get(id)?.(frame);
    this.#asked.delete(id);
  }
}
