import type { LogFields, Logger } from '@switchboard/kit/logger';
import pino, { type DestinationStream } from 'pino';
import { loggableError } from './loggable-error.ts';

/** Logs as lines of JSON on standard error; standard output is for people. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: Error) => loggableError(error) },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
  const fieldsOf = ({ error, ...fields }: LogFields = {}) =>
    error instanceof Error ? { ...fields, err: error } : fields;
  return {
    debug: (message, fields) => logger.debug(fieldsOf(fields), message),
    info: (message, fields) => logger.info(fieldsOf(fields), message),
    warn: (message, fields) => logger.warn(fieldsOf(fields), message),
    error: (message, fields) => logger.error(fieldsOf(fields), message),
  };
}
