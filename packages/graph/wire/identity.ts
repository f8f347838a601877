import { instanceId, personId } from '@switchboard/domain/ids';
import type { Party } from '@switchboard/domain/party/party';
import * as z from 'zod';
import { maybe, oneSpelling, text } from './lenient.ts';

const identitySchema = maybe(z.looseObject({ id: text, displayName: text }));

/** `identitySet` and `communicationsIdentitySet`: at most one member is given, the others are null or missing. */
export const identitySetSchema = z.looseObject({
  user: identitySchema,
  phone: identitySchema,
  applicationInstance: identitySchema,
  application: identitySchema,
  guest: identitySchema,
  azureCommunicationServicesUser: identitySchema,
  onPremises: identitySchema,
  encrypted: identitySchema,
});

export type GraphIdentitySet = z.output<typeof identitySetSchema>;
type GraphIdentity = NonNullable<GraphIdentitySet['user']>;

/**
 * Who an identity set means. Encrypted and withheld callers, and kinds that we do not know, are `unknown`; a name
 * that comes with them is kept.
 */
export function partyFromGraph(identity: GraphIdentitySet | undefined): Party {
  if (identity === undefined) return { kind: 'unknown' };
  const { user, phone, applicationInstance, application, guest } = identity;
  if (user?.id !== undefined) return named({ kind: 'person', id: personId(oneSpelling(user.id)) }, user);
  if (phone?.id !== undefined) return partyFromPhone(phone.id, phone);
  if (applicationInstance?.id !== undefined) {
    return named({ kind: 'queue', id: instanceId(oneSpelling(applicationInstance.id)) }, applicationInstance);
  }
  if (application?.id !== undefined) {
    return named({ kind: 'application', id: oneSpelling(application.id) }, application);
  }
  const outside = guest ?? identity.azureCommunicationServicesUser;
  if (outside?.id !== undefined) return named({ kind: 'guest', id: outside.id }, outside);
  return named({ kind: 'unknown' }, anyIdentity(identity));
}

/** A withheld number comes as a word (`anonymous`, `Restricted`) where the number would be. */
function partyFromPhone(id: string, phone: GraphIdentity): Party {
  const number = id.replace(/^tel:/i, '').trim();
  return /\d/.test(number) ? named({ kind: 'number', number }, phone) : { kind: 'unknown' };
}

const anyIdentity = (identity: GraphIdentitySet): GraphIdentity | undefined =>
  [identity.user, identity.guest, identity.encrypted, identity.onPremises].find(
    (one) => one?.displayName !== undefined,
  );

function named(party: Party, identity: GraphIdentity | undefined): Party {
  return identity?.displayName === undefined ? party : { ...party, name: identity.displayName };
}
