import type { RosterMember, RosterSeen } from '@switchboard/domain/call/fact';
import type { LegId } from '@switchboard/domain/ids';
import { participantSchema, rosterMemberFromGraph } from '../wire/participant.ts';
import { ignoredBecause, type Reading } from './reading.ts';

export interface RosterReading {
  readonly change: string | undefined;
  readonly leg: LegId;
  /** The id in the path, when the change is about one participant. */
  readonly participantId: string | undefined;
  readonly data: unknown;
  /** We answered with `isDeltaRosterEnabled`. The payload does not say it. */
  readonly deltaRoster: boolean;
}

/**
 * Who is in a call. A roster counts as partial when we asked for changes only, when the change is about one
 * participant, and when a member could not be read: a missing line of a whole roster would look like a departure.
 */
export function readRoster({ change, leg, participantId, data, deltaRoster }: RosterReading): Reading {
  const items = Array.isArray(data) ? data : [data];
  const members: RosterMember[] = [];
  const ignored: string[] = [];
  let highest: number | undefined;
  for (const item of items) {
    const parsed = participantSchema.safeParse(item);
    const member = parsed.success ? rosterMemberFromGraph(parsed.data, participantId) : undefined;
    if (!parsed.success || member === undefined) {
      ignored.push(`call ${leg}: a participant in the roster has no id`);
      continue;
    }
    members.push(change === 'deleted' ? { ...member, removed: true } : member);
    const sequence = parsed.data.rosterSequenceNumber;
    if (sequence !== undefined) highest = Math.max(highest ?? sequence, sequence);
  }
  if (items.length > 0 && members.length === 0)
    return ignoredBecause(`call ${leg}: no participant in the roster has an id`);
  const partial = deltaRoster || !Array.isArray(data) || participantId !== undefined || ignored.length > 0;
  const fact: RosterSeen = {
    type: 'rosterSeen',
    leg,
    members,
    partial,
    ...(highest === undefined || !isRosterNumber(partial, members) ? {} : { sequence: highest }),
  };
  return { facts: [{ leg, fact }], ignored };
}

/**
 * `rosterSequenceNumber` is the number of the roster in which a participant last changed. The highest one is that of
 * this roster only if whatever changed is listed: always in a partial roster, in a whole one only when those who
 * left are listed too. After the latest arrival has left unlisted, the highest number falls, and a fresh roster would
 * pass for a stale one.
 */
const isRosterNumber = (partial: boolean, members: readonly RosterMember[]): boolean =>
  partial || members.some((member) => member.removed);
