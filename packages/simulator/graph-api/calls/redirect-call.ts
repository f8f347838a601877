import * as z from 'zod';
import type { RingOutcome } from '../../world/bells.ts';
import { outsideUrl } from '../delivery/outside-url.ts';
import type { GraphToken } from '../wire/graph-request.ts';
import { badRequest, type GraphReply, reply } from '../wire/reply.ts';
import { notIncoming } from './answer-call.ts';
import type { CallContext } from './call-context.ts';
import { enter, terminate } from './call-states.ts';
import type { GraphCall } from './graph-call.ts';
import { invitationIn, ringTargetOf } from './identity.ts';
import { isPickedUp, resultOfMissed } from './outcome.ts';
import { chosen } from './result-info.ts';

export const redirectIn = z.looseObject({
  /** 25 ring at once at most (https://learn.microsoft.com/graph/api/call-redirect, read 2026-11-23). */
  targets: z.array(invitationIn).min(1).max(25),
  timeout: z.number().int().min(15).max(90).nullish(),
  /** Where the rest of the leg's notifications go. */
  callbackUri: z.string().min(1).nullish(),
});

/** Default ring times of the page: 55 s for one target, 60 s for several. */
const defaultSeconds = (targets: number): number => (targets === 1 ? 55 : 60);

/** Lets others ring instead of the application. The first who picks up has the caller; then the leg is over. */
export function redirectCall(
  context: CallContext,
  call: GraphCall,
  body: z.infer<typeof redirectIn>,
  token: GraphToken,
): GraphReply {
  if (call.state !== 'incoming') return notIncoming(call);
  const callback = body.callbackUri ? outsideUrl('callbackUri', body.callbackUri) : undefined;
  if (callback && !callback.ok) return badRequest(callback.refusal);
  call.timers.answer?.();
  call.callbackUri = body.callbackUri ?? call.callbackUri;
  call.roles = token.roles;
  enter(context, call, 'redirecting');
  const { bells, exchange } = context.world;
  const { conversation } = call;
  const pending = new Set<string>();
  const onEnd = (ring: () => string, outcome: RingOutcome): void => {
    const id = ring();
    pending.delete(id);
    call.rings.delete(id);
    if (call.state === 'terminated') return;
    if (isPickedUp(outcome)) {
      terminate(context, call, chosen.redirected);
    } else if (pending.size === 0) {
      terminate(context, call, resultOfMissed(outcome));
      exchange.end(conversation);
    }
  };
  for (const invitation of body.targets) {
    const seconds = body.timeout ?? defaultSeconds(body.targets.length);
    const ring = bells.ring({
      conversation,
      target: ringTargetOf(invitation),
      from: exchange.describe(conversation),
      timeoutMs: seconds * 1_000,
      onEnd: (outcome) => onEnd(() => ring.id, outcome),
    });
    pending.add(ring.id);
    call.rings.add(ring.id);
  }
  return reply(202);
}
