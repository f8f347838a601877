import type { OfferWatch } from './call-driver.ts';

const callIdIn = /"callId":"([^"]+)"/;

/** Sees from a console's frames which calls are offered. Reads only as much of a frame as it must. */
export class Offers implements OfferWatch {
  /** One frame of each state, as it came: the floor sends the same bytes. */
  readonly samples = new Map<string, string>();
  readonly #waiting = new Map<string, (at: number) => void>();

  readonly take = (frame: string): void => {
    if (!frame.startsWith('{"type":"call"')) return;
    const at = performance.now();
    const state = /"state":"([^"]+)"/.exec(frame)?.[1] ?? '';
    if (!this.samples.has(state)) this.samples.set(state, frame);
    if (state !== 'waiting' || !frame.includes('"can":["accept"]')) return;
    const callId = callIdIn.exec(frame)?.[1] ?? '';
    this.#waiting.get(callId)?.(at);
    this.#waiting.delete(callId);
  };

  offered(callId: string): Promise<number> {
    return new Promise((resolve) => this.#waiting.set(callId, resolve));
  }
}
