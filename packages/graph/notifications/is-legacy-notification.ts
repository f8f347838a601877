import * as z from 'zod';

/** Members by which the Skype calling protocol announces a call. None of them is in Graph's envelope. */
const legacyMembers = [
  'callInvitation',
  'conversationInvitation',
  'callState',
  'presentedModalityTypes',
  'isMultiparty',
] as const;

const object = z.record(z.string(), z.unknown());

/**
 * Whether this is the older, Skype form of an incoming call. It is answered with 204, upon which Microsoft sends the
 * call again in Graph's form (https://learn.microsoft.com/microsoftteams/platform/bots/calls-and-meetings/call-notifications,
 * read 2026-11-23). The page does not show the older form; what is looked for is in docs/graph/legacy-notifications.md.
 */
export function isLegacyNotification(body: unknown): boolean {
  const parsed = object.safeParse(body);
  if (!parsed.success || 'value' in parsed.data) return false;
  return legacyMembers.some((name) => name in parsed.data);
}
