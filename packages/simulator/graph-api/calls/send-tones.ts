import * as z from 'zod';
import type { CallContext } from './call-context.ts';
import type { Operation } from './comms-operation.ts';
import type { GraphCall } from './graph-call.ts';
import { endOperation, startOperation } from './operation.ts';
import { clientContextIn } from './play-prompt.ts';
import { results } from './result-info.ts';

const digits = Array.from({ length: 10 }, (_, digit) => `tone${digit}`);

export const sendTonesIn = z.looseObject({
  tones: z.array(z.enum([...digits, 'star', 'pound', 'a', 'b', 'c', 'd', 'flash'])).min(1),
  delayBetweenTonesMs: z.number().int().min(0).max(60_000).nullish(),
  clientContext: clientContextIn,
});

/** The page names no pause between two tones where none is given; telephones press about four keys a second. */
const usualDelayMs = 250;

/**
 * Sends tones to everybody in the call who is not on hold, one after the other
 * (https://learn.microsoft.com/graph/api/call-senddtmftones, read 2026-11-23).
 */
export function sendTones(
  context: CallContext,
  call: GraphCall,
  body: z.infer<typeof sendTonesIn>,
): Operation {
  const operation = startOperation(context, call, 'sendDtmfTonesOperation', body.clientContext, {
    completionReason: null,
  });
  const { clock, log } = context.world;
  const rest = [...body.tones];
  let stopTimer = (): void => undefined;
  const stop = (): void => {
    stopTimer();
    call.sendingTones.delete(stop);
    operation.details = { completionReason: 'mediaOperationCanceled' };
    endOperation(context, call, operation, results.operationCancelled);
  };
  const sendNext = (): void => {
    const tone = rest.shift();
    if (tone !== undefined) {
      hear(context, call, tone);
      stopTimer = clock.after(body.delayBetweenTonesMs ?? usualDelayMs, sendNext);
      return;
    }
    call.sendingTones.delete(stop);
    operation.details = { completionReason: 'completedSuccessfully' };
    endOperation(context, call, operation);
  };
  call.sendingTones.add(stop);
  log.add('call', `the application sends ${body.tones.join(' ')}`, call.conversation.id);
  sendNext();
  return operation;
}

function hear(context: CallContext, call: GraphCall, tone: string): void {
  for (const { party, hold } of call.conversation.members.values()) {
    if (party.kind === 'outside' && !hold) context.world.lines.find(party.id)?.tones.push(tone);
  }
}
