import type { TimelineEntry } from '@switchboard/contract/views/timeline-view';
import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallEvent } from '@switchboard/domain/call/event';
import { evolve } from '@switchboard/domain/call/evolve';
import type { PersonId, QueueId } from '@switchboard/domain/ids';
import type { Party } from '@switchboard/domain/party/party';
import type { Instant } from '@switchboard/kit/clock';
import type { CallHistory, TimelineEffect } from '@switchboard/store/reads/timeline';
import { presentParty } from './present-party.ts';

export interface TimelineNames {
  operatorName(id: PersonId): string | undefined;
  queueName(id: QueueId): string | undefined;
}

/** What keeps the books of a call is no step of it: what a caller hears or who is there shows in the other steps. */
const books: Readonly<Partial<Record<CallEvent['type'], true>>> = {
  soundChanged: true,
  rosterRead: true,
  absenceDoubted: true,
  doubtSettled: true,
  legMissed: true,
  legFound: true,
  lastLookTaken: true,
  checkPlanned: true,
  keepAlivePlanned: true,
  waitPlanned: true,
  legRenamed: true,
};

/** Every step of a call and every request to Graph, oldest first; of the same moment the step before its requests. */
export function presentTimeline(
  { events, effects }: Pick<CallHistory, 'events' | 'effects'>,
  names: TimelineNames,
): TimelineEntry[] {
  const steps: TimelineEntry[] = [];
  let call: CallState | undefined;
  for (const { at, event } of events) {
    const before = call;
    call = evolve(call, event, at);
    if (books[event.type] !== true) steps.push(presentStep(event, before, call, at, names));
  }
  return [...steps, ...effects.map(presentRequest)].toSorted((a, b) => a.at - b.at);
}

function presentStep(
  event: CallEvent,
  before: CallState | undefined,
  after: CallState,
  at: Instant,
  names: TimelineNames,
): TimelineEntry {
  const operator = operatorsOf(event, before, after)
    .flatMap((id) => names.operatorName(id) ?? [])
    .join(', ');
  const target = targetOf(event, before);
  const queueId = queueOf(event);
  const queue = queueId === undefined ? undefined : names.queueName(queueId);
  const why = whyOf(event);
  return {
    at,
    step: event.type,
    ...(operator === '' ? {} : { operator }),
    ...(target === undefined ? {} : { target: presentParty(target) }),
    ...(queue === undefined ? {} : { queue }),
    ...(why === undefined ? {} : { why }),
    ...(event.type === 'callParked' ? { slot: event.slot } : {}),
  };
}

/** Whom the step is about; else whose call it was when it happened, or is from then on. */
function operatorsOf(event: CallEvent, before: CallState | undefined, after: CallState): readonly PersonId[] {
  if (event.type === 'operatorsOffered') return event.operatorIds;
  if ('operatorId' in event) return [event.operatorId];
  const operator = operatorOf(before) ?? operatorOf(after);
  return operator === undefined ? [] : [operator];
}

const operatorOf = (call: CallState | undefined): PersonId | undefined =>
  call !== undefined && 'operatorId' in call ? call.operatorId : undefined;

/** The colleague, number or caller that the step is about. */
function targetOf(event: CallEvent, before: CallState | undefined): Party | undefined {
  switch (event.type) {
    case 'callArrived':
      return event.caller;
    case 'callCamped':
      return event.target;
    case 'callParked':
      return event.parkedFor;
    case 'callRecalled':
      return event.recall.target;
    case 'callBackPromised':
      return { kind: 'number', number: event.number };
    case 'operatorRung':
      return undefined;
    case 'guestLeft':
      return before?.name === 'merged'
        ? before.guests.find((guest) => guest.participantId === event.participantId)?.party
        : undefined;
    default:
      return 'invitation' in event ? event.invitation.party : rungIn(event, before);
  }
}

/** Of an event that ends a ringing or a talk: who rang or talked. */
function rungIn(event: CallEvent, before: CallState | undefined): Party | undefined {
  if (before === undefined || event.type.startsWith('operator')) return undefined;
  if (before.name === 'connecting' || !('invitation' in before)) {
    return before.name === 'handedOver' ? before.target : undefined;
  }
  return before.invitation?.party;
}

function queueOf(event: CallEvent): QueueId | undefined {
  return event.type === 'callArrived' || event.type === 'callMoved' ? event.queueId : undefined;
}

function whyOf(event: CallEvent): string | undefined {
  switch (event.type) {
    case 'callEnded':
      return event.reason;
    case 'callRecalled':
      return event.recall.why;
    case 'callArrived':
      return event.diversion?.why;
    case 'operatorRung':
      return event.by;
    case 'guestLeft':
    case 'consultEnded':
      return event.by;
    default:
      return 'why' in event ? event.why : undefined;
  }
}

/** Which keys were pressed is nobody's business: of an effect only its kind is told. */
function presentRequest({
  effect,
  askedAt,
  status,
  attempts,
  closedAt,
  outcome,
}: TimelineEffect): TimelineEntry {
  return {
    at: askedAt,
    step: 'request',
    request: {
      operation: effect.type,
      status,
      attempts,
      ...(closedAt === undefined ? {} : { took: closedAt - askedAt }),
      ...(outcome === undefined ? {} : { message: outcome }),
      effectId: effect.effectId,
    },
  };
}
