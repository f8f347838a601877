import { ok, type Result, refused } from '@switchboard/kit/result';
import type { EntraOptions } from './entra-options.ts';
import { type EntraRefusal, refusal } from './refusal.ts';

/** What stood at the place of the tenant in an address. */
export type TenantSegment =
  | { readonly kind: 'concrete'; readonly tenantId: string }
  | { readonly kind: 'any'; readonly name: 'common' | 'organizations' };

/** Reads `{tenant}` of an address: the id, a name or domain of the tenant, `organizations` or `common`. */
export function readTenant(segment: string, options: EntraOptions): Result<TenantSegment, EntraRefusal> {
  const name = segment.toLowerCase();
  if (name === 'common' || name === 'organizations') return ok({ kind: 'any', name });
  if (
    name === options.tenantId.toLowerCase() ||
    name === options.tenantName.toLowerCase() ||
    // A tenant answers to every domain its people sign in with.
    options.accounts.hasDomain(name)
  ) {
    return ok({ kind: 'concrete', tenantId: options.tenantId });
  }
  return refused(
    refusal(
      'invalid_request',
      90002,
      `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into ` +
        'the correct cloud.',
    ),
  );
}
