import fc from 'fast-check';
import { effectId, legId, participantId, queueId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import { leg, olga, omar, person, tom } from './call.testing.ts';
import type { CallStory, Input } from './call-story.testing.ts';
import type { Target } from './command.ts';
import type { CallFact, RosterMember } from './fact.ts';

// Every choice of a run is a number, so that fast-check can shrink a failure to the few steps that matter. What the
// numbers mean depends on the call as it is by then: ids that it really used, and some that it never did.
export interface Turn {
  readonly what: number;
  readonly which: number;
  readonly bits: number;
  readonly wait: number;
}

export const anyTurn: fc.Arbitrary<Turn> = fc.record({
  what: fc.nat(99),
  which: fc.nat(30),
  bits: fc.nat(255),
  wait: fc.oneof(
    { weight: 10, arbitrary: fc.nat(2_000) },
    { weight: 2, arbitrary: fc.nat(40_000) },
    { weight: 1, arbitrary: fc.constant(900_000) },
  ),
});

const at = <T>(list: readonly T[], index: number, otherwise: T): T =>
  list.length === 0 ? otherwise : (list[list.length - 1 - (index % list.length)] ?? otherwise);

const problems = ['gone', 'forbidden', 'invalid', 'conflict', 'exhausted', 'uncertain'] as const;
const outcomes = [0, 200, 408, 480, 486, 500, 603] as const;
const targets: readonly Target[] = [
  person(olga),
  person(omar),
  tom,
  { kind: 'number', number: '+442079460199' },
];
const parties: readonly Party[] = [...targets, { kind: 'unknown' }];

/** Anybody of whom the call may hear: the caller, whoever was ever invited, strangers, mailboxes, people in the lobby. */
function anyMembers(call: CallStory, { which, bits }: Turn): readonly RosterMember[] {
  const invited = call.effects.flatMap((effect) => (effect.type === 'invite' ? [effect] : []));
  const ids: readonly (readonly [string, Party])[] = [
    ['p-caller', call.state.caller],
    ...invited.slice(-4).map((effect) => [effect.participantId, effect.party] as const),
    ['p-stranger', at(parties, which, { kind: 'unknown' })],
  ];
  return ids
    .filter((_, index) => (index === 0 ? bits % 5 !== 0 : (bits >> index) % 2 === 1))
    .map(([id, party], index) => ({
      participantId: participantId(id),
      party: which === 7 ? at(parties, index, party) : party,
      removed: (which + index) % 11 === 0,
      isVoicemail: (which + index) % 9 === 0,
      isInLobby: (which + index) % 17 === 0,
    }));
}

/** A roster numbered truly, late, twice or not at all. */
function anyRoster(call: CallStory, choice: Turn): CallFact {
  const members = anyMembers(call, choice);
  const partial = choice.what % 3 === 0;
  const sequence = choice.bits % 4 === 0 ? choice.which % (call.sequence + 1) : ++call.sequence;
  return { type: 'rosterSeen', leg, members, partial, ...(choice.bits % 7 === 0 ? {} : { sequence }) };
}

const newcomerId = participantId('p-nobody');
const nothing = effectId('nothing');

const there = (party: Party, id: string): RosterMember => ({
  participantId: participantId(id),
  party,
  removed: false,
  isVoicemail: false,
  isInLobby: false,
});

/** Everybody who is there, the caller, and whoever was invited last. */
function arrivalOf(call: CallStory): CallFact {
  const { state } = call;
  const rang = call.effects.findLast((effect) => effect.type === 'invite');
  const members = new Map<string, RosterMember>();
  for (const { participantId: id, party, isVoicemail } of state.members)
    members.set(id, { ...there(party, id), isVoicemail });
  members.set('p-caller', there(state.caller, 'p-caller'));
  if (rang?.type === 'invite') members.set(rang.participantId, there(rang.party, rang.participantId));
  return {
    type: 'rosterSeen',
    leg,
    members: [...members.values()],
    partial: false,
    sequence: ++call.sequence,
  };
}

/** What the call wishes to hear: the next thing on the way of a call that goes well. */
function plausible(call: CallStory, choice: Turn): Input {
  const { state } = call;
  switch (state.name) {
    case 'answering':
      return state.isRedirected === true
        ? afterRedirect(state.effectId, choice)
        : { type: 'legEstablished', leg };
    case 'greeting':
    case 'announcing':
      return {
        type: 'operationEnded',
        leg,
        operationId: 'op',
        effectId: call.asked('playPrompt').effectId,
        completed: true,
        outcome: { code: 200, subcode: 0, message: '' },
      };
    case 'parked':
    case 'camped':
      return choice.bits % 3 === 0
        ? { type: 'targetFreed', personId: tom.id }
        : { type: 'retrieve', operatorId: choice.bits % 2 === 0 ? olga : omar };
    case 'waiting':
      return { type: 'accept', operatorId: choice.bits % 2 === 0 ? olga : omar };
    case 'connected':
    case 'held':
      if (choice.bits % 3 === 0)
        return { type: state.name === 'held' ? 'resume' : 'hold', operatorId: state.operatorId };
      return handling(state.operatorId, choice);
    case 'merged':
      return choice.bits % 2 === 0 ? arrivalOf(call) : handlingOfMany(call, choice);
    case 'consulting':
      if (choice.bits % 2 === 0) return arrivalOf(call);
      return { type: at(whileConsulting, choice.which, 'back'), operatorId: state.operatorId };
    case 'connecting':
      return state.bridge === 'direct' && !state.isGroup ? afterGivingAway(choice) : arrivalOf(call);
    case 'transferring':
    case 'diverting':
      return arrivalOf(call);
    case 'handedOver':
    case 'ended':
      return { type: 'timePassed' };
  }
}

/** Graph sends a call on unanswered, or cannot. */
const afterRedirect = (sent: typeof nothing, { bits }: Turn): Input =>
  bits % 3 === 0
    ? { type: 'effectDone', effectId: sent }
    : { type: 'effectRefused', effectId: sent, problem: at(problems, bits, 'invalid'), message: '' };

/** What is told of a transfer is its failure only; else the leg ends with it. */
const afterGivingAway = ({ bits }: Turn): Input =>
  bits % 3 === 0
    ? { type: 'legEnded', leg, outcome: { code: 200, subcode: 7015, message: '' } }
    : {
        type: 'operationEnded',
        leg,
        operationId: 'transfer',
        completed: false,
        outcome: { code: 500, subcode: 7700, message: '' },
      };

/** Somebody who was in the leg by the newest roster leaves it: in a partial roster, a whole one, or one that says it of them. */
function anyDeparture(call: CallStory, { which, bits }: Turn): Input {
  const { members } = call.state;
  const gone = at(members, which, undefined)?.participantId;
  const seen = members.map((member) => ({
    ...member,
    removed: member.participantId === gone,
    isInLobby: false,
  }));
  const partial = bits % 3 === 0;
  const told = partial || bits % 3 === 1 ? seen : seen.filter(({ removed }) => !removed);
  return { type: 'rosterSeen', leg, members: told, partial, sequence: ++call.sequence };
}

const whileMerged = ['leave', 'add', 'drop', 'sendTones'] as const;

/** What an operator does in a merged call. */
function handlingOfMany(call: CallStory, { which, bits }: Turn): Input {
  const { state } = call;
  const operatorId = 'operatorId' in state && state.operatorId !== undefined ? state.operatorId : olga;
  const type = at(whileMerged, which, 'leave');
  if (type === 'add') return { type, operatorId, target: at(targets, bits, tom) };
  if (type === 'sendTones') return { type, operatorId, tones: ['1', '#'] };
  if (type === 'leave' || state.name !== 'merged') return { type: 'leave', operatorId };
  const rings = state.invitation === undefined ? [] : [state.invitation.participantId];
  const ids = [...state.guests.map((guest) => guest.participantId), ...rings];
  return { type, operatorId, participantId: at(ids, bits, newcomerId) };
}

const whileConsulting = ['complete', 'merge', 'swap', 'back', 'leave'] as const;

/** What an operator does with a caller whom they talk to. */
function handling(operatorId: typeof olga, { what, which }: Turn): Input {
  switch (which % 7) {
    case 6:
      return { type: 'transfer', operatorId, target: tom, toMailbox: true };
    case 0:
      return { type: 'consult', operatorId, target: tom };
    case 1:
      return { type: 'park', operatorId };
    case 2:
      return { type: 'camp', operatorId, target: tom };
    case 3:
      return { type: 'add', operatorId, target: tom };
    case 4:
      return what % 2 === 0
        ? { type: 'transfer', operatorId, target: tom, leave: true }
        : { type: 'moveToQueue', operatorId, queueId: queueId('service-desk') };
    default:
      return { type: 'transfer', operatorId, target: tom };
  }
}

const commandNames = [
  ...([
    'accept',
    'decline',
    'hold',
    'resume',
    'takeBack',
    'leave',
    'complete',
    'merge',
    'swap',
    'back',
  ] as const),
  ...(['park', 'retrieve', 'takeOver', 'hangUp'] as const),
] as const;

function anyCommand(call: CallStory, { what, which, bits }: Turn): Input {
  const mine = 'operatorId' in call.state ? call.state.operatorId : undefined;
  const operatorId = mine !== undefined && bits % 4 !== 0 ? mine : bits % 2 === 0 ? olga : omar;
  if (which % 4 === 0)
    return {
      type: at(['transfer', 'consult', 'add'] as const, what, 'transfer'),
      operatorId,
      target: at(targets, what, tom),
    };
  if (which % 11 === 0) {
    const name = at(['service-desk', 'reception', 'sales'] as const, bits, 'sales');
    return { type: 'moveToQueue', operatorId, queueId: queueId(name) };
  }
  if (which % 13 === 0) {
    const participantId = at(call.state.members, what, undefined)?.participantId ?? newcomerId;
    return { type: 'drop', operatorId, participantId };
  }
  return { type: at(commandNames, which, 'hold'), operatorId };
}

function anyFact(call: CallStory, choice: Turn): Input {
  const { what, which, bits } = choice;
  const effectId = at(call.effects, which, undefined)?.effectId ?? nothing;
  const about = bits % 8 === 0 ? legId('leg-of-another') : leg;
  const outcome = { code: at(outcomes, which, 0), subcode: 0, message: '' };
  switch (what % 8) {
    case 0:
      return { type: 'legEstablished', leg: about };
    case 1:
      return {
        type: 'operationEnded',
        leg: about,
        operationId: 'op',
        effectId,
        completed: bits % 3 !== 0,
        outcome,
      };
    case 2:
    case 3: {
      // Told twice, perhaps; but what was done is not refused later.
      const isDone =
        (call.answers.get(effectId) ?? (what % 8 === 2 ? 'effectDone' : 'effectRefused')) === 'effectDone';
      if (isDone) return { type: 'effectDone', effectId };
      return { type: 'effectRefused', effectId, problem: at(problems, bits, 'gone'), message: '' };
    }
    case 4:
      if (bits % 4 === 0) return { type: 'targetFreed', personId: tom.id };
      if (bits % 4 === 1) return { type: 'queueTurned' };
      if (bits % 4 === 2) return { type: 'offer', operatorIds: [olga, omar], until: call.now + 5_000 };
      return { type: 'doubtRaised' };
    case 5:
      return bits % 16 === 1 ? { type: 'legEnded', leg: about, outcome } : { type: 'timePassed' };
    case 6: {
      const legState = at(
        ['established', 'establishing', 'other', bits % 32 === 0 ? 'gone' : 'incoming'] as const,
        bits,
        'other',
      );
      const members = bits % 2 === 0 ? { members: anyMembers(call, choice) } : {};
      return { type: 'legObserved', leg: about, effectId, legState, ...members };
    }
    default:
      return { type: 'timePassed' };
  }
}

/** What happens next: mostly what the call waits for, else whatever may come from people, from Graph and from the clock. */
export function inputOf(call: CallStory, choice: Turn): Input {
  const { what } = choice;
  if (what < 30) return plausible(call, choice);
  if (what < 40) return anyDeparture(call, choice);
  if (what < 52) return anyCommand(call, choice);
  if (what < 65) return anyRoster(call, choice);
  return anyFact(call, choice);
}
