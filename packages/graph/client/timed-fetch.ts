import type { Clock } from '@switchboard/kit/clock';

export type Fetch = typeof globalThis.fetch;

/** The whole answer, or nothing of it: the time limit covers the body too. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when the body broke off after the headers had arrived, or was too long. */
  readonly text: string | undefined;
  /** The body was longer than {@link longestAnswer}. */
  readonly isTooLarge?: boolean;
}

/**
 * In bytes, unpacked. The largest answers are pages of a directory or a calendar, of some hundred kilobytes; what is
 * longer by far was not sent by Graph, or by mistake.
 */
export const longestAnswer = 8 * 1024 * 1024;

/** The time limit of a request was over. */
export class RequestTimedOut extends Error {
  override readonly name = 'RequestTimedOut';
}

/** Sends a request and reads its answer within `timeoutMs`. Redirects are handed back, never followed. */
export function timedFetch(
  fetch: Fetch,
  clock: Clock,
  timeoutMs: number,
  url: string,
  init: RequestInit,
): Promise<Answer> {
  return withinTime(clock, timeoutMs, async (signal) => {
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const text = await response.text().then(
      (body) => body,
      () => undefined,
    );
    if (text !== undefined && text.length > longestAnswer) {
      return { status: response.status, headers: response.headers, text: undefined, isTooLarge: true };
    }
    return { status: response.status, headers: response.headers, text };
  });
}

/** Lets something that can be broken off have so much time. */
export async function withinTime<T>(
  clock: Clock,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const cancel = clock.after(timeoutMs, () => controller.abort());
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) {
      throw new RequestTimedOut(`no answer within ${timeoutMs} ms`, { cause: error });
    }
    throw error;
  } finally {
    cancel();
  }
}

/** The JSON in a text; undefined when there is none. */
export function jsonOrNothing(text: string | undefined): unknown {
  if (text === undefined || text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
