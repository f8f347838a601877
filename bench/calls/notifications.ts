import { bench } from '../stage/tenant.ts';

const notification = (changeType: string, resourceUrl: string, resourceData: unknown): string =>
  JSON.stringify({
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: [{ '@odata.type': '#microsoft.graph.commsNotification', changeType, resourceUrl, resourceData }],
  });

const callUrl = (leg: string): string => `/communications/calls/${leg}`;
const identity = '#microsoft.graph.identity';

/** What Graph sends for an incoming call, of the size that it really has. */
export const incomingCall = (tenantId: string, leg: string, caller: string): string =>
  notification('created', callUrl(leg), {
    '@odata.type': '#microsoft.graph.call',
    '@odata.id': callUrl(leg),
    id: leg,
    state: 'incoming',
    direction: 'incoming',
    callChainId: leg,
    tenantId,
    source: {
      '@odata.type': '#microsoft.graph.participantInfo',
      identity: { phone: { '@odata.type': identity, id: '+15550100' } },
      countryCode: null,
      endpointType: null,
      region: null,
      languageId: null,
    },
    targets: [
      {
        '@odata.type': '#microsoft.graph.invitationParticipantInfo',
        identity: {
          applicationInstance: { '@odata.type': identity, id: bench.instanceId, displayName: 'Reception' },
        },
      },
    ],
    incomingContext: { sourceParticipantId: caller },
    requestedModalities: ['audio'],
  });

export const callEstablished = (leg: string): string => callChanged(leg, 'updated', { state: 'established' });

export const callTerminated = (leg: string): string =>
  callChanged(leg, 'deleted', {
    state: 'terminated',
    resultInfo: { code: 200, subcode: 0, message: 'The call was ended.' },
  });

const callChanged = (leg: string, changeType: string, change: object): string =>
  notification(changeType, callUrl(leg), {
    '@odata.type': '#microsoft.graph.call',
    '@odata.id': callUrl(leg),
    id: leg,
    ...change,
  });

/** Somebody in a call. */
export interface Participant {
  readonly id: string;
  /** The user's id; a caller from outside has a number instead. */
  readonly userId?: string;
}

/** Everybody who is in the call, as Graph tells and answers it. */
export const rosterOf = (participants: readonly Participant[], sequence: number): readonly object[] =>
  participants.map(({ id, userId }) => ({
    '@odata.type': '#microsoft.graph.participant',
    id,
    info: {
      '@odata.type': '#microsoft.graph.participantInfo',
      identity:
        userId === undefined
          ? { phone: { '@odata.type': identity, id: '+15550100' } }
          : { user: { '@odata.type': identity, id: userId, displayName: 'Somebody' } },
      endpointType: 'default',
      languageId: null,
      region: null,
    },
    isInLobby: false,
    isMuted: false,
    mediaStreams: [{ mediaType: 'audio', label: 'main-audio', direction: 'sendReceive' }],
    rosterSequenceNumber: sequence,
  }));

export const rosterChanged = (leg: string, roster: readonly object[]): string =>
  notification('updated', `${callUrl(leg)}/participants`, roster);

/** An operation that the server began by this effect has come to its end. */
export const operationEnded = (leg: string, kind: string, clientContext: string): string => {
  const id = crypto.randomUUID();
  return notification('deleted', `${callUrl(leg)}/operations/${id}`, {
    '@odata.type': `#microsoft.graph.${kind}Operation`,
    '@odata.id': `${callUrl(leg)}/operations/${id}`,
    id,
    status: 'completed',
    clientContext,
    resultInfo: { code: 200, subcode: 0, message: 'Action completed successfully.' },
  });
};
