import type { OperatorView } from '@switchboard/contract/admin/operator';
import type { AdminQueueView } from '@switchboard/contract/admin/queue';
import type { DestinationInput } from '@switchboard/contract/admin/queue-diversions';
import type { QueueSettingsView } from '@switchboard/contract/admin/queue-settings';
import type { Operator } from '@switchboard/domain/operator/operator';
import {
  type Destination,
  type DiversionRule,
  divertReasons,
  type OpeningHours,
  type Queue,
  type QueueSettings,
} from '@switchboard/domain/queue/queue';
import type { QueueOperator } from '@switchboard/store/tenants/queue-operators';
import { soundIdOf } from './administration-shelf.ts';

/** A queue as an administrator sees it. */
export const presentQueue = ({
  queueId,
  name,
  instanceId,
  number,
  settings,
  switches,
}: Queue): AdminQueueView => ({
  queueId,
  name,
  instanceId,
  ...(number === undefined ? {} : { number }),
  settings: presentSettings(settings),
  switches: { ...switches },
});

function presentSettings(settings: QueueSettings): QueueSettingsView {
  const { greeting, music, diversions, hours, announcement, ...plain } = settings;
  return {
    ...plain,
    ...(greeting === undefined ? {} : { greeting: soundIdOf(greeting) }),
    music: soundIdOf(music),
    diversions: presentDiversions(diversions),
    ...(hours === undefined ? {} : { hours: presentHours(hours) }),
    vip: [...settings.vip],
    blocked: [...settings.blocked],
    ...(announcement === undefined
      ? {}
      : {
          announcement: {
            every: announcement.every,
            positions: announcement.positions.map(soundIdOf),
            waits: announcement.waits.map(soundIdOf),
          },
        }),
  };
}

function presentDiversions(diversions: QueueSettings['diversions']): QueueSettingsView['diversions'] {
  const shown: QueueSettingsView['diversions'] = {};
  for (const reason of divertReasons) {
    const rule = diversions[reason];
    if (rule !== undefined) shown[reason] = presentRule(rule);
  }
  return shown;
}

const presentRule = ({ destination, message }: DiversionRule) => ({
  destination: presentDestination(destination),
  ...(message === undefined ? {} : { message: soundIdOf(message) }),
});

const presentDestination = (destination: Destination): DestinationInput =>
  destination.to === 'person' ? { to: 'person', personId: destination.personId } : destination;

const presentHours = ({ timeZone, week, holidays }: OpeningHours) => ({
  timeZone,
  week: Object.fromEntries(
    Object.entries(week).map(([day, periods]) => [day, periods.map((one) => ({ ...one }))]),
  ),
  holidays: holidays.map(({ date, name, periods }) => ({
    date,
    name,
    ...(periods === undefined ? {} : { periods: periods.map((one) => ({ ...one })) }),
  })),
});

/** An operator as an administrator sees them. */
export const presentOperator = (
  { operatorId, name, userPrincipalName, queueIds }: Operator,
  members: readonly QueueOperator[],
): OperatorView => ({
  personId: operatorId,
  name,
  userPrincipalName,
  queueIds: [...queueIds],
  ranks: Object.fromEntries(
    members
      .filter((member) => member.operatorId === operatorId && member.rank !== 0)
      .map(({ queueId, rank }) => [queueId, rank]),
  ),
});
