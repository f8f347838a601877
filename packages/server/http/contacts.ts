import { Readable } from 'node:stream';
import { routes } from '@switchboard/contract/http-routes';
import type { TenantId } from '@switchboard/domain/ids';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exportContacts } from '../handle/contact-export.ts';
import { type ContactImportParts, importContacts } from '../handle/contact-import.ts';
import { isOurOrigin } from './own-origin.ts';
import type { PatientRoute } from './request-patience.ts';
import { sendCsv } from './send-csv.ts';
import { cookieOf, type SignedIn, sessionCookie, sessionOf } from './session-of.ts';

export interface ContactsParts extends ContactImportParts {
  readonly publicUrl: string;
}

/** The kept contacts as a file, for operators who are signed in. */
export function registerContacts(app: FastifyInstance, parts: ContactsParts): void {
  void app.register((scope, _options, done) => {
    takeCsvAsItIs(scope);
    scope.get(routes.contacts, async (request, reply) => {
      const signedIn = await signedInOf(parts, request);
      return signedIn === undefined
        ? refuse(reply, 401, 'notSignedIn', 'Sign in first.')
        : sendContacts(reply, parts, signedIn.operator.tenantId);
    });
    const config: PatientRoute = { isUpload: true };
    scope.post(routes.contacts, { config }, async (request, reply) => {
      if (!isOurOrigin(request.raw, parts.publicUrl))
        return refuse(reply, 403, 'foreignOrigin', 'Send it from the console.');
      const signedIn = await signedInOf(parts, request);
      if (signedIn === undefined) return refuse(reply, 401, 'notSignedIn', 'Sign in first.');
      const { tenantId, operatorId: by } = signedIn.operator;
      return importContacts(parts, { tenantId, by }, csvOf(request));
    });
    done();
  });
}

/** A body of another type than `text/csv` is refused (415), so no form of another site can send one. */
export function takeCsvAsItIs(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('text/csv', (_request, payload, parsed) => parsed(null, payload));
}

/** The body as it arrives; nothing, where there is none. */
export const csvOf = ({ body }: FastifyRequest): AsyncIterable<Uint8Array> =>
  body instanceof Readable ? body : Readable.from([]);

export function sendContacts(
  reply: FastifyReply,
  { store }: Pick<ContactImportParts, 'store'>,
  tenantId: TenantId,
): FastifyReply {
  return sendCsv(reply, 'contacts.csv', exportContacts(store, tenantId));
}

const signedInOf = (
  { store, clock }: ContactsParts,
  request: FastifyRequest,
): Promise<SignedIn | undefined> => sessionOf(store, clock, cookieOf(request.headers.cookie, sessionCookie));

const refuse = (reply: FastifyReply, status: 401 | 403, code: string, message: string): FastifyReply =>
  reply.code(status).send({ error: { code, message } });
