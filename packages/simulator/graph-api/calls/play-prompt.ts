import * as z from 'zod';
import type { CallContext } from './call-context.ts';
import type { Operation } from './comms-operation.ts';
import type { GraphCall, Playing } from './graph-call.ts';
import { endOperation, startOperation } from './operation.ts';
import { chosen, results } from './result-info.ts';

export const mediaInfoIn = z.looseObject({ uri: z.string().min(1), resourceId: z.string().nullish() });

export const clientContextIn = z.string().max(256).nullish();

export const playPromptIn = z.looseObject({
  prompts: z
    .array(z.looseObject({ mediaInfo: mediaInfoIn }))
    .min(1)
    .max(20),
  clientContext: clientContextIn,
});

/** Puts prompts at the end of what plays. They play in order, to everybody who is not on hold. */
export function playPrompt(
  context: CallContext,
  call: GraphCall,
  body: z.infer<typeof playPromptIn>,
): Operation {
  const operation = startOperation(context, call, 'playPromptOperation', body.clientContext);
  const media = body.prompts.map(({ mediaInfo }) => ({
    uri: mediaInfo.uri,
    resourceId: mediaInfo.resourceId ?? null,
  }));
  call.playlist.push({ operation, media });
  if (call.playlist.length === 1) playFirst(context, call);
  return operation;
}

/** Ends what plays, what waits and what sends tones. @returns whether there was anything */
export function cancelMedia(context: CallContext, call: GraphCall): boolean {
  const sending = [...call.sendingTones];
  for (const stop of sending) stop();
  const cancelled = call.playlist.splice(0);
  stopPlaying(context, call);
  for (const { operation } of cancelled) endOperation(context, call, operation, results.operationCancelled);
  return cancelled.length + sending.length > 0;
}

/** Silences the player without telling anybody: the call is over, or the caller is being moved on. */
export function stopPlaying(context: CallContext, call: GraphCall): void {
  call.playRound += 1;
  call.playlist.length = 0;
  call.stopPlaying?.();
  call.stopPlaying = undefined;
  if (call.conversation.playing !== undefined)
    context.world.exchange.set(call.conversation, { playing: undefined });
}

function playFirst(context: CallContext, call: GraphCall): void {
  const first = call.playlist[0];
  if (!first) return;
  call.playRound += 1;
  void playAll(context, call, first, call.playRound);
}

/** Plays one operation's prompts one after the other and then goes on to the next operation. */
async function playAll(
  context: CallContext,
  call: GraphCall,
  playing: Playing,
  round: number,
): Promise<void> {
  let result = results.operationDone as
    | (typeof results)['operationDone']
    | { code: number; subcode: number; message: string };
  for (const media of playing.media) {
    const duration = await context.prompts.duration(media);
    if (call.playRound !== round) return;
    if (!duration.ok) {
      context.world.log.add('media', `${media.uri}: ${duration.refusal}`, call.conversation.id);
      result = { ...chosen.mediaFailed, message: `${chosen.mediaFailed.message} ${duration.refusal}` };
      break;
    }
    context.world.exchange.set(call.conversation, { playing: media.uri });
    await new Promise<void>((resolve) => {
      call.stopPlaying = context.world.clock.after(duration.value, resolve);
    });
    if (call.playRound !== round) return;
  }
  context.world.exchange.set(call.conversation, { playing: undefined });
  call.playlist.shift();
  endOperation(context, call, playing.operation, result);
  playFirst(context, call);
}
