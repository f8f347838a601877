import { type BenchConsole, connectConsole } from '../stage/console-socket.ts';

interface Awaited {
  left: number;
  readonly done: (at: number) => void;
}

/** The word that a change has and no other: a state of presence that Microsoft does not know yet. */
export const newMark = (): string => `Bench${crypto.randomUUID().slice(0, 8)}`;
const marks = /"availability":"(Bench[\da-f]{8})"/g;

/** Consoles that connect at the same moment. */
const atOnce = 20;

/** Many consoles that show the same people, of which one thing is asked: when has the last of them been told of a change. */
export class Watchers {
  readonly #consoles: BenchConsole[] = [];
  readonly #awaited = new Map<string, Awaited>();

  async connect(address: string, tokens: readonly string[], shown: readonly string[]): Promise<void> {
    const open = [...tokens];
    const line = async (): Promise<void> => {
      for (let token = open.pop(); token !== undefined; token = open.pop()) {
        const told = new Set<string>();
        const console = await connectConsole(address, token, (frame) => this.#hear(frame, told));
        console.send({ type: 'watch', personIds: shown });
        this.#consoles.push(console);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, line));
  }

  /** Resolves with `performance.now()` when every console has had a frame with this mark in it. */
  untilAllHear(mark: string): Promise<number> {
    return new Promise((done) => {
      this.#awaited.set(mark, { left: this.#consoles.length, done });
    });
  }

  close(): void {
    for (const console of this.#consoles.splice(0)) console.close();
    this.#awaited.clear();
  }

  #hear(frame: string, told: Set<string>): void {
    if (this.#awaited.size === 0) return;
    for (const [, mark = ''] of frame.matchAll(marks)) {
      const awaited = this.#awaited.get(mark);
      if (awaited === undefined || told.has(mark)) continue;
      told.add(mark);
      awaited.left -= 1;
      if (awaited.left > 0) continue;
      this.#awaited.delete(mark);
      awaited.done(performance.now());
    }
  }
}
