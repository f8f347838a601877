const callIdIn = /"callId":"([^"]+)"/;
/** Frames that are kept, for whoever asks for the newest of a call. */
const framesKept = 50;

/** Sees from a console's frames which calls are offered. Reads only as much of a frame as it must. */
export class Offers {
  #frames: string[] = [];
  readonly #waiting = new Map<string, (at: number) => void>();

  readonly take = (frame: string): void => {
    if (!frame.startsWith('{"type":"call"')) return;
    const at = performance.now();
    this.#frames.push(frame);
    if (this.#frames.length > framesKept * 2) this.#frames = this.#frames.slice(-framesKept);
    if (!frame.includes('"state":"waiting"') || !frame.includes('"can":["accept"]')) return;
    const callId = callIdIn.exec(frame)?.[1] ?? '';
    this.#waiting.get(callId)?.(at);
    this.#waiting.delete(callId);
  };

  /** Resolves with `performance.now()` when the call is offered. */
  offered(callId: string): Promise<number> {
    return new Promise((resolve) => this.#waiting.set(callId, resolve));
  }

  newestFrame(callId: string): string | undefined {
    return this.#frames.findLast((frame) => frame.includes(callId));
  }
}
