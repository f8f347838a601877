import type { Instant } from '@switchboard/kit/clock';
import type { CallState } from './call-state.ts';

/**
 * When the call must be looked at again though nothing happens. The earliest deadline is kept with the call's row, so
 * whichever server is alive acts on it.
 */
export function nextDeadline(call: CallState): Instant | undefined {
  if (call.name === 'ended') return undefined;
  return Math.min(call.checkAt, call.keepAliveAt, ...ofTheSound(call), ...ofTheState(call));
}

function ofTheSound({ sound }: CallState): readonly Instant[] {
  if (sound.kind === 'prompt') return [sound.endsBy];
  return sound.kind === 'silence' ? [sound.retryAt] : [];
}

function ofTheState(call: CallState): readonly Instant[] {
  if ('invitation' in call && call.invitation !== undefined) {
    const isAnswered = call.name === 'consulting' && call.targetParticipantId !== undefined;
    return isAnswered ? [] : [call.invitation.ringUntil];
  }
  switch (call.name) {
    case 'waiting':
      return ofTheWait(call);
    case 'handedOver':
      // Whoever is on hold when we leave may stay on hold: Graph's word is waited for.
      return call.releases === undefined ? [call.leaveBy ?? call.settleUntil] : [];
    case 'parked':
    case 'camped':
      return [call.until];
    default:
      return [];
  }
}

/** A call that is new in a queue is looked at at once. */
function ofTheWait({ wait, offer }: Extract<CallState, { name: 'waiting' }>): readonly Instant[] {
  const isNew = wait.isNew === true ? wait.since : undefined;
  return [isNew, wait.until, wait.announceAt, offer?.until].filter((due) => due !== undefined);
}
