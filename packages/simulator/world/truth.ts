import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Bells } from './bells.ts';
import { type Conversation, type Hearing, humansIn, type Member, partyKey } from './conversation.ts';
import type { Exchange } from './exchange.ts';
import type { OutsideLines } from './outside-lines.ts';

export interface TruthMember {
  readonly participantId: string;
  readonly kind: 'outside' | 'person' | 'voicemail' | 'application';
  /** Line id, person id or application id. */
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly onHold: boolean;
  readonly muted: boolean;
  readonly joinedAt: Instant;
  /** null for an application. */
  readonly hears: Hearing | null;
}

export interface TruthRinging {
  readonly id: string;
  readonly personId: string | null;
  readonly number: string | null;
  readonly name: string;
  readonly from: string;
  readonly since: Instant;
  readonly conversationId: string;
}

export interface TruthConversation {
  readonly id: string;
  readonly kind: 'p2p' | 'group';
  readonly startedAt: Instant;
  readonly members: readonly TruthMember[];
  readonly ringing: readonly TruthRinging[];
}

export interface TruthLine {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly dialled: string | null;
  readonly state: 'ringing' | 'connected' | 'ended';
  readonly conversationId: string | null;
  readonly hears: Hearing | null;
  readonly hearsSince: Instant;
  readonly longestSilenceMs: number;
  /** Tones that the application sent into the call, as Graph names them, oldest first. */
  readonly tones: readonly string[];
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
}

/** Who talks with whom, who is on hold and what everybody hears: what the product's own view is compared with. */
export interface Truth {
  readonly at: Instant;
  readonly conversations: readonly TruthConversation[];
  readonly ringing: readonly TruthRinging[];
  readonly lines: readonly TruthLine[];
}

/** The parts of the world that the truth is read from. */
export interface TruthSource {
  readonly clock: Clock;
  readonly exchange: Exchange;
  readonly bells: Bells;
  readonly lines: OutsideLines;
}

function truthMember(world: TruthSource, member: Member): TruthMember {
  const { party } = member;
  const common = {
    participantId: member.id,
    id: party.id,
    onHold: member.hold !== undefined,
    muted: member.muted,
    joinedAt: member.joinedAt,
  };
  switch (party.kind) {
    case 'application':
      return { ...common, kind: 'application', name: 'application', number: null, hears: null };
    case 'outside':
      return {
        ...common,
        kind: 'outside',
        name: party.name ?? party.number,
        number: party.number,
        hears: world.exchange.hearing.of(partyKey(party)).hearing ?? null,
      };
    case 'person': {
      const isMailbox = party.endpoint === 'voicemail';
      const hears = isMailbox ? null : (world.exchange.hearing.of(partyKey(party)).hearing ?? null);
      return { ...common, kind: isMailbox ? 'voicemail' : 'person', name: party.name, number: null, hears };
    }
  }
}

function truthRinging(world: TruthSource): TruthRinging[] {
  return world.bells.all().map((bell) => ({
    id: bell.id,
    personId: bell.target.kind === 'number' ? null : bell.target.id,
    number: bell.target.kind === 'number' ? bell.target.number : null,
    name: bell.targetName,
    from: bell.from,
    since: bell.since,
    conversationId: bell.conversation.id,
  }));
}

function lineState(conversation: Conversation | undefined): TruthLine['state'] {
  if (!conversation) return 'ended';
  return conversation.alerting && humansIn(conversation).length === 1 ? 'ringing' : 'connected';
}

function truthLines(world: TruthSource): TruthLine[] {
  return world.lines.all().map((line) => {
    const key = `outside:${line.id}`;
    const conversation = line.endedAt === undefined ? world.exchange.where(key)?.conversation : undefined;
    const heard = world.exchange.hearing.of(key);
    return {
      id: line.id,
      number: line.number,
      name: line.name,
      dialled: line.dialled,
      state: lineState(conversation),
      conversationId: conversation?.id ?? null,
      hears: heard.hearing ?? null,
      hearsSince: heard.since,
      longestSilenceMs: heard.longestSilence,
      tones: line.tones,
      startedAt: line.startedAt,
      endedAt: line.endedAt ?? null,
      endReason: line.endReason ?? null,
    };
  });
}

export function truthOf(world: TruthSource): Truth {
  const ringing = truthRinging(world);
  return {
    at: world.clock.now(),
    ringing,
    lines: truthLines(world),
    conversations: [...world.exchange.conversations.values()].map((conversation) => ({
      id: conversation.id,
      kind: conversation.kind,
      startedAt: conversation.startedAt,
      members: [...conversation.members.values()].map((member) => truthMember(world, member)),
      ringing: ringing.filter(({ conversationId }) => conversationId === conversation.id),
    })),
  };
}
