/** The outcome of something that may be refused. A refusal is an expected answer, never an exception. */
export type Result<T, R> = Ok<T> | Refused<R>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R> {
  readonly ok: false;
  readonly refusal: R;
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const refused = <R>(refusal: R): Refused<R> => ({ ok: false, refusal });
