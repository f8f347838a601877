import type { LogFields, Logger } from '@switchboard/kit/logger';

/* oxlint-disable no-console -- the browser's console is the log of this page. */

const write =
  (level: 'debug' | 'info' | 'warn' | 'error') =>
  (message: string, fields: LogFields = {}): void =>
    console[level](message, fields);

/** The log, in the browser's developer tools. */
export const consoleLog: Logger = {
  debug: write('debug'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
};
