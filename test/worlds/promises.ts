import type { CallState } from '@switchboard/domain/call/call-state';
import { inLegByUs } from '@switchboard/domain/call/roster';
import type { TruthConversation, TruthLine } from '@switchboard/simulator/world/truth';
import type { World } from '@switchboard/simulator/world/world';
import { type MemoryWorld, operators } from './world.ts';

/** A caller may hear nothing for so long at most, in milliseconds: by what the world is spared. */
export interface Limits {
  readonly silence: number;
  /** Two operators may be in one call for so long: the one who goes is shown out by a request that may fail. */
  readonly together: number;
}

/** What must be true at every moment. In words what is not; nothing: all is well. */
export class MomentPromises {
  readonly #limits: Limits;
  readonly #together = new Map<string, number>();
  longestSilence = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  brokenIn(world: MemoryWorld): readonly string[] {
    const truth = world.microsoft.world.truth();
    const broken: string[] = [];
    for (const line of truth.lines) {
      if (line.dialled === null) continue;
      this.longestSilence = Math.max(this.longestSilence, line.longestSilenceMs);
      if (line.longestSilenceMs > this.#limits.silence)
        broken.push(`${line.number} heard nothing for ${line.longestSilenceMs} ms`);
    }
    const now = world.clock.now();
    for (const conversation of truth.conversations) {
      const guests = guestsIn(world, conversation);
      const both = operators.filter(
        (id) => !guests.has(id) && conversation.members.some((member) => member.id === id),
      );
      if (both.length < 2) this.#together.delete(conversation.id);
      else {
        const since = this.#together.get(conversation.id) ?? now;
        this.#together.set(conversation.id, since);
        if (now - since > this.#limits.together)
          broken.push(`two operators in one call for ${now - since} ms`);
      }
    }
    return broken;
  }
}

/** Whoever is in a conversation as a colleague, an operator too who has picked up for somebody. */
function guestsIn(world: MemoryWorld, { members }: TruthConversation): ReadonlySet<string> {
  const ids = new Set(members.map(({ participantId }) => participantId));
  const states = [...world.server.calls.values()].map(({ state }) => state);
  return new Set(
    states
      .flatMap((state) =>
        inLegByUs(state)
          .filter(({ participantId }) => ids.has(participantId))
          .slice('operatorParticipantId' in state ? 1 : 0),
      )
      .map(({ party }) => partyId(party)),
  );
}

/** Both sides when all is quiet. */
export interface Quiet {
  readonly world: World;
  /** Every call that we know. */
  readonly states: readonly CallState[];
  /** Whether nothing is still to be asked of Graph. */
  readonly isIdle: boolean;
}

/** Once all is quiet: what Microsoft's world has is what we think, and nobody was lost on the way. */
export function brokenWhenQuiet({ world, states, isIdle }: Quiet): readonly string[] {
  const truth = world.truth();
  const broken: string[] = [];
  for (const line of truth.lines) {
    if (line.dialled === null || line.state !== 'connected') continue;
    const conversation = truth.conversations.find(({ id }) => id === line.conversationId);
    if (conversation !== undefined) broken.push(...unlike(line, conversation, states));
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
function unlike(
  line: TruthLine,
  conversation: TruthConversation,
  states: readonly CallState[],
): readonly string[] {
  const people = conversation.members
    .filter(({ kind, id }) => kind !== 'application' && id !== line.id)
    .map(({ id }) => id)
    .toSorted();
  const hasBot = conversation.members.some(({ kind }) => kind === 'application');
  const state = states.find((call) => isOf(call, conversation, line) && call.name !== 'ended');
  if (state === undefined) {
    if (hasBot) return [`${line.number} is in a call of ours that we think is over`];
    return people.length === 0 ? [`${line.number} is alone in a call`] : [];
  }
  const expected = expectedPeople(state);
  if (expected === undefined) return [];
  const here = people.map((id) => conversation.members.find((member) => member.id === id)?.number ?? id);
  return JSON.stringify(here.toSorted()) === JSON.stringify([...expected].toSorted())
    ? wrongHold(state, line, conversation)
    : [`${state.name}: with ${line.number} we expect [${expected.join()}], there are [${here.join()}]`];
}

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
  call.caller.number.replaceAll(/\D/gu, '') === line.number.replaceAll(/\D/gu, '') &&
  call.arrivedAt >= line.startedAt &&
  call.members.every(({ participantId }) =>
    conversation.members.some((one) => one.participantId === participantId),
  );

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

/** Ends that no caller chose and no queue: the platform or we lost them. */
const losses: ReadonlySet<string> = new Set(['lostByPlatform', 'notAnswered']);

/** Callers who did not hang up, and whose call ended though nobody ended it. */
export function lostCallers(world: MemoryWorld): readonly string[] {
  return [...world.server.calls.values()].flatMap(({ state }) =>
    state.name === 'ended' && losses.has(state.reason) && !world.hasHungUp(describe(state))
      ? [`${state.reason} after ${describe(state)}`]
      : [],
  );
}

const describe = (call: CallState): string =>
  call.caller.kind === 'number' ? call.caller.number : call.caller.kind;
