import type { GraphCall } from './graph-call.ts';
import { callPath } from './graph-call.ts';
import { type IdentitySet, identitySet } from './identity.ts';
import { resultInfoJson } from './result-info.ts';

export interface CallDescription {
  readonly tenantId: string;
  /** Who calls, or its encrypted form for an application that may not see callers. */
  readonly source: IdentitySet;
}

/** The whole call, as GET answers it and the first notification brings it. */
export function callJson(call: GraphCall, description: CallDescription): Record<string, unknown> {
  const instance = call.targets[0]?.identity.applicationInstance;
  const isIncoming = call.direction === 'incoming';
  return {
    '@odata.type': '#microsoft.graph.call',
    '@odata.id': callPath(call),
    '@odata.etag': `W/"${call.etag}"`,
    id: call.id,
    state: call.state,
    direction: call.direction,
    ...(call.callbackUri === '' ? {} : { callbackUri: call.callbackUri }),
    callChainId: call.callChainId,
    tenantId: description.tenantId,
    myParticipantId: call.myParticipantId,
    source: {
      '@odata.type': '#microsoft.graph.participantInfo',
      identity: description.source,
      countryCode: null,
      endpointType: null,
      region: null,
      languageId: null,
    },
    targets: call.targets,
    ...(isIncoming && instance && call.routedNumber
      ? {
          callRoutes: [
            {
              '@odata.type': '#microsoft.graph.callRoute',
              routingType: 'lookup',
              original: identitySet('phone', call.routedNumber, null),
              final: identitySet('applicationInstance', instance.id, instance.displayName),
            },
          ],
        }
      : {}),
    requestedModalities: ['audio'],
    ...(call.mediaConfig === undefined ? {} : { mediaConfig: call.mediaConfig }),
    resultInfo: resultInfoJson(call.result),
    subject: null,
    chatInfo: null,
    meetingInfo: null,
    toneInfo: null,
  };
}
