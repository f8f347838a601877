import type { Instant } from '@switchboard/kit/clock';

/** Somebody, or something, that can be in a conversation. */
export type Party =
  | { readonly kind: 'outside'; readonly id: string; readonly number: string; readonly name: string | null }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly endpoint: 'client' | 'voicemail';
    }
  | { readonly kind: 'application'; readonly id: string; readonly hidden: boolean };

export interface Member {
  /** What Graph calls the participant id. */
  readonly id: string;
  party: Party;
  readonly joinedAt: Instant;
  /** Set while the member is on hold. `uri` names the music if it is not the platform's own. */
  hold: { readonly uri: string | null } | undefined;
  muted: boolean;
}

/** Two or more parties that hear each other, or one that waits for somebody. */
export interface Conversation {
  readonly id: string;
  kind: 'p2p' | 'group';
  readonly startedAt: Instant;
  readonly members: Map<string, Member>;
  /** Ids of what rings for somebody to come in. */
  readonly ringing: Set<string>;
  /** True until somebody has answered, and again while it is being moved to somebody else: who waits hears ringing. */
  alerting: boolean;
  /** Address of the prompt that plays to all now. */
  playing: string | undefined;
}

/** What somebody hears now. */
export type Hearing =
  | { readonly kind: 'ringing' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'prompt'; readonly uri: string }
  | { readonly kind: 'holdMusic'; readonly uri: string | null }
  | { readonly kind: 'voicemail'; readonly of: string }
  | { readonly kind: 'talk'; readonly with: readonly string[] };

/** The key of a party in books that outlive the conversation. */
export const partyKey = (party: Party): string => `${party.kind}:${party.id}`;

export function partyName(party: Party): string {
  switch (party.kind) {
    case 'outside':
      return party.name ?? party.number;
    case 'person':
      return party.endpoint === 'voicemail' ? `voicemail of ${party.name}` : party.name;
    case 'application':
      return 'application';
  }
}

const isHuman = (member: Member): boolean => member.party.kind !== 'application';

/** Somebody may be on hold: they still are in it, they neither hear nor are heard. */
export const humansIn = (conversation: Conversation): Member[] =>
  [...conversation.members.values()].filter(isHuman);

export const applicationIn = (conversation: Conversation): Member | undefined =>
  [...conversation.members.values()].find((member) => member.party.kind === 'application');

export function hearingOf(conversation: Conversation, member: Member): Hearing {
  if (member.hold) return { kind: 'holdMusic', uri: member.hold.uri };
  const others = humansIn(conversation).filter((other) => other.id !== member.id && !other.hold);
  const mailbox = others.find(({ party }) => party.kind === 'person' && party.endpoint === 'voicemail');
  const voices = others.filter((other) => other !== mailbox);
  if (voices.length > 0)
    return { kind: 'talk', with: voices.map(({ party }) => partyName(party)).toSorted() };
  if (mailbox) return { kind: 'voicemail', of: mailbox.party.kind === 'person' ? mailbox.party.name : '' };
  if (conversation.alerting) return { kind: 'ringing' };
  return conversation.playing === undefined
    ? { kind: 'silence' }
    : { kind: 'prompt', uri: conversation.playing };
}
