import { bench } from '../stage/tenant.ts';

/** What Graph sends for an incoming call, of the size that it really has. */
export const incomingCall = (leg: string): string =>
  JSON.stringify({
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: [
      {
        '@odata.type': '#microsoft.graph.commsNotification',
        changeType: 'created',
        resourceUrl: `/communications/calls/${leg}`,
        resourceData: {
          '@odata.type': '#microsoft.graph.call',
          '@odata.id': `/communications/calls/${leg}`,
          id: leg,
          state: 'incoming',
          direction: 'incoming',
          callChainId: leg,
          tenantId: bench.tenantId,
          source: {
            '@odata.type': '#microsoft.graph.participantInfo',
            identity: { phone: { '@odata.type': '#microsoft.graph.identity', id: '+15550100' } },
            countryCode: null,
            endpointType: null,
            region: null,
            languageId: null,
          },
          targets: [
            {
              '@odata.type': '#microsoft.graph.invitationParticipantInfo',
              identity: {
                applicationInstance: {
                  '@odata.type': '#microsoft.graph.identity',
                  id: bench.instanceId,
                  displayName: 'Reception',
                },
              },
            },
          ],
          incomingContext: { sourceParticipantId: crypto.randomUUID() },
          requestedModalities: ['audio'],
        },
      },
    ],
  });

export const callEstablished = (leg: string): string => callChanged(leg, 'updated', { state: 'established' });

export const callTerminated = (leg: string): string =>
  callChanged(leg, 'deleted', {
    state: 'terminated',
    resultInfo: { code: 200, subcode: 0, message: 'Caller left.' },
  });

const callChanged = (leg: string, changeType: string, change: object): string =>
  JSON.stringify({
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: [
      {
        '@odata.type': '#microsoft.graph.commsNotification',
        changeType,
        resourceUrl: `/communications/calls/${leg}`,
        resourceData: {
          '@odata.type': '#microsoft.graph.call',
          '@odata.id': `/communications/calls/${leg}`,
          id: leg,
          ...change,
        },
      },
    ],
  });
