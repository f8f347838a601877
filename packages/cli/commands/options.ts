import type { QueueTimes } from '@switchboard/contract/admin/queue';
import { InvalidArgumentError } from 'commander';
import type { ConnectionOptions } from '../connection/connect.ts';

/** Options of every command. */
export interface SharedOptions extends ConnectionOptions {
  readonly json?: true;
}

/** Seconds, as a person writes them; the contract wants milliseconds. */
export function readSeconds(text: string): number {
  const seconds = /^\d+(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(seconds)) throw new InvalidArgumentError('Write seconds, like 15 or 2.5.');
  return Math.round(seconds * 1_000);
}

/** For an option that may be given again and again. */
export const collect = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
];

/** Only what was given: the server has defaults of its own. */
export function timesFrom(options: QueueTimes): { readonly times: QueueTimes } | undefined {
  const { operatorRing, transferRing, settle, check } = options;
  const times: QueueTimes = {
    ...(operatorRing === undefined ? {} : { operatorRing }),
    ...(transferRing === undefined ? {} : { transferRing }),
    ...(settle === undefined ? {} : { settle }),
    ...(check === undefined ? {} : { check }),
  };
  return Object.keys(times).length === 0 ? undefined : { times };
}
