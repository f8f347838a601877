import { must } from '@switchboard/kit/assert';
import { instanceId, type LegId, legId, participantId, personId, queueId, tenantId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import { defaultSettings, noSwitches, type Queue, type QueueSettings } from '../queue/queue.ts';
import type { QueueSituation } from '../queue/situation.ts';
import { CallStory, type Input, type Step } from './call-story.testing.ts';
import type { Target } from './command.ts';
import type { CallEffect, Prompt } from './effect.ts';
import type { CallIncoming, EffectProblem, LegObserved, Outcome, RosterMember } from './fact.ts';

export const leg: LegId = legId('leg-1');

// Olga and Omar are operators, Tom and Tina are colleagues.
export const olga = personId('0a000000-0000-4000-8000-000000000001');
export const omar = personId('0a000000-0000-4000-8000-000000000002');
export const person = (id: typeof olga) => ({ kind: 'person', id }) as const satisfies Party;
export const tina = person(personId('0b000000-0000-4000-8000-000000000002'));
export const tom = person(personId('0b000000-0000-4000-8000-000000000001'));
export const caller: Party = { kind: 'number', number: '+442079460123' };

const music: Prompt = { url: 'https://contoso.example/music.wav', resourceId: 'music', milliseconds: 30_000 };
const greeting: Prompt = {
  url: 'https://contoso.example/hello.wav',
  resourceId: 'hello',
  milliseconds: 5_000,
};

const queueWith = (settings: Partial<QueueSettings> = {}): Queue => ({
  tenantId: tenantId('c0000000-0000-4000-8000-000000000000'),
  queueId: queueId('reception'),
  name: 'Reception',
  instanceId: instanceId('d0000000-0000-4000-8000-000000000000'),
  settings: { music, ...defaultSettings, ...settings },
  switches: noSwitches,
});

export const openNow: QueueSituation = { state: 'open', waiting: 0, operatorsAtWork: 2 };
export const closedNow: QueueSituation = { ...openNow, state: 'closed' };

/** A call that just came in. */
export function incomingCall(
  from: Party = caller,
  settings: Partial<QueueSettings> = {},
  situation: QueueSituation = openNow,
): CallStory {
  const queue = queueWith(settings);
  const { tenantId: tenant, instanceId: instance } = queue;
  const incoming: CallIncoming = {
    type: 'callIncoming',
    tenantId: tenant,
    leg,
    instanceId: instance,
    caller: from,
  };
  const story = new CallStory(
    queue,
    { ...incoming, callerParticipantId: participantId('p-caller') },
    situation,
  );
  story.here.add(olga).add(omar);
  return story;
}

/** A call whose caller's place in the roster nobody has told. */
export function callWithoutPlace(from: Party): CallStory {
  const queue = queueWith();
  const { tenantId: tenant, instanceId: instance } = queue;
  const incoming = {
    type: 'callIncoming',
    tenantId: tenant,
    leg,
    instanceId: instance,
    caller: from,
  } as const;
  return new CallStory(queue, incoming, openNow);
}

/** Somebody in a roster. */
export const member = (id: string, party: Party, more: Partial<RosterMember> = {}): RosterMember => ({
  participantId: participantId(id),
  party,
  removed: false,
  isVoicemail: false,
  isInLobby: false,
  ...more,
});
export const theCaller = member('p-caller', caller);
export const theOperator = (told: CallStory): RosterMember => member(invited(told, 0), person(olga));
/** Tom as he came by the newest invitation. */
export const theTarget = (told: CallStory): RosterMember => member(invited(told, -1), tom);
/** The mailbox of a person who was invited last. */
export const mailboxOf =
  (party: Party) =>
  (told: CallStory): RosterMember =>
    member(invited(told, -1), party, { isVoicemail: true });

/** The participant id of an invitation, counted from the first or, below zero, from the newest. */
export function invited(told: CallStory, index: number): string {
  const invitations = told.effects.flatMap((effect) =>
    effect.type === 'invite' ? [effect.participantId] : [],
  );
  return must(invitations.at(index), 'an invitation');
}

type Somebody = RosterMember | ((told: CallStory) => RosterMember);
const all = (told: CallStory, members: readonly Somebody[]): readonly RosterMember[] =>
  members.map((one) => (typeof one === 'function' ? one(told) : one));

/** A whole roster with the next number. */
export const roster =
  (...members: readonly Somebody[]): Step =>
  (told) => ({
    type: 'rosterSeen',
    leg,
    members: all(told, members),
    partial: false,
    sequence: ++told.sequence,
  });

/** Only who changed, with the next number. */
export const change =
  (...members: readonly Somebody[]): Step =>
  (told) => ({
    type: 'rosterSeen',
    leg,
    members: all(told, members),
    partial: true,
    sequence: ++told.sequence,
  });

/** A roster that does not say how old it is. */
export const undatedRoster =
  (...members: readonly Somebody[]): Step =>
  (told) => ({ type: 'rosterSeen', leg, members: all(told, members), partial: false });

/** The answer to the newest question how the leg stands. */
export const observed =
  (legState: LegObserved['legState'], ...members: readonly Somebody[]): Step =>
  (told) => ({
    type: 'legObserved',
    leg,
    effectId: told.asked('observe').effectId,
    legState,
    ...(members.length === 0 ? {} : { members: all(told, members) }),
  });

/** Graph does not know the leg, neither when it is asked nor when it is asked again. */
export const goneTwice: readonly Step[] = [observed('gone'), observed('gone')];

export const outcome = (code = 0, subcode = 0): Outcome => ({ code, subcode, message: '' });
export const established: Input = { type: 'legEstablished', leg };
export const timePassed: Input = { type: 'timePassed' };
export const legEnded = (code = 200, subcode = 0): Input => ({
  type: 'legEnded',
  leg,
  outcome: outcome(code, subcode),
});

type Operation = 'playPrompt' | 'invite' | 'startHoldMusic' | 'transfer';
const operation =
  (of: Operation, completed: boolean, code: number, subcode = 0) =>
  (told: CallStory) =>
    ({
      type: 'operationEnded',
      leg,
      operationId: 'op',
      effectId: told.asked(of).effectId,
      completed,
      outcome: outcome(code, subcode),
    }) as const;
export const completed = (of: Operation): Step => operation(of, true, 200);
export const failed = (of: Operation, code = 500, subcode = 0): Step => operation(of, false, code, subcode);

export const done =
  (of: CallEffect['type']): Step =>
  (told) => ({ type: 'effectDone', effectId: told.asked(of).effectId });

export const refusedBy =
  (of: CallEffect['type'], problem: EffectProblem): Step =>
  (told) => ({ type: 'effectRefused', effectId: told.asked(of).effectId, problem, message: 'not today' });

export const accept = (operatorId = olga): Input => ({ type: 'accept', operatorId });
export const hold: Input = { type: 'hold', operatorId: olga };
export const resume: Input = { type: 'resume', operatorId: olga };
export const takeBack: Input = { type: 'takeBack', operatorId: olga };
export const hangUp: Input = { type: 'hangUp', operatorId: olga };
export const transfer = (target: Target = tom): Input => ({ type: 'transfer', operatorId: olga, target });
export const consult = (target: Target = tom): Input => ({ type: 'consult', operatorId: olga, target });
export const by =
  (type: 'complete' | 'merge' | 'swap' | 'back' | 'leave' | 'decline' | 'retrieve' | 'takeOver' | 'hangUp') =>
  (operatorId = olga): Input => ({ type, operatorId });
export const park = (slot?: number): Input => ({
  type: 'park',
  operatorId: olga,
  ...(slot === undefined ? {} : { slot }),
});
export const camp = (target = tom): Input => ({ type: 'camp', operatorId: olga, target });

export const add = (target: Target): Input => ({ type: 'add', operatorId: olga, target });
export const moveTo = (name: string): Input => ({
  type: 'moveToQueue',
  operatorId: olga,
  queueId: queueId(name),
});
export const targetFreed: Input = { type: 'targetFreed', personId: tom.id };
export const queueTurned: Input = { type: 'queueTurned' };

/** The waiting call is shown to operators as theirs for ten seconds. */
export const offer =
  (...operatorIds: readonly (typeof olga)[]): Step =>
  (told) => ({ type: 'offer', operatorIds, until: told.now + 10_000 });

/** The way of a call that Olga takes, holds and puts through to Tom: each state with the steps from the one before. */
const way = {
  answering: [],
  waiting: [established],
  connecting: [accept()],
  connected: [roster(theCaller, theOperator)],
  held: [hold, done('startHoldMusic')],
  transferring: [transfer()],
  handedOver: [roster(theCaller, theOperator, theTarget), done('stopHoldMusic')],
} as const satisfies Record<string, readonly Step[]>;

/** Where a call goes from being connected, besides the way to a colleague. */
const branches = {
  consulting: [consult()],
  merged: [consult(), roster(theCaller, theOperator, theTarget), by('merge')()],
  parked: [park()],
  camped: [camp()],
} as const satisfies Record<string, readonly Step[]>;

/** A queue that closes: the caller hears it, or is put through to Tom. */
export const closedMessage: Prompt = {
  url: 'https://contoso.example/closed.wav',
  resourceId: 'closed',
  milliseconds: 4_000,
};

export type Reached =
  | keyof typeof way
  | keyof typeof branches
  | 'greeting'
  | 'announcing'
  | 'diverting'
  | 'ended';

/** Every state of a call, each reached by the shortest way of a real one. */
export const everyState: readonly Reached[] = [
  ...(['answering', 'greeting', 'waiting', 'connecting', 'connected', 'held'] as const),
  ...(['transferring', 'consulting', 'merged', 'parked', 'camped', 'announcing', 'diverting'] as const),
  ...(['handedOver', 'ended'] as const),
];

/** A call in a state, and what happened to it then. */
export function given(reached: Reached, ...then: readonly Step[]): CallStory {
  return callIn(reached).when(...then);
}

function callIn(reached: Reached): CallStory {
  if (reached === 'greeting') return incomingCall(caller, { greeting }).when(established);
  if (reached === 'ended') return incomingCall().when(established, legEnded());
  if (reached === 'announcing') {
    const closed = { destination: { to: 'message' }, message: closedMessage } as const;
    return incomingCall(caller, { diversions: { closed } }, closedNow).when(established);
  }
  if (reached === 'diverting') {
    const closed = { destination: { to: 'person', personId: tom.id } } as const;
    return incomingCall(caller, { diversions: { closed } }, closedNow).when(established);
  }
  if (reached in branches) {
    const steps = branches[reached as keyof typeof branches];
    return callIn('connected')
      .after(100)
      .when(...steps);
  }
  const story = incomingCall();
  for (const [name, steps] of Object.entries(way)) {
    if (steps.length > 0) story.after(100).when(...steps);
    if (name === reached) break;
  }
  return story;
}
