import type { Outcome } from '@switchboard/domain/call/fact';
import * as z from 'zod';
import { integer, text } from './lenient.ts';

/** `resultInfo`. The pages write `subcode` and `subCode`, and the code as a number and as text. */
export const resultInfoSchema = z.looseObject({
  code: integer,
  subcode: integer,
  subCode: integer,
  message: text,
});

export type GraphResultInfo = z.output<typeof resultInfoSchema>;

/** Zeroes, and `otherwise` for the message, when Graph gave none. */
export const outcomeFromGraph = (info: GraphResultInfo | undefined, otherwise = ''): Outcome => ({
  code: info?.code ?? 0,
  subcode: info?.subcode ?? info?.subCode ?? 0,
  message: info?.message ?? otherwise,
});
