import type { CallEffect, Prompt } from '@switchboard/domain/call/effect';
import { unreachable } from '@switchboard/kit/assert';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { identitySetBody } from '../wire/party-to-graph.ts';

/** Every effect but `observe`, which is a question. */
export type CallAction = Exclude<CallEffect, { readonly type: 'observe' }>;

export interface ActionRequest {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

export interface ActionSettings {
  /** Where Graph sends the notifications of this call. */
  readonly callbackUri: string;
  /** Asks for rosters of changes only. Must be the same as in the settings for reading notifications. */
  readonly deltaRoster: boolean;
}

export const callPath = (leg: string): string => `/communications/calls/${encodeURIComponent(leg)}`;

export const participantsPath = (leg: string): string => `${callPath(leg)}/participants`;

/** The request that an action is. Refused with a sentence when it cannot be put to Graph at all. */
export function actionRequest(action: CallAction, settings: ActionSettings): Result<ActionRequest, string> {
  const call = callPath(action.leg);
  const clientContext = action.effectId;
  switch (action.type) {
    case 'answer':
      return post(`${call}/answer`, answerBody(action.prefetch, settings));
    case 'reject':
      return post(`${call}/reject`, { reason: action.reason });
    case 'playPrompt':
      return post(`${call}/playPrompt`, { prompts: [mediaPrompt(action.prompt)], clientContext });
    case 'stopPrompts':
      return post(`${call}/cancelMediaProcessing`, { clientContext });
    case 'invite':
      return inviteRequest(action);
    case 'removeParticipant':
      return ok({ method: 'DELETE', path: participantPath(action) });
    case 'startHoldMusic':
      return post(`${participantPath(action)}/startHoldMusic`, {
        customPrompt: mediaPrompt(action.prompt),
        clientContext,
      });
    case 'stopHoldMusic':
      return post(`${participantPath(action)}/stopHoldMusic`, { clientContext });
    case 'keepAlive':
      return ok({ method: 'POST', path: `${call}/keepAlive` });
    case 'hangUp':
      return ok({ method: 'DELETE', path: call });
    default:
      return unreachable(action);
  }
}

const post = (path: string, body: unknown): Result<ActionRequest, string> =>
  ok({ method: 'POST', path, body });

const participantPath = ({
  leg,
  participantId,
}: {
  readonly leg: string;
  readonly participantId: string;
}): string => `${participantsPath(leg)}/${encodeURIComponent(participantId)}`;

function answerBody(prefetch: readonly Prompt[], { callbackUri, deltaRoster }: ActionSettings): unknown {
  return {
    callbackUri,
    acceptedModalities: ['audio'],
    mediaConfig: {
      '@odata.type': '#microsoft.graph.serviceHostedMediaConfig',
      preFetchMedia: prefetch.map(({ url, resourceId }) => ({ uri: url, resourceId })),
    },
    callOptions: {
      '@odata.type': '#microsoft.graph.incomingCallOptions',
      hideBotAfterEscalation: true,
      ...(deltaRoster ? { isDeltaRosterEnabled: true } : {}),
    },
  };
}

const mediaPrompt = ({ url, resourceId }: Prompt): unknown => ({
  '@odata.type': '#microsoft.graph.mediaPrompt',
  mediaInfo: { '@odata.type': '#microsoft.graph.mediaInfo', uri: url, resourceId },
});

function inviteRequest(
  action: Extract<CallAction, { readonly type: 'invite' }>,
): Result<ActionRequest, string> {
  const identity = identitySetBody(action.party);
  if (!identity.ok) return refused(identity.refusal);
  const participant = {
    '@odata.type': '#microsoft.graph.invitationParticipantInfo',
    identity: identity.value,
    participantId: action.participantId,
  };
  return post(`${participantsPath(action.leg)}/invite`, {
    participants: [participant],
    clientContext: action.effectId,
  });
}
