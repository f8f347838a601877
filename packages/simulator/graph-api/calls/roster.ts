import type { LeaveReason } from '../../world/exchange.ts';
import type { CallContext } from './call-context.ts';
import { type GraphCall, isGroup } from './graph-call.ts';
import { participantOf, type RosterParticipant } from './roster-participant.ts';

const withoutSequence = (participant: RosterParticipant): string =>
  JSON.stringify({ ...participant, rosterSequenceNumber: 0 });

/**
 * Whoever is in the call now. A hidden application is in nobody's roster; the pages do not say whether its own
 * roster shows it, here it does not. Those who still ring are not in it.
 */
export function currentRoster(call: GraphCall): RosterParticipant[] {
  const known = new Map(call.roster.map((participant) => [participant.id, participant]));
  return [...call.conversation.members.values()]
    .filter(({ party }) => party.kind !== 'application' || !party.hidden)
    .map((member) => {
      const before = known.get(member.id);
      const now = participantOf(member, call.rosterSequence);
      return before && withoutSequence(before) === withoutSequence(now) ? before : now;
    });
}

/** Tells the application of the roster if it differs from what was told last; in group calls only. */
export function tellRoster(context: CallContext, call: GraphCall, reason: LeaveReason = 'ended'): void {
  if (!isGroup(call) || call.state === 'terminated') return;
  call.rosterSequence += 1;
  const roster = currentRoster(call);
  const stay = new Set(roster.map(({ id }) => id));
  const changed = roster.filter((participant) => !call.roster.includes(participant));
  const gone = call.roster.filter(({ id }) => !stay.has(id));
  if (changed.length === 0 && gone.length === 0) {
    call.rosterSequence -= 1;
    return;
  }
  call.roster = roster;
  const removed = gone.map((participant) => ({
    ...participant,
    removedState: { '@odata.type': '#microsoft.graph.removedState' as const, reason: removalReason(reason) },
    rosterSequenceNumber: call.rosterSequence,
  }));
  context.tell.roster(call, call.options.isDeltaRosterEnabled ? [...changed, ...removed] : roster);
}

/** `removedState.reason` is a free text in Microsoft's schema; these are ours. */
const removalReason = (reason: LeaveReason): string => (reason === 'removed' ? 'Removed' : 'Left');
