import type { HistoryFilter } from '@switchboard/contract/commands/history-command';
import { routes } from '@switchboard/contract/http-routes';

/** What became of a file that was asked for. `broken`: it did not come to its end, and what came is thrown away. */
export type HistoryFile =
  | { readonly kind: 'whole'; readonly csv: Blob; readonly calls: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'stopped' };

export interface FileWatch {
  /** Told of the calls that have come so far. */
  readonly onProgress: (calls: number) => void;
  readonly signal: AbortSignal;
}

const carriageReturn = 13;
const lineFeed = 10;

/** Fetches the past calls of a filter as CSV, as they come. Never rejects. */
export async function fetchHistoryFile(
  filter: HistoryFilter,
  { onProgress, signal }: FileWatch,
): Promise<HistoryFile> {
  try {
    const fields = Object.entries(filter).map(([name, value]) => [name, String(value)]);
    const address = `${routes.history}?${new URLSearchParams(fields)}`;
    const answer = await fetch(address, { credentials: 'same-origin', signal });
    if (!answer.ok || answer.body === null) return { kind: 'refused' };
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let lines = 0;
    let isLineOver = false;
    for await (const part of chunksOf(answer.body)) {
      parts.push(part);
      for (const byte of part) {
        if (byte === lineFeed && isLineOver) lines += 1;
        isLineOver = byte === carriageReturn;
      }
      onProgress(Math.max(0, lines - 1));
    }
    return { kind: 'whole', csv: new Blob(parts, { type: 'text/csv' }), calls: Math.max(0, lines - 1) };
  } catch {
    // The operator stopped it, the connection is gone, or the server is.
    return { kind: signal.aborted ? 'stopped' : 'broken' };
  }
}

async function* chunksOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
