import type { CallEffect, Prompt, Tone } from '@switchboard/domain/call/effect';
import { unreachable } from '@switchboard/kit/assert';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { invitationBody } from '../wire/party-to-graph.ts';

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
  /** Rings a person's mailbox where that is asked for; unless true, such an invitation is refused. */
  readonly mailboxes?: boolean;
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
    case 'redirect':
      return redirectRequest(action, settings);
    case 'transfer':
      return transferRequest(action);
    case 'playPrompt':
      return post(`${call}/playPrompt`, { prompts: [mediaPrompt(action.prompt)], clientContext });
    case 'stopPrompts':
      return post(`${call}/cancelMediaProcessing`, { clientContext });
    case 'sendTones':
      return tonesRequest(action);
    case 'invite':
      return inviteRequest(action, settings);
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

type ActionOf<Type extends CallAction['type']> = Extract<CallAction, { readonly type: Type }>;

function inviteRequest(
  { leg, party, participantId, toMailbox, effectId }: ActionOf<'invite'>,
  { mailboxes }: ActionSettings,
): Result<ActionRequest, string> {
  if (toMailbox === true && mailboxes !== true) {
    return refused('toMailbox: ringing a mailbox is switched off here (setting mailboxes).');
  }
  const somebody = invitationBody(party, toMailbox);
  if (!somebody.ok) return somebody;
  return post(`${participantsPath(leg)}/invite`, {
    participants: [{ ...somebody.value, participantId }],
    clientContext: effectId,
  });
}

/** Graph takes from 15 to 90 s (https://learn.microsoft.com/graph/api/call-redirect, read 2026-11-23). */
const shortestRingS = 15;
const longestRingS = 90;

function redirectRequest(
  { leg, party, ringFor }: ActionOf<'redirect'>,
  { callbackUri }: ActionSettings,
): Result<ActionRequest, string> {
  const somebody = invitationBody(party);
  if (!somebody.ok) return somebody;
  const timeout = Math.min(Math.max(Math.round(ringFor / 1_000), shortestRingS), longestRingS);
  return post(`${callPath(leg)}/redirect`, { targets: [somebody.value], timeout, callbackUri });
}

function transferRequest({ leg, party }: ActionOf<'transfer'>): Result<ActionRequest, string> {
  const somebody = invitationBody(party);
  if (!somebody.ok) return somebody;
  return post(`${callPath(leg)}/transfer`, { transferTarget: somebody.value });
}

/** Long enough for a slow answering machine to tell two equal keys apart. */
const pauseBetweenTonesMs = 250;

function tonesRequest({ leg, tones, effectId }: ActionOf<'sendTones'>): Result<ActionRequest, string> {
  if (tones.length === 0) return refused('tones: there is no key to send.');
  return post(`${callPath(leg)}/sendDtmfTones`, {
    tones: tones.map(toneName),
    delayBetweenTonesMs: pauseBetweenTonesMs,
    clientContext: effectId,
  });
}

function toneName(tone: Tone): string {
  if (tone === '*') return 'star';
  return tone === '#' ? 'pound' : `tone${tone}`;
}
