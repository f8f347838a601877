import type { AuthorizeRequest } from './authorize-request.ts';
import type { EntraAccount } from './entra-options.ts';
import { type EntraRefusal, refusal } from './refusal.ts';

/** What comes next for a request, before anybody is asked anything. */
export type AuthorizeDecision =
  | { readonly kind: 'answer'; readonly account: EntraAccount }
  | { readonly kind: 'refuse'; readonly refusal: EntraRefusal }
  | { readonly kind: 'ask' };

/** Decides by `prompt`, `login_hint` and who is signed in with this browser already. */
export function decideAuthorize(
  request: AuthorizeRequest,
  signedIn: readonly EntraAccount[],
): AuthorizeDecision {
  const candidates = signedIn.filter((account) => isHinted(account, request.loginHint));
  const only = candidates.length === 1 ? candidates[0] : undefined;
  if (request.prompt === 'none') {
    if (only !== undefined) return { kind: 'answer', account: only };
    return { kind: 'refuse', refusal: candidates.length === 0 ? nobodySignedIn : severalSignedIn };
  }
  if (request.prompt === undefined && only !== undefined) return { kind: 'answer', account: only };
  return { kind: 'ask' };
}

export const isHinted = (account: EntraAccount, hint: string | undefined): boolean =>
  hint === undefined || account.userPrincipalName.toLowerCase() === hint.toLowerCase();

const nobodySignedIn = refusal(
  'login_required',
  50058,
  'A silent sign-in request was sent but no user is signed in.',
);

const severalSignedIn = refusal(
  'interaction_required',
  16000,
  'Several user identities are available for the current request. Ask with a login_hint or without prompt=none.',
);
