import * as z from 'zod';
import type { RingTarget } from '../../world/bells.ts';
import type { Party } from '../../world/conversation.ts';

export interface Identity {
  readonly '@odata.type': '#microsoft.graph.identity';
  readonly id: string;
  readonly displayName: string | null;
}

export interface IdentitySet {
  readonly '@odata.type': '#microsoft.graph.communicationsIdentitySet';
  readonly user?: Identity;
  readonly phone?: Identity;
  readonly application?: Identity;
  readonly applicationInstance?: Identity;
  readonly encrypted?: Identity;
}

export interface InvitationTarget {
  readonly '@odata.type': '#microsoft.graph.invitationParticipantInfo';
  readonly identity: IdentitySet;
}

type Kind = Exclude<keyof IdentitySet, '@odata.type'>;

export function identitySet(kind: Kind, id: string, displayName: string | null): IdentitySet {
  return {
    '@odata.type': '#microsoft.graph.communicationsIdentitySet',
    [kind]: { '@odata.type': '#microsoft.graph.identity', id, displayName },
  };
}

export const invitationTarget = (identity: IdentitySet): InvitationTarget => ({
  '@odata.type': '#microsoft.graph.invitationParticipantInfo',
  identity,
});

export function identityOfParty(party: Party): IdentitySet {
  switch (party.kind) {
    case 'outside':
      return identitySet('phone', party.number, party.name);
    case 'person':
      return identitySet('user', party.id, party.name);
    case 'application':
      return identitySet('application', party.id, null);
  }
}

const identityIn = z.looseObject({ id: z.string().min(1), displayName: z.string().nullish() });

/** Whom a request wants to reach: a user or a phone number. Other kinds of identity are refused by name. */
export const invitationIn = z.looseObject({
  identity: z
    .looseObject({
      user: identityIn.nullish(),
      phone: identityIn.nullish(),
      application: identityIn.nullish(),
      applicationInstance: identityIn.nullish(),
    })
    .refine(({ user, phone }) => (user ? !phone : Boolean(phone)), {
      message: 'give exactly one of user and phone; other identities cannot be called here',
    })
    .refine(({ phone }) => !phone || /^\+[1-9]\d{5,14}$/.test(phone.id), {
      message: 'phone.id must be a number in E.164, such as +442079460999',
    }),
  participantId: z.string().min(1).nullish(),
  replacesCallId: z.string().min(1).nullish(),
  /** An open type's extra member: the enum has it, the type no longer declares it (graph-contract A.6). */
  endpointType: z.enum(['default', 'voicemail', 'skypeForBusiness', 'skypeForBusinessVoipPhone']).nullish(),
  hidden: z.boolean().nullish(),
});

export type InvitationIn = z.infer<typeof invitationIn>;

export function ringTargetOf(invitation: InvitationIn): RingTarget {
  const { user, phone } = invitation.identity;
  if (phone) return { kind: 'number', number: phone.id };
  const kind = invitation.endpointType === 'voicemail' ? 'mailbox' : 'person';
  return { kind, id: user?.id ?? '' };
}

export function targetOf(invitation: InvitationIn): InvitationTarget {
  const { user, phone } = invitation.identity;
  return invitationTarget(
    phone
      ? identitySet('phone', phone.id, phone.displayName ?? null)
      : identitySet('user', user?.id ?? '', user?.displayName ?? null),
  );
}
