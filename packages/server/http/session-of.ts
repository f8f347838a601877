import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { findOpenSession } from '@switchboard/store/access/open-sessions';
import type { Store } from '@switchboard/store/access/store';
import { hashOf } from './secrets.ts';

/** The cookie of a signed-in browser. */
export const sessionCookie = 'switchboard_session';

export interface SignedIn {
  readonly operator: Operator;
  readonly tokenHash: string;
}

/** Who holds this session token, if it is one and still good. */
export async function sessionOf(
  store: Store,
  clock: Clock,
  token: string | undefined,
): Promise<SignedIn | undefined> {
  if (token === undefined || token === '') return undefined;
  const tokenHash = hashOf(token);
  const operator = await findOpenSession(store, tokenHash, clock.now());
  return operator === undefined ? undefined : { operator, tokenHash };
}

/** The value of a cookie in a `Cookie` header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
