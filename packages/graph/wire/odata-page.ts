import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphProblem } from '../client/graph-problem.ts';

/** One page of a list of Graph's. Each item is read by itself, so that a bad one costs no other. */
export interface ODataPage {
  readonly value: readonly unknown[];
  readonly nextLink?: string;
  readonly deltaLink?: string;
}

const link = z.string().min(1).optional().catch(undefined);

const pageSchema = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': link,
  '@odata.deltaLink': link,
});

/** @param what the page is of, for the message: `users` */
export function readODataPage(body: unknown, what: string): Result<ODataPage, GraphProblem> {
  const parsed = pageSchema.safeParse(body);
  if (!parsed.success) return refused(unreadable(`Graph's page of ${what} has no array value`));
  const { value, '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = parsed.data;
  return ok({
    value,
    ...(nextLink === undefined ? {} : { nextLink }),
    ...(deltaLink === undefined ? {} : { deltaLink }),
  });
}

/** An answer with a status of success that is not what the page documents. */
export const unreadable = (message: string): GraphProblem => ({
  kind: 'invalid',
  status: 200,
  code: 'unreadable',
  message,
});
