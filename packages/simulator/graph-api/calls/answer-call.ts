import * as z from 'zod';
import { outsideUrl } from '../delivery/outside-url.ts';
import type { GraphToken } from '../wire/graph-request.ts';
import { badRequest, type GraphReply, refuse, reply } from '../wire/reply.ts';
import type { CallContext } from './call-context.ts';
import { enter, expectKeepAlive, terminate } from './call-states.ts';
import type { GraphCall } from './graph-call.ts';
import { mediaInfoIn } from './play-prompt.ts';
import { chosen } from './result-info.ts';

export const mediaConfigIn = z.looseObject({
  '@odata.type': z.literal('#microsoft.graph.serviceHostedMediaConfig', {
    message: 'only #microsoft.graph.serviceHostedMediaConfig is simulated',
  }),
  preFetchMedia: z.array(mediaInfoIn).nullish(),
});

export const callOptionsIn = z.looseObject({
  hideBotAfterEscalation: z.boolean().nullish(),
  isDeltaRosterEnabled: z.boolean().nullish(),
});

export const answerIn = z.looseObject({
  callbackUri: z.string().min(1),
  mediaConfig: mediaConfigIn,
  acceptedModalities: z.array(z.string()).nullish(),
  callOptions: callOptionsIn.nullish(),
});

export const rejectIn = z.looseObject({
  reason: z.enum(['none', 'busy', 'forbidden']).nullish(),
  /** Where the end of the leg is told. */
  callbackUri: z.string().min(1).nullish(),
});

export function applyOptions(
  call: GraphCall,
  options: z.infer<typeof callOptionsIn> | null | undefined,
): void {
  call.options = {
    hideBotAfterEscalation: options?.hideBotAfterEscalation ?? false,
    isDeltaRosterEnabled: options?.isDeltaRosterEnabled ?? false,
  };
}

export function applyMedia(
  context: CallContext,
  call: GraphCall,
  media: z.infer<typeof mediaConfigIn>,
): void {
  call.mediaConfig = media;
  for (const { uri, resourceId } of media.preFetchMedia ?? []) {
    void context.prompts.duration({ uri, resourceId: resourceId ?? null });
  }
}

/** An answer to a call that was answered already gets 409: the pages name no code for it. */
export const notIncoming = (call: GraphCall): GraphReply =>
  refuse(
    409,
    'Conflict',
    `The call is ${call.state}; it can only be answered, rejected or redirected while incoming.`,
  );

export function answerCall(
  context: CallContext,
  call: GraphCall,
  body: z.infer<typeof answerIn>,
  token: GraphToken,
): GraphReply {
  if (call.state !== 'incoming') return notIncoming(call);
  const callback = outsideUrl('callbackUri', body.callbackUri);
  if (!callback.ok) return badRequest(callback.refusal);
  call.timers.answer?.();
  call.callbackUri = body.callbackUri;
  call.roles = token.roles;
  applyOptions(call, body.callOptions);
  applyMedia(context, call, body.mediaConfig);
  enter(context, call, 'establishing');
  const party = {
    kind: 'application' as const,
    id: call.applicationId,
    hidden: call.options.hideBotAfterEscalation,
  };
  context.world.exchange.join(call.conversation, party, call.myParticipantId);
  context.world.log.add('call', 'the application answers', call.conversation.id);
  enter(context, call, 'established');
  expectKeepAlive(context, call);
  return reply(202);
}

export function rejectCall(
  context: CallContext,
  call: GraphCall,
  body: z.infer<typeof rejectIn>,
): GraphReply {
  if (call.state !== 'incoming') return notIncoming(call);
  const callback = body.callbackUri ? outsideUrl('callbackUri', body.callbackUri) : undefined;
  if (callback && !callback.ok) return badRequest(callback.refusal);
  call.callbackUri = body.callbackUri ?? call.callbackUri;
  const { conversation } = call;
  terminate(context, call, chosen.rejected);
  context.world.exchange.end(conversation);
  return reply(202);
}
