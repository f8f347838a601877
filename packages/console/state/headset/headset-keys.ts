import type { Preferences } from '@switchboard/contract/preferences/sections';
import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { CallArrangement } from '../arrange-calls.ts';
import type { HeadsetInput, KeyTold } from './telephony-layout.ts';

/** What an operator has done with the keys of a headset. */
export type HeadsetPress = 'offHook' | 'onHook' | 'mute' | 'flash' | 'drop';

/** Tells presses from reports: a key that is told twice was pressed once. */
export class HeadsetKeys {
  readonly #isOn = new Map<HeadsetInput, boolean>();

  pressed(keys: readonly KeyTold[], isInCall: boolean): readonly HeadsetPress[] {
    return keys.flatMap((key) => this.#press(key, isInCall));
  }

  #press({ input, isOn, isAbsolute }: KeyTold, isInCall: boolean): readonly HeadsetPress[] {
    const wasOn = this.#isOn.get(input) ?? false;
    this.#isOn.set(input, isOn);
    if (input !== 'hook') return isOn && !wasOn ? [input] : [];
    if (isAbsolute) return isOn === wasOn ? [] : [isOn ? 'offHook' : 'onHook'];
    // A hook that is a button changes from one to the other.
    return isOn && !wasOn ? [isInCall ? 'onHook' : 'offHook'] : [];
  }
}

/** What a press is to do. `takeNext` has no call: there may be none. */
export type HeadsetDeed =
  | { readonly type: 'takeNext' }
  | { readonly type: 'act'; readonly action: CallAction; readonly call: CallView }
  | { readonly type: 'end'; readonly call: CallView };

type Rules = Preferences<'headset'>;

/**
 * What a press means now. Nothing of it ends the call of a caller who is on hold: a headset that is put down while a
 * colleague is asked lets the colleague go, or hands over, but keeps the caller.
 */
export function deedOf(
  press: HeadsetPress,
  arrangement: CallArrangement,
  rules: Rules,
): HeadsetDeed | undefined {
  const [talking] = arrangement.talking;
  switch (press) {
    case 'offHook':
      return talking === undefined && rules.takesCalls ? takeUp(arrangement) : undefined;
    case 'onHook':
      return talking === undefined || rules.onHook === 'nothing' ? undefined : putDown(talking, rules.onHook);
    case 'mute':
      return rules.onMute === 'hold' ? first(arrangement.current, ['hold', 'resume']) : undefined;
    case 'flash':
      return first(arrangement.current, ['hold', 'resume', 'swap']);
    case 'drop':
      return talking === undefined
        ? first(arrangement.offered[0], ['decline'])
        : putDown(talking, rules.onHook === 'nothing' ? 'hangUp' : rules.onHook);
  }
}

const takeUp = ({ held, offered }: CallArrangement): HeadsetDeed | undefined =>
  offered.length > 0 || held.length === 0 ? { type: 'takeNext' } : first(held[0], ['resume']);

function putDown(call: CallView, choice: 'hangUp' | 'handOver'): HeadsetDeed | undefined {
  switch (call.state) {
    case 'connecting':
    case 'connected':
      return call.can.includes('hangUp') ? { type: 'end', call } : undefined;
    case 'consulting':
      return first(call, choice === 'handOver' ? ['complete', 'back'] : ['back']);
    default:
      return first(call, ['leave']);
  }
}

function first(call: CallView | undefined, actions: readonly CallAction[]): HeadsetDeed | undefined {
  const action = actions.find((each) => call?.can.includes(each));
  return call === undefined || action === undefined ? undefined : { type: 'act', action, call };
}
