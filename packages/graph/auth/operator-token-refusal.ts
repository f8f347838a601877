import { InteractionRequiredAuthError, AuthError as MsalError } from '@azure/msal-node';
import { authFault } from './auth-fault.ts';

/**
 * Why there is no token for a person:
 * `askConsent` Entra ID wants to ask them, or an administrator, something first: to agree to the scopes, a second
 * factor. They are sent to sign in with exactly these `scopes` and `claims`.
 * `signIn` nothing, or nothing that still counts, is known of them here: they sign in, with these `scopes`.
 * `refused` Entra ID does not take our application. `unreachable` it does not answer: later.
 */
export type OperatorTokenRefusal =
  | {
      readonly code: 'askConsent';
      readonly message: string;
      readonly scopes: readonly string[];
      /** For the `claims` parameter of the sign-in, as Entra ID gave it. */
      readonly claims?: string;
    }
  | { readonly code: 'signIn'; readonly message: string; readonly scopes: readonly string[] }
  | { readonly code: 'refused' | 'unreachable'; readonly message: string };

/** MSAL's and Entra's words for a session that is over, and not for a question that is open. */
const overCodes: ReadonlySet<string> = new Set([
  'no_tokens_found',
  'refresh_token_expired',
  'bad_token',
  'no_account_found',
  'no_account_in_silent_request',
  'login_required',
]);

/**
 * AADSTS numbers of refresh tokens that count no more: expired, revoked, of a changed password
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes, read 2026-11-23).
 */
const overNumbers = /AADSTS(?:50089|50132|50133|50173|54005|70008|70043|70044|700082|700084)\b/;

export function operatorTokenRefusal(
  thrown: unknown,
  scopes: readonly string[],
  secrets: readonly (string | undefined)[],
): OperatorTokenRefusal {
  const { code, message } = authFault(thrown, 'No token for this person', secrets);
  if (isOver(thrown)) return { code: 'signIn', message, scopes };
  if (thrown instanceof InteractionRequiredAuthError) {
    const { claims } = thrown;
    return { code: 'askConsent', message, scopes, ...(claims === '' ? {} : { claims }) };
  }
  return { code: code === 'unreachable' ? 'unreachable' : 'refused', message };
}

const isOver = (thrown: unknown): boolean =>
  thrown instanceof MsalError &&
  (overCodes.has(thrown.errorCode) || overCodes.has(thrown.subError) || overNumbers.test(thrown.message));

export const signInFirst = (scopes: readonly string[]): OperatorTokenRefusal => ({
  code: 'signIn',
  message: 'Nothing is known of this person’s consent here: they have to sign in.',
  scopes,
});
