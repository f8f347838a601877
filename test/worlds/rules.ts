import { personId, queueId } from '@switchboard/domain/ids';
import {
  type Destination,
  type DiversionRule,
  type DivertReason,
  divertReasons,
  noSwitches,
  type QueueSettings,
  type QueueSwitches,
  type Strategy,
} from '@switchboard/domain/queue/queue';
import { contoso } from '@switchboard/simulator/world/contoso';
import type { WorldSettings } from '@switchboard/simulator/world/settings';
import { promptTime } from './microsoft.ts';

const prompt = {
  url: 'https://switchboard.example/media/message.wav',
  resourceId: 'message',
  milliseconds: promptTime,
};

/** What callers hear, and what the queue does by itself. */
export function settingsOf(settings: number, rules: number): Partial<QueueSettings> {
  const greeting = settings % 3 === 0 ? { greeting: prompt } : {};
  const announcement =
    settings % 5 === 0 ? { announcement: { every: 9_000, positions: [prompt], waits: [] } } : {};
  const times = { parkTime: 30_000, campTime: 40_000 };
  return {
    ...greeting,
    ...announcement,
    ...limitsOf(settings, rules),
    ...givingOut(settings, rules),
    ...times,
  };
}

/** Four of ten worlds have a rule for every reason. */
const hasRules = (rules: number): boolean => rules % 5 === 2 || rules % 5 === 4;

function limitsOf(settings: number, rules: number): Partial<QueueSettings> {
  if (hasRules(rules)) {
    const full = rules % 3 === 0 ? { maxWaiting: 1 } : {};
    return { maxWait: 25_000, ...full, diversions: diversionsOf(rules) };
  }
  if (settings % 6 !== 0) return {};
  const toServiceDesk = { to: 'queue', queueId: queueId('service-desk') } as const;
  return { maxWait: 25_000, diversions: { waitedTooLong: { destination: toServiceDesk } } };
}

const destinations: readonly Destination[] = [
  { to: 'message' },
  { to: 'person', personId: personId(contoso.people.jan) },
  { to: 'queue', queueId: queueId('service-desk') },
  { to: 'callBack' },
  { to: 'number', number: '+447700900188' },
  { to: 'person', personId: personId(contoso.people.sigridur) },
  { to: 'busy' },
];

function diversionsOf(rules: number): Partial<Record<DivertReason, DiversionRule>> {
  const all = divertReasons.map(
    (why, index) => [why, ruleOf(why, Math.floor(rules / 10) + index * 3)] as const,
  );
  return Object.fromEntries(all);
}

/** As the administration takes them: nobody who waits hears the busy tone, and nobody who hears it a message. */
function ruleOf(why: DivertReason, which: number): DiversionRule {
  const destination = destinations[which % destinations.length] ?? { to: 'message' };
  if (destination.to === 'busy')
    return why === 'waitedTooLong' ? { destination: { to: 'callBack' }, message: prompt } : { destination };
  const isSaid = destination.to === 'message' || destination.to === 'callBack' || which % 4 === 1;
  return isSaid ? { destination, message: prompt } : { destination };
}

function givingOut(settings: number, rules: number): Partial<QueueSettings> {
  const bridge = rules % 8 === 3 ? ({ bridge: 'direct' } as const) : {};
  const others: readonly Strategy[] = ['allAtOnce', 'roundRobin', 'ordered', 'longestIdle'];
  const chosen = rules % 3 === 1 ? others[Math.floor(rules / 3) % others.length] : undefined;
  const strategy = chosen ?? (settings % 4 === 0 ? 'longestIdle' : 'pick');
  const isOneByOne = strategy !== 'pick' && strategy !== 'allAtOnce';
  const answering = isOneByOne && rules % 2 === 1 ? ({ answering: 'teamsFirst' } as const) : {};
  return { ...bridge, strategy, ...answering };
}

/** How the queue stands when the first caller dials. */
export interface Opening {
  readonly switches: QueueSwitches;
  readonly isAnybodyHere: boolean;
}

export function openingOf(rules: number): Opening {
  const open = { switches: noSwitches, isAnybodyHere: true };
  if (!hasRules(rules)) return open;
  const which = Math.floor(rules / 50) % 8;
  if (which === 1) return { ...open, switches: { mode: 'night', isEmergency: false } };
  if (which === 2) return { ...open, switches: { mode: 'auto', isEmergency: true } };
  return which === 3 ? { ...open, isAnybodyHere: false } : open;
}

/** What of Microsoft's behaviour its pages leave open is different in some worlds. */
export const openQuestions = (settings: number): Partial<WorldSettings> => ({
  withdrawByParticipantId: settings % 9 !== 4,
  notificationDelayMs: settings % 4 === 1 ? 150 : 0,
});
