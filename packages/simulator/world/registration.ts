import { contoso } from './contoso.ts';

/** The application registration that Contoso's administrator has consented to. */
export const registration = {
  applicationId: contoso.applicationId,
  displayName: contoso.applicationName,
  clientSecret: contoso.clientSecret,
  applicationPermissions: [
    'Calls.AccessMedia.All',
    'Calls.Initiate.All',
    'Calls.InitiateGroupCall.All',
    'Calls.JoinGroupCall.All',
    'GroupMember.Read.All',
    'OrgContact.Read.All',
    'Presence.Read.All',
    'TeamsUserConfiguration.Read.All',
    'User.Read.All',
  ],
  delegatedPermissions: [
    'Calendars.Read',
    'Calendars.Read.Shared',
    'Chat.Create',
    'ChatMessage.Send',
    'Contacts.Read',
    'Mail.Send',
    'MailboxSettings.Read',
    'Presence.Read.All',
    'Presence.ReadWrite',
    'User.Read',
    'User.Read.All',
    'User.ReadBasic.All',
  ],
  /** Loopback addresses match with any port. */
  redirectUris: ['http://localhost/auth/callback', 'http://localhost/'],
} as const;
