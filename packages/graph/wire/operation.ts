import * as z from 'zod';
import { maybe, member, text } from './lenient.ts';
import { type GraphResultInfo, resultInfoSchema } from './result-info.ts';

/** `commsOperation` and its kinds, in answers and in notifications. */
export const operationSchema = z.looseObject({
  id: text,
  status: member,
  clientContext: text,
  /** Of tones that were sent. */
  completionReason: member,
  resultInfo: maybe(resultInfoSchema),
});

export type GraphOperation = z.output<typeof operationSchema>;

/**
 * How an operation stands: `undefined` while it runs. A status that we do not know is decided by the result code, as
 * far as there is one. Tones that were cancelled were not sent, whatever the status is.
 */
export function operationCompletion(operation: GraphOperation): boolean | undefined {
  if (operation.completionReason === 'mediaoperationcanceled') return false;
  switch (operation.status) {
    case 'completed':
      return true;
    case 'failed':
      return false;
    case 'running':
    case 'notstarted':
      return undefined;
    default:
      return completionByCode(operation.resultInfo);
  }
}

const completionByCode = (info: GraphResultInfo | undefined): boolean | undefined =>
  info?.code === undefined || info.code === 0 ? undefined : info.code >= 200 && info.code < 300;
