export type EmbeddedErrorCode =
  | 'no-binaries'
  | 'no-account'
  | 'port-taken'
  | 'other-version'
  | 'damaged'
  | 'in-use'
  | 'failed';

/** The embedded PostgreSQL could not be brought up. The message ends with what a person can do about it. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, problem: string, remedy: string, cause?: unknown) {
    super(`${problem} ${remedy}`, cause === undefined ? {} : { cause });
    this.code = code;
  }
}
