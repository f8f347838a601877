import type { GraphRequest } from '../wire/graph-request.ts';
import { hasOption, option } from '../wire/query-options.ts';

/** Below so many a page, a list costs a unit less. */
const fewPerPage = 20;

/**
 * What a request to the directory costs: the path's own price, one less with `$select`, one more with `$expand`, one
 * less with a small `$top`, and never nothing (https://learn.microsoft.com/graph/throttling-limits, read 2026-11-23).
 */
export function costOf(price: number, request: GraphRequest): number {
  const top = option(request, '$top');
  const changes = [
    hasOption(request, '$select') ? -1 : 0,
    hasOption(request, '$expand') ? 1 : 0,
    top !== null && Number(top) < fewPerPage ? -1 : 0,
  ];
  return Math.max(
    1,
    changes.reduce((sum, change) => sum + change, price),
  );
}

/** Units in ten seconds for an application in a tenant, by how many users the tenant has. */
export function unitsFor(users: number): number {
  if (users < 50) return 3_500;
  return users <= 500 ? 5_000 : 8_000;
}
