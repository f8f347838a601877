import type { CallContext } from './call-context.ts';
import type { CallState, GraphCall } from './graph-call.ts';
import { stopPlaying } from './play-prompt.ts';
import { type ResultInfo, resultInfoJson, results } from './result-info.ts';

/** The one way to a new state other than the last, which is {@link terminate}'s. */
export function enter(
  context: CallContext,
  call: GraphCall,
  state: Exclude<CallState, 'terminated' | 'incoming'>,
  result?: ResultInfo,
): void {
  call.state = state;
  context.tell.state(call, result ? { resultInfo: resultInfoJson(result) } : {});
}

/** The application's leg is over: it leaves, everything it had running stops, and it is told why. */
export function terminate(context: CallContext, call: GraphCall, result: ResultInfo): void {
  if (call.state === 'terminated') return;
  call.state = 'terminated';
  call.result = result;
  stopEverything(context, call);
  context.world.log.add('call', `the application's leg ends: ${result.message}`, call.conversation.id);
  context.tell.state(call, { resultInfo: resultInfoJson(result) });
  context.world.exchange.leave(call.conversation, call.myParticipantId, 'hungUp');
}

/**
 * The platform loses the leg: nobody is told, and whoever asks finds nothing. People who talk go on without the
 * application; somebody left alone is cut off.
 */
export function forget(context: CallContext, call: GraphCall): void {
  const { exchange, log } = context.world;
  call.state = 'terminated';
  stopEverything(context, call);
  log.add('fault', 'Graph forgets this call', call.conversation.id);
  exchange.leave(call.conversation, call.myParticipantId, 'hungUp');
  // Whoever still hears ringing has nobody left who could answer.
  if (call.conversation.alerting) exchange.end(call.conversation);
}

function stopEverything(context: CallContext, call: GraphCall): void {
  for (const cancel of Object.values(call.timers)) cancel?.();
  stopPlaying(context, call);
  for (const stop of call.sendingTones) stop();
  context.calls.remove(call);
  // The application's invitations hang on its leg: what still rings for it stops.
  for (const ring of [...call.rings]) context.world.bells.withdraw(ring);
}

/** Starts, or starts anew, the time in which a keepAlive must come. */
export function expectKeepAlive(context: CallContext, call: GraphCall): void {
  call.timers.keepAlive?.();
  const within = context.world.settings.keepAliveMinutes * 60_000;
  call.timers.keepAlive = context.world.clock.after(within, () =>
    terminate(context, call, results.noKeepAlive),
  );
}
