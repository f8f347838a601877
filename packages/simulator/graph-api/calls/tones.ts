import type { CallContext } from './call-context.ts';

/** Tells the application in a conversation of a key pressed. @returns whether one listens */
export function tellTone(context: CallContext, conversationId: string, tone: string): boolean {
  const call = context.calls.all().find(({ conversation }) => conversation.id === conversationId);
  if (!call?.listensForTones) return false;
  call.toneSequence += 1;
  context.tell.state(call, {
    toneInfo: { '@odata.type': '#microsoft.graph.toneInfo', sequenceId: call.toneSequence, tone },
  });
  return true;
}
