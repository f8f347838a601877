import { type Refused, refused } from '@switchboard/kit/result';

/** Why a sound file is not taken, for whoever uploads it. Both sentences are without a full stop at their end. */
export interface SoundProblem {
  readonly field: 'file';
  readonly problem: string;
  readonly remedy: string;
}

export const soundProblem = (problem: string, remedy: string): Refused<SoundProblem> =>
  refused({ field: 'file', problem, remedy });

export const saveAsWav = 'open it in a sound editor and save it as WAV, PCM 16 bit';
