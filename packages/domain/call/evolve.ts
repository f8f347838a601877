import { must, unreachable } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import type { CallState } from './call-state.ts';
import type { CallArrived, CallBooks, CallEvent, CallStep, SoundChanged } from './event.ts';
import { inState } from './evolve-base.ts';
import { step } from './evolve-step.ts';

/** The one door through which a call's state changes: the state after an event. */
export function evolve(state: CallState | undefined, event: CallEvent, at: Instant): CallState {
  if (event.type === 'callArrived') return arrived(event, at);
  const call = must(state, `a call for the event ${event.type}`);
  return isOfTheBooks(event) ? keepBooks(call, event) : step(call, event, at);
}

const books: Readonly<Record<CallBooks['type'], true>> = {
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
  invitationRenewed: true,
  answerAsked: true,
  callBackPromised: true,
  tonesSent: true,
  legRenamed: true,
};

const isOfTheBooks = (event: CallStep | CallBooks): event is CallBooks => event.type in books;

function keepBooks(call: CallState, event: CallBooks): CallState {
  switch (event.type) {
    case 'soundChanged':
      return afterSound(call, event);
    case 'rosterRead': {
      const { callerParticipantId } = event;
      const known = callerParticipantId === undefined ? {} : { callerParticipantId };
      return { ...withoutRecheck(call), members: event.members, rosterSequence: event.sequence, ...known };
    }
    case 'absenceDoubted':
      return {
        ...call,
        recheck: event.effectId,
        ...(event.present === undefined ? {} : { recheckPresent: event.present }),
      };
    case 'doubtSettled':
      return withoutRecheck(call);
    case 'legMissed':
      return {
        ...(event.isRefused === true ? notSentOn(call) : call),
        isMissed: true,
        checkAt: event.checkAt,
      };
    case 'legFound': {
      const { isMissed: _found, ...rest } = call;
      return rest;
    }
    case 'lastLookTaken':
      return { ...inState(call, 'handedOver'), recheck: event.effectId, leaveBy: event.leaveBy };
    case 'checkPlanned':
      return { ...call, checkAt: event.checkAt };
    case 'keepAlivePlanned':
      return { ...call, keepAliveAt: event.keepAliveAt };
    case 'waitPlanned': {
      if (call.name !== 'waiting') return call;
      const { until, announceAt, rank = call.rank } = event;
      const { since, refusals } = call.wait;
      const ends = until === undefined ? {} : { until };
      return {
        ...call,
        rank,
        wait: { since, refusals, ...ends, ...(announceAt === undefined ? {} : { announceAt }) },
      };
    }
    case 'invitationRenewed': {
      if (!('invitation' in call) || call.invitation === undefined) return call;
      const { participantId, party } = call.invitation;
      const withdrawn = [...call.withdrawn, { participantId, party, isInvitation: true as const }];
      return { ...call, invitation: event.invitation, withdrawn };
    }
    case 'answerAsked':
      return call.name === 'answering' ? { ...notSentOn(call), effectId: event.effectId } : call;
    case 'callBackPromised':
    case 'tonesSent':
      return call;
    case 'legRenamed':
      return { ...call, leg: event.leg, formerLegs: [...call.formerLegs, call.leg] };
    default:
      return unreachable(event);
  }
}

function afterSound(call: CallState, { sound, releases = call.releases ?? [] }: SoundChanged): CallState {
  const { releases: _before, ...rest } = call;
  return { ...rest, sound, ...(releases.length === 0 ? {} : { releases }) };
}

function notSentOn<State extends CallState>(call: State): State {
  if (call.name !== 'answering') return call;
  const { isRedirected: _failed, ...rest } = call;
  return rest as State;
}

function withoutRecheck<State extends CallState>(call: State): State {
  const { recheck: _settled, recheckPresent: _present, ...rest } = call;
  return rest as State;
}

function arrived(event: CallArrived, at: Instant): CallState {
  const { type: _type, ...known } = event;
  return {
    ...known,
    name: 'answering',
    formerQueues: [],
    formerLegs: [],
    arrivedAt: at,
    since: at,
    isGroup: false,
    rosterSequence: 0,
    members: [],
    withdrawn: [],
    sound: { kind: 'none' },
  };
}
