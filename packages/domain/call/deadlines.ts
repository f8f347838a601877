import type { Instant } from '@switchboard/kit/clock';
import type { CallState } from './call-state.ts';

/**
 * When the call must be looked at again though nothing happens. The earliest deadline is kept with the call's row, so
 * whichever server is alive acts on it.
 */
export function nextDeadline(call: CallState): Instant | undefined {
  if (call.name === 'ended') return undefined;
  const dues: Instant[] = [call.checkAt, call.keepAliveAt];
  const { sound } = call;
  if (sound.kind === 'prompt') dues.push(sound.endsBy);
  if (sound.kind === 'silence') dues.push(sound.retryAt);
  if (call.name === 'connecting' || call.name === 'transferring') dues.push(call.ringUntil);
  if (call.name === 'handedOver') dues.push(call.settleUntil);
  return Math.min(...dues);
}
