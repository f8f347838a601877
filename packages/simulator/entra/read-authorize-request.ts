import { ok, type Result, refused } from '@switchboard/kit/result';
import {
  type AuthorizeRefusal,
  type AuthorizeRequest,
  prompts,
  type ReplyAddress,
  responseModes,
} from './authorize-request.ts';
import { type EntraContext, findApp } from './entra-context.ts';
import type { EntraApp } from './entra-options.ts';
import type { Parameters } from './parameters.ts';
import { isRegisteredRedirect } from './redirect-uri.ts';
import { type EntraRefusal, missingParameter, refusal } from './refusal.ts';
import { readDelegatedScopes } from './scopes.ts';

/** A SHA-256 in base64url without padding is 43 characters long (RFC 7636, 4.2). */
const challengePattern = /^[A-Za-z0-9_-]{43}$/;

export function readAuthorizeRequest(
  parameters: Parameters,
  context: EntraContext,
): Result<AuthorizeRequest, AuthorizeRefusal> {
  const addressee = readAddressee(parameters, context);
  if (!addressee.ok) return refused({ to: 'person', refusal: addressee.refusal });
  const { app, reply } = addressee.value;
  const fault = findFault(parameters, app, context);
  if (fault !== undefined) return refused({ to: 'application', reply, refusal: fault });
  return ok({
    app,
    reply,
    scope: parameters.get('scope') ?? '',
    nonce: parameters.get('nonce'),
    codeChallenge: parameters.get('code_challenge'),
    prompt: prompts.find((prompt) => prompt === parameters.get('prompt')),
    loginHint: parameters.get('login_hint'),
    wantsClientInfo: parameters.get('client_info') === '1',
  });
}

/** Who asks, and whether the address for the answer is really theirs. */
function readAddressee(
  parameters: Parameters,
  context: EntraContext,
): Result<{ readonly app: EntraApp; readonly reply: ReplyAddress }, EntraRefusal> {
  const clientId = parameters.get('client_id');
  if (clientId === undefined) return refused(missingParameter('client_id'));
  const app = findApp(context, clientId);
  if (app === undefined) return refused(unknownApplication(clientId, context));
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri === undefined) return refused(missingParameter('redirect_uri'));
  if (!isRegisteredRedirect(redirectUri, app.redirectUris)) {
    const message =
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for ` +
      `the application '${app.applicationId}'.`;
    return refused(refusal('invalid_request', 50011, message));
  }
  const modeAsked = parameters.get('response_mode') ?? 'query';
  const responseMode = responseModes.find((mode) => mode === modeAsked);
  if (responseMode === undefined) {
    const message = `'${modeAsked}' is not a supported value for 'response_mode': use ${responseModes.join(', ')}.`;
    return refused(refusal('invalid_request', 90023, message));
  }
  return ok({ app, reply: { redirectUri, responseMode, state: parameters.get('state') } });
}

function findFault(parameters: Parameters, app: EntraApp, context: EntraContext): EntraRefusal | undefined {
  const responseType = parameters.get('response_type');
  if (responseType === undefined) return missingParameter('response_type');
  if (responseType !== 'code') {
    const message = `The response_type '${responseType}' is not enabled for the application: use 'code'.`;
    return refusal('unsupported_response_type', 700054, message);
  }
  const scope = parameters.get('scope');
  if (scope === undefined) return missingParameter('scope');
  const prompt = parameters.get('prompt');
  if (prompt !== undefined && !prompts.some((known) => known === prompt)) {
    return refusal(
      'invalid_request',
      90023,
      `'${prompt}' is not a supported value for 'prompt': use ${prompts.join(', ')}.`,
    );
  }
  const challengeFault = findChallengeFault(parameters);
  if (challengeFault !== undefined) return challengeFault;
  const scopes = readDelegatedScopes(scope, app, context.options.apps);
  if (scopes.ok) return undefined;
  return scopes.refusal.code === 65001 ? { ...scopes.refusal, error: 'consent_required' } : scopes.refusal;
}

function findChallengeFault(parameters: Parameters): EntraRefusal | undefined {
  const challenge = parameters.get('code_challenge');
  const method = parameters.get('code_challenge_method');
  if (challenge === undefined) {
    return method === undefined ? undefined : missingParameter('code_challenge');
  }
  if (method !== 'S256') {
    return refusal(
      'invalid_request',
      9002325,
      "Proof Key for Code Exchange needs 'code_challenge_method' S256.",
    );
  }
  if (challengePattern.test(challenge)) return undefined;
  return refusal(
    'invalid_request',
    501491,
    "Invalid size of 'code_challenge' parameter: it is 43 characters of base64url.",
  );
}

export const unknownApplication = (clientId: string, context: EntraContext): EntraRefusal =>
  refusal(
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${context.options.tenantName}'. ` +
      'This can happen if the application has not been installed by the administrator of the tenant.',
  );
