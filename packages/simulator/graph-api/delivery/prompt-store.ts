import { asError } from '@switchboard/kit/lifecycle';
import { type Result, refused } from '@switchboard/kit/result';
import type { Errands } from './errands.ts';
import { outsideUrl } from './outside-url.ts';
import { wavDuration } from './wav.ts';

/** 20 MB are ten minutes of 16 kHz, 16 bit, mono. */
const sizeLimit = 20_000_000;
const timeoutMs = 10_000;

export interface Media {
  readonly uri: string;
  /** The key under which the service keeps the file; without one it is fetched each time. */
  readonly resourceId: string | null;
}

/** Fetches prompts and tells how long they play. */
export class PromptStore {
  readonly #errands: Errands;
  readonly #way: typeof fetch;
  readonly #kept = new Map<string, Promise<Result<number, string>>>();

  constructor(errands: Errands, way: typeof fetch) {
    this.#errands = errands;
    this.#way = way;
  }

  /** The playing time in milliseconds, or why it cannot be played. */
  duration(media: Media): Promise<Result<number, string>> {
    const key = media.resourceId;
    const kept = key === null ? undefined : this.#kept.get(key);
    if (kept) return kept;
    const fetched = this.#errands.run(this.#fetch(media.uri));
    if (key !== null) {
      this.#kept.set(key, fetched);
      void fetched.then((result) => {
        // What failed is tried again.
        if (!result.ok) this.#kept.delete(key);
      });
    }
    return fetched;
  }

  async #fetch(uri: string): Promise<Result<number, string>> {
    const url = outsideUrl('uri', uri);
    if (!url.ok) return url;
    try {
      const response = await this.#way(url.value, { signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok || response.body === null) {
        await response.body?.cancel();
        return refused(`the prompt's address answered ${response.status}`);
      }
      const file = await readLimited(response.body);
      return file ? wavDuration(file) : refused(`the prompt is larger than ${sizeLimit} bytes`);
    } catch (thrown) {
      return refused(`the prompt could not be fetched: ${asError(thrown).message}`);
    }
  }
}

async function readLimited(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > sizeLimit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
