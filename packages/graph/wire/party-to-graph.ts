import type { Party } from '@switchboard/domain/party/party';
import { unreachable } from '@switchboard/kit/assert';
import { ok, type Result, refused } from '@switchboard/kit/result';

interface IdentitySetBody {
  readonly '@odata.type': string;
  readonly [member: string]: unknown;
}

/**
 * The identity set by which Graph is asked to ring a party. A party without an address (a withheld caller) is
 * refused with a sentence.
 */
function identitySetBody(party: Party): Result<IdentitySetBody, string> {
  switch (party.kind) {
    case 'person':
      return ok(identitySet('identitySet', 'user', party.id, party.name));
    case 'number':
      return ok(identitySet('identitySet', 'phone', party.number));
    case 'queue':
      return ok(identitySet('communicationsIdentitySet', 'applicationInstance', party.id, party.name));
    case 'application':
      return ok(identitySet('identitySet', 'application', party.id, party.name));
    case 'guest':
      return ok(identitySet('communicationsIdentitySet', 'guest', party.id, party.name));
    case 'unknown':
      return refused('Nobody can be rung without an id or a number: this party is withheld or unknown.');
    default:
      return unreachable(party);
  }
}

export interface InvitationBody {
  readonly '@odata.type': '#microsoft.graph.invitationParticipantInfo';
  readonly identity: IdentitySetBody;
  readonly [member: string]: unknown;
}

/**
 * Somebody to be rung: invited, transferred or redirected to. A number is rung on behalf of the application instance
 * that took the call; the request does not name it again. `endpointType` is not in the schema of v1.0, which leaves the
 * type open (docs/graph/ringing-a-mailbox.md).
 */
export function invitationBody(party: Party, toMailbox = false): Result<InvitationBody, string> {
  const identity = identitySetBody(party);
  if (!identity.ok) return identity;
  if (toMailbox && party.kind !== 'person') {
    return refused(`party: only a person has a mailbox, and this is a ${party.kind}.`);
  }
  return ok({
    '@odata.type': '#microsoft.graph.invitationParticipantInfo',
    ...(toMailbox ? { endpointType: 'voicemail' } : {}),
    identity: identity.value,
  });
}

const identitySet = (type: string, member: string, id: string, displayName?: string): IdentitySetBody => ({
  '@odata.type': `#microsoft.graph.${type}`,
  [member]: {
    '@odata.type': '#microsoft.graph.identity',
    id,
    ...(displayName === undefined ? {} : { displayName }),
  },
});
