import type { HeadsetInput, HeadsetLight } from './telephony-layout.ts';

/**
 * How the headset stands. `missing`: this browser speaks to none. `elsewhere`: another window of this browser has it.
 * `deaf`: it is there and cannot be opened, or is none that has a hook.
 */
export type HeadsetState =
  | { readonly kind: 'missing' | 'none' | 'elsewhere' }
  | { readonly kind: 'unplugged' | 'deaf'; readonly name: string }
  | {
      readonly kind: 'connected';
      readonly name: string;
      readonly keys: readonly HeadsetInput[];
      readonly lights: readonly HeadsetLight[];
    };
