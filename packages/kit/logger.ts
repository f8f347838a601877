/** What a log line may carry. Caller numbers, names and secrets never do: mask them first. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined | Error>>;

export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const nothing = (): void => {};

export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Keeps the last two digits of a telephone number: enough to tell two calls apart, too little to call back. */
export function maskNumber(number: string): string {
  return number.length <= 2 ? '…' : `…${number.slice(-2)}`;
}
