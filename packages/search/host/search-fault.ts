/**
 * `notRunning`: the thread is not up, or not yet again; ask elsewhere or later. `threadDied`: it ended while it had the
 * request. `threadFailed`: the request itself failed in it, a defect or a disk.
 */
export type SearchFaultCode = 'notRunning' | 'threadDied' | 'threadFailed';

export class SearchFault extends Error {
  override readonly name = 'SearchFault';
  readonly code: SearchFaultCode;

  constructor(code: SearchFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
