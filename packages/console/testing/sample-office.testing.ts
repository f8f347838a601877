import type { PreferencesChanged } from '@switchboard/contract/feed/preferences-changed';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { MeView } from '@switchboard/contract/views/me-view';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';

const queue = (queueId: string, name: string, number: string): QueueView => ({
  queueId,
  name,
  number,
  strategy: 'pick',
  mode: 'auto',
  state: 'open',
  why: 'hours',
});

export const me: MeView = {
  operatorId: 'operator-eva',
  name: 'Eva Bergström',
  userPrincipalName: 'eva.bergstrom@contoso.example',
  tenantName: 'Contoso',
  queues: [
    { ...queue('queue-main', 'Reception', '+44 20 7946 0100'), salutation: 'Good morning, Contoso.' },
    queue('queue-patients', 'Patients', '+44 20 7946 0101'),
  ],
};

/** What an operator is remembered to prefer who has been here before. */
export const tourSeen: PreferencesChanged['sections'] = { layout: { version: 1, value: { tourSeen: 99 } } };

/** The operators of the sample queues, as they stand at `now`. */
export const sampleOperators = (now: number): readonly OperatorStatusView[] => [
  { operatorId: me.operatorId, name: me.name, status: 'available', since: now, followsPresence: false },
  {
    operatorId: 'operator-ben',
    name: 'Ben Adeyemi',
    status: 'break',
    reason: 'Lunch',
    since: now - 300_000,
    followsPresence: true,
  },
];

/** A call that waits, with what a test says differently. */
export const waitingCall = (now: number, differences: Partial<CallView> = {}): CallView => ({
  callId: 'call-1',
  queueId: 'queue-main',
  state: 'waiting',
  since: now - 20_000,
  arrivedAt: now - 22_000,
  caller: { name: 'Mrs J. Smith', number: '+44 20 7946 0123' },
  hold: 'off',
  front: false,
  vip: false,
  priority: 0,
  formerQueues: [],
  isDirect: false,
  can: ['accept'],
  ...differences,
});

/** Everything that an operator may ask of a call they talk in. */
export const talkingCan: CallView['can'] = [
  'hold',
  'transfer',
  'consult',
  'park',
  'camp',
  'voicemail',
  'moveToQueue',
  'sendTones',
  'hangUp',
];

/** A call that the sample operator talks in, with what a test says differently. */
export const talkingCall = (now: number, differences: Partial<CallView> = {}): CallView =>
  waitingCall(now, {
    state: 'connected',
    since: now,
    operator: { operatorId: me.operatorId, name: me.name },
    can: [...talkingCan],
    ...differences,
  });

type Row = readonly [
  name: string,
  jobTitle: string,
  department: string,
  availability: string,
  activity: string,
];

const rows: readonly Row[] = [
  ['Jan de Vries', 'Cardiologist', 'Cardiology', 'Available', 'Available'],
  ['Janneke Vries', 'Controller', 'Finance', 'Busy', 'InACall'],
  ['Jana Nováková', 'Head nurse', 'Cardiology', 'Busy', 'InAMeeting'],
  ['Janusz Wiśniewski', 'Surgeon', 'Surgery', 'DoNotDisturb', 'Presenting'],
  ['Janet Okafor', 'Service desk', 'IT', 'Available', 'Available'],
  ['Jánosi Ágnes', 'Pharmacist', 'Pharmacy', 'Away', 'Away'],
  ['Jan-Erik Lindqvist', 'Facilities', 'Buildings', 'BeRightBack', 'BeRightBack'],
  ['Jannik Østergaard', 'Radiologist', 'Radiology', 'Offline', 'OffWork'],
  ['Janine Dubois', 'Interpreter', 'Patient services', 'Offline', 'OutOfOffice'],
  ['Jan van der Berg', 'Porter', 'Logistics', 'PresenceUnknown', 'PresenceUnknown'],
  ['Janko Horvat', 'Physiotherapist', 'Rehabilitation', 'AvailableIdle', 'Available'],
  ['Jan Müller', 'Legal counsel', 'Legal', 'Available', 'Available'],
];

const readAt = (asOf: number) => ({ asOf, source: 'poll' as const, staleAt: asOf + 10_000 });

/** People whose presence was read `age(i)` milliseconds before `now`. */
export const samplePeople = (now: number): readonly PersonView[] =>
  rows.map(([name, jobTitle, department, availability, activity], index) => {
    const personId = `person-${index + 1}`;
    return {
      personId,
      source: 'directory',
      name,
      jobTitle,
      department,
      office: index % 2 === 0 ? 'Amsterdam' : 'Utrecht',
      mail: `${name
        .normalize('NFD')
        .replaceAll(/[^a-zA-Z ]/g, '')
        .replaceAll(' ', '.')
        .toLowerCase()}@contoso.example`,
      phone: `+44 20 7946 02${String(index + 10)}`,
      mobile: `+1 555 01${String(index + 10)}`,
      manager: 'Ingrid Sörensen',
      presence: { personId, availability, activity, ...readAt(now - (index % 4 === 1 ? 95_000 : 1_000)) },
      can: ['call', 'favourite', 'describe', 'readCalendar'],
    };
  });
