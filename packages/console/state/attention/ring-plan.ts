import type { Preferences } from '@switchboard/contract/preferences/sections';
import type { Ring } from '../../machine/sound-output.ts';
import type { RingStep } from './calling.ts';

type Sounding = Pick<Preferences<'ringing'>, 'sound' | 'volume' | 'grows'>;

/** Of the chosen volume, which is the most: nothing shouts. Steps of about 3 dB can just be told apart. */
const growth = [0.35, 0.5, 0.7, 1] as const;
const periods = [4_000, 3_500, 3_000, 2_500] as const;
/** While the operator talks: a hint under the voice in their ear, rarely. */
const soft = { share: 0.25, every: 6_000 };

/** How a ring sounds at a step of the wait. */
export function ringAt(step: RingStep, { sound, volume, grows }: Sounding, isSoft: boolean): Ring {
  const loud = loudness(volume);
  if (isSoft) return { sound, gain: loud * soft.share, hasSecondVoice: false, every: soft.every };
  if (!grows) return { sound, gain: loud, hasSecondVoice: false, every: periods[0] };
  return { sound, gain: loud * growth[step], hasSecondVoice: step >= 2, every: periods[step] };
}

/** Ears hear ratios: half of the slider sounds half as loud when it is a quarter of the amplitude. */
const loudness = (volume: number): number => (volume / 100) ** 2;
