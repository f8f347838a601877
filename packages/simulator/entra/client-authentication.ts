import { timingSafeEqual, X509Certificate } from 'node:crypto';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { compactVerify, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { type EntraContext, findApp, issuerOf } from './entra-context.ts';
import type { EntraApp } from './entra-options.ts';
import type { Parameters } from './parameters.ts';
import { unknownApplication } from './read-authorize-request.ts';
import { type EntraRefusal, missingParameter, refusal } from './refusal.ts';

/** Who asks for a token, and whether they have proved it. Public clients have nothing to prove it with. */
export interface AuthenticatedClient {
  readonly app: EntraApp;
  readonly proof: 'secret' | 'certificate' | 'none';
}

const jwtBearerAssertion = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Clocks of clients may be wrong by five minutes, the tolerance Microsoft recommends for tokens. */
const clockTolerance = 300;

export async function authenticateClient(
  parameters: Parameters,
  context: EntraContext,
): Promise<Result<AuthenticatedClient, EntraRefusal>> {
  const clientId = parameters.get('client_id');
  if (clientId === undefined) return refused(missingParameter('client_id'));
  const app = findApp(context, clientId);
  if (app === undefined) return refused(unknownApplication(clientId, context));
  const secret = parameters.get('client_secret');
  if (secret !== undefined) {
    return app.secrets.some((known) => isSame(known, secret))
      ? ok({ app, proof: 'secret' })
      : refused(wrongSecret(app));
  }
  const assertion = parameters.get('client_assertion');
  if (assertion === undefined) return ok({ app, proof: 'none' });
  if (parameters.get('client_assertion_type') !== jwtBearerAssertion) {
    const message = `'client_assertion_type' must be '${jwtBearerAssertion}'.`;
    return refused(refusal('invalid_request', 50027, message));
  }
  const fault = await findAssertionFault(assertion, app, context);
  return fault === undefined ? ok({ app, proof: 'certificate' }) : refused(fault);
}

const wrongSecret = (app: EntraApp): EntraRefusal =>
  refusal(
    'invalid_client',
    7000215,
    'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not ' +
      `the client secret ID, for a secret added to app '${app.applicationId}'.`,
  );

function isSame(known: string, given: string): boolean {
  const one = Buffer.from(known);
  const other = Buffer.from(given);
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Checks an assertion made with one of the application's certificates (RS256 or PS256, named by thumbprint). */
async function findAssertionFault(
  assertion: string,
  app: EntraApp,
  context: EntraContext,
): Promise<EntraRefusal | undefined> {
  try {
    const certificate = certificateNamedBy(decodeProtectedHeader(assertion), app);
    if (certificate === undefined) return unknownCertificate(app);
    await compactVerify(assertion, certificate.publicKey, { algorithms: ['RS256', 'PS256'] });
    const { iss, sub } = decodeJwt(assertion);
    if (iss !== app.applicationId || sub !== app.applicationId) {
      return refusal(
        'invalid_client',
        700021,
        "Client assertion must have the application's id as 'iss' and 'sub'.",
      );
    }
    await jwtVerify(assertion, certificate.publicKey, {
      audience: audiencesOf(context),
      requiredClaims: ['exp'],
      currentDate: new Date(context.options.clock.now()),
      clockTolerance,
    });
    return undefined;
  } catch (error) {
    return assertionFault(error);
  }
}

function certificateNamedBy(
  header: ReturnType<typeof decodeProtectedHeader>,
  app: EntraApp,
): X509Certificate | undefined {
  const sha1 = header.x5t;
  const sha256 = header['x5t#S256'];
  return app.certificates
    .map((pem) => new X509Certificate(pem))
    .find((one) =>
      sha256 === undefined ? thumbprint(one.fingerprint) === sha1 : thumbprint(one.fingerprint256) === sha256,
    );
}

const thumbprint = (fingerprint: string): string =>
  Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');

/** Either the token endpoint or the issuer of any name of the tenant may be addressed. */
function audiencesOf(context: EntraContext): string[] {
  const { publicUrl, tenantId, tenantName } = context.options;
  const base = publicUrl();
  const tokenEndpoints = [tenantId, tenantName, 'organizations', 'common'].map(
    (name) => `${base}/${name}/oauth2/v2.0/token`,
  );
  return [...tokenEndpoints, issuerOf(context)];
}

const unknownCertificate = (app: EntraApp): EntraRefusal =>
  refusal(
    'invalid_client',
    700027,
    `The certificate with identifier used to sign the client assertion is not registered on application '${app.applicationId}'. ` +
      "Name it by 'x5t' or 'x5t#S256' in the assertion's header.",
  );

function assertionFault(error: unknown): EntraRefusal {
  if (
    error instanceof errors.JWTExpired ||
    (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
  ) {
    return refusal('invalid_client', 700024, 'Client assertion is not within its valid time range.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    const message = `Client assertion claim '${error.claim}' is not valid: ${error.message}.`;
    return refusal('invalid_client', error.claim === 'aud' ? 700023 : 50027, message);
  }
  if (error instanceof errors.JOSEError) {
    return refusal(
      'invalid_client',
      700027,
      `Client assertion failed signature validation: ${error.message}.`,
    );
  }
  return refusal('invalid_client', 50027, 'JWT token is invalid or malformed.');
}
