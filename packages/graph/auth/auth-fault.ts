import { InteractionRequiredAuthError, AuthError as MsalError, ServerError } from '@azure/msal-node';
import { asError } from '@switchboard/kit/lifecycle';
import { AuthError } from './auth-error.ts';

/** Answers of a token endpoint that say nothing about the request itself. */
const passing: ReadonlySet<string> = new Set([
  'temporarily_unavailable',
  'server_error',
  'service_unavailable',
]);

/** MSAL's codes for no answer, and for an answer that is not Entra ID's (a proxy's page). */
const unusable = /network|endpoint|openid_config|request_cannot|parsing/;

/**
 * What went wrong with MSAL, as an error of ours. Texts from outside lose every one of the `secrets`, since a
 * careless or hostile endpoint could send them back to us.
 */
export function authFault(
  thrown: unknown,
  doing: string,
  secrets: readonly (string | undefined)[],
): AuthError {
  if (thrown instanceof AuthError) return thrown;
  const error = asError(thrown);
  const text = without(secrets, error.message);
  const cause = Object.assign(new Error(text), { name: error.name });
  return new AuthError(isRefusal(error) ? 'refused' : 'unreachable', `${doing}: ${text}`, { cause });
}

function isRefusal(error: Error): boolean {
  if (error instanceof InteractionRequiredAuthError) return true;
  if (error instanceof ServerError) {
    const status = error.status ?? 400;
    return status < 500 && status !== 429 && !passing.has(error.errorCode);
  }
  return error instanceof MsalError && !unusable.test(error.errorCode);
}

/** Tokens look alike: three parts of base64url, the first an object. */
const tokenPattern = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

function without(secrets: readonly (string | undefined)[], text: string): string {
  let clean = text.replace(tokenPattern, '…');
  for (const secret of secrets) {
    if (secret !== undefined && secret.length > 0) clean = clean.replaceAll(secret, '…');
  }
  return clean;
}
