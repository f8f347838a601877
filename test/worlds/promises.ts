import type { CallState } from '@switchboard/domain/call/call-state';
import type { TruthConversation, TruthLine } from '@switchboard/simulator/world/truth';
import type { World } from '@switchboard/simulator/world/world';

/** Both sides when all is quiet. */
export interface Quiet {
  readonly world: World;
  /** Every call that we know. */
  readonly states: readonly CallState[];
  /** Whether nothing is still to be asked of Graph. */
  readonly isIdle: boolean;
  /** Graph does not withdraw a ring: whoever answers it when we have gone stays. */
  readonly mayRingOn?: boolean;
  /** Calls of which Graph has said that they are gone: whoever talks in one goes on, and nobody can do anything for them. */
  readonly isDenied?: (call: CallState) => boolean;
}

/** Once all is quiet: what Microsoft's world has is what we think, and nobody was lost on the way. */
export function brokenWhenQuiet(quiet: Quiet): readonly string[] {
  const { world, states, isIdle } = quiet;
  const truth = world.truth();
  const broken: string[] = [];
  for (const line of truth.lines) {
    if (line.dialled === null || line.state !== 'connected') continue;
    const conversation = truth.conversations.find(({ id }) => id === line.conversationId);
    if (conversation !== undefined) broken.push(...unlike(line, conversation, quiet));
  }
  for (const conversation of truth.conversations) {
    const hasCaller = conversation.members.some(
      ({ kind, id }) =>
        kind === 'outside' && truth.lines.some((line) => line.id === id && line.dialled !== null),
    );
    const people = conversation.members.filter(({ kind }) => kind !== 'application');
    const isOurs = people.length < conversation.members.length || people.length < 2;
    if (!hasCaller && isOurs && people.length > 0)
      broken.push(`somebody sits in a call without its caller: ${names(conversation)}`);
  }
  if (!isIdle) broken.push('effects are still to be carried out');
  for (const state of states)
    if (state.name === 'ended' && state.reason.length === 0) broken.push('an end without a reason');
  return broken;
}

/** How what we think of a caller's call differs from where they are. */
function unlike(line: TruthLine, conversation: TruthConversation, quiet: Quiet): readonly string[] {
  const people = conversation.members
    .filter(({ kind, id }) => kind !== 'application' && id !== line.id)
    .map(({ id }) => id)
    .toSorted();
  const hasBot = conversation.members.some(({ kind }) => kind === 'application');
  const state = quiet.states.find((call) => isOf(call, conversation, line) && call.name !== 'ended');
  if (state === undefined) {
    const known = overFor(line, quiet);
    if (people.length > 0 && known !== undefined && quiet.isDenied?.(known) === true) return [];
    if (hasBot) return [`${line.number} is in a call of ours that we think is over`];
    return afterTheEnd(line, conversation, quiet);
  }
  const expected = expectedPeople(state);
  if (expected === undefined) return [];
  const here = people.map((id) => conversation.members.find((member) => member.id === id)?.number ?? id);
  return JSON.stringify(here.toSorted()) === JSON.stringify([...expected].toSorted())
    ? wrongHold(state, line, conversation)
    : [`${state.name}: with ${line.number} we expect [${expected.join()}], there are [${here.join()}]`];
}

/** Of a call that is over for us those go on whom the caller was handed over to, and nobody else. */
function afterTheEnd(line: TruthLine, { members }: TruthConversation, quiet: Quiet): readonly string[] {
  if (members.length === 1) return [`${line.number} is alone in a call`];
  const over = overFor(line, quiet);
  if (over?.name !== 'ended') return [`${line.number} is in a call that we never knew`];
  if (over.reason !== 'handedOver')
    return [`${line.number} is in a call still that has ended: ${over.reason}`];
  if (quiet.mayRingOn === true) return [];
  const strays = members.filter(({ participantId }) =>
    over.withdrawn.some((guest) => guest.participantId === participantId),
  );
  return strays.map(({ name }) => `${name} stays with ${line.number} after their part was over`);
}

const overFor = ({ number }: TruthLine, { states }: Quiet): CallState | undefined =>
  states.find(({ caller }) => caller.kind === 'number' && isSameNumber(caller.number, number));

/** Whoever is to wait hears music; whoever is to talk is not held. */
function wrongHold(call: CallState, line: TruthLine, { members }: TruthConversation): readonly string[] {
  const mustHear = call.name !== 'connected' && call.name !== 'merged';
  const isSwapped = call.name === 'consulting' && call.held === 'target';
  const hearsPeople = line.hears?.kind === 'talk';
  if (hearsPeople === (mustHear && !isSwapped))
    return [`${call.name}: ${line.number} hears ${line.hears?.kind ?? 'nothing'}`];
  const others = members.filter(({ kind, id, onHold }) => kind !== 'application' && id !== line.id && onHold);
  if (isSwapped ? others.length === 1 : others.length === 0) return [];
  return [`${call.name}: on hold are [${others.map(({ name }) => name).join()}]`];
}

const isOf = (call: CallState, conversation: TruthConversation, line: TruthLine): boolean =>
  call.caller.kind === 'number' &&
  isSameNumber(call.caller.number, line.number) &&
  call.arrivedAt >= line.startedAt &&
  call.members.every(({ participantId }) =>
    conversation.members.some((one) => one.participantId === participantId),
  );

const isSameNumber = (one: string, other: string): boolean =>
  one.replaceAll(/\D/gu, '') === other.replaceAll(/\D/gu, '');

/** Who talks with the caller when nothing is on its way; undefined where the state is one that passes by itself. */
function expectedPeople(call: CallState): readonly string[] | undefined {
  switch (call.name) {
    case 'waiting':
    case 'parked':
    case 'camped':
      return [];
    case 'connected':
    case 'held':
      return [call.operatorId];
    case 'consulting':
      return call.targetParticipantId === undefined
        ? undefined
        : [call.operatorId, partyId(call.invitation.party)];
    case 'merged':
      return [call.operatorId, ...call.guests.map(({ party }) => partyId(party))];
    default:
      return undefined;
  }
}

const partyId = (party: CallState['caller']): string =>
  party.kind === 'person' ? party.id : party.kind === 'number' ? party.number : '';

const names = ({ members }: TruthConversation): string => members.map(({ name }) => name).join(', ');
