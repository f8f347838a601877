import { type BenchConsole, connectConsole } from '../stage/console-socket.ts';
import type { BenchOperator } from '../stage/tenant.ts';

interface Awaited {
  readonly seq: number;
  left: number;
  readonly done: (at: number) => void;
}

const seqIn = /^\{"type":"call","seq":(\d+)/;
/** Consoles that connect at the same moment, as browsers do after a restart. */
const atOnce = 20;

/** Many consoles, of which only one thing is asked: when has the last of them got an event. */
export class Crowd {
  readonly #consoles: BenchConsole[] = [];
  #awaited: Awaited | undefined;

  get size(): number {
    return this.#consoles.length;
  }

  /** Connects one console an operator. */
  async connect(address: string, operators: readonly BenchOperator[]): Promise<void> {
    const open = [...operators];
    const line = async (): Promise<void> => {
      for (let one = open.pop(); one !== undefined; one = open.pop()) {
        let newest = 0;
        const onFrame = (frame: string): void => {
          const seq = Number(seqIn.exec(frame)?.[1] ?? 0);
          const isFirst =
            this.#awaited !== undefined && newest < this.#awaited.seq && seq >= this.#awaited.seq;
          newest = Math.max(newest, seq);
          if (isFirst) this.#count();
        };
        this.#consoles.push(await connectConsole(address, one.token, onFrame));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, line));
  }

  /** Resolves with `performance.now()` when every console has an event of this number or a later one. */
  untilAllHave(seq: number): Promise<number> {
    return new Promise((done) => {
      this.#awaited = { seq, left: this.size, done };
    });
  }

  close(): void {
    for (const console of this.#consoles.splice(0)) console.close();
  }

  #count(): void {
    const awaited = this.#awaited;
    if (awaited === undefined) return;
    awaited.left -= 1;
    if (awaited.left > 0) return;
    this.#awaited = undefined;
    awaited.done(performance.now());
  }
}
