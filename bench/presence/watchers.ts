import { type BenchConsole, connectConsole } from '../stage/console-socket.ts';

interface Awaited {
  /** A piece of the frame that has the change. */
  readonly mark: string;
  left: number;
  readonly done: (at: number) => void;
}

/** Consoles that connect at the same moment. */
const atOnce = 20;

/** Many consoles that show the same people, of which one thing is asked: when has the last of them been told. */
export class Watchers {
  readonly #consoles: BenchConsole[] = [];
  #awaited: Awaited | undefined;

  async connect(address: string, tokens: readonly string[], shown: readonly string[]): Promise<void> {
    const open = [...tokens];
    const line = async (): Promise<void> => {
      for (let token = open.pop(); token !== undefined; token = open.pop()) {
        const told = { mark: '' };
        const console = await connectConsole(address, token, (frame) => this.#hear(frame, told));
        console.send({ type: 'watch', personIds: shown });
        this.#consoles.push(console);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, line));
  }

  /** Resolves with `performance.now()` when every console has had a frame with this in it. */
  untilAllHear(mark: string): Promise<number> {
    return new Promise((done) => {
      this.#awaited = { mark, left: this.#consoles.length, done };
    });
  }

  close(): void {
    for (const console of this.#consoles.splice(0)) console.close();
  }

  #hear(frame: string, told: { mark: string }): void {
    const awaited = this.#awaited;
    if (awaited === undefined || told.mark === awaited.mark || !frame.includes(awaited.mark)) return;
    told.mark = awaited.mark;
    awaited.left -= 1;
    if (awaited.left > 0) return;
    this.#awaited = undefined;
    awaited.done(performance.now());
  }
}
