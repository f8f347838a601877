import { createHash } from 'node:crypto';
import type { Prompt } from '@switchboard/domain/call/effect';
import {
  defaultCallBack,
  defaultClosed,
  defaultEmergency,
  defaultGreeting,
  defaultMusic,
  defaultPosition,
  defaultSorry,
} from './synthesise.ts';
import { wavMilliseconds } from './wav-file.ts';

/** The sound files that come with the product. */
export interface PromptLibrary {
  readonly greeting: Prompt;
  readonly music: Prompt;
  /** Heard outside the opening hours. */
  readonly closed: Prompt;
  /** Heard by whom a full or deserted queue does not keep, or who has waited too long. */
  readonly sorry: Prompt;
  /** Heard by whom a call-back is promised. */
  readonly callBack: Prompt;
  /** Goes before an announcement to those who wait. */
  readonly position: Prompt;
  /** Heard while the emergency switch is on. */
  readonly emergency: Prompt;
  fileOf(name: string): Buffer | undefined;
}

export const mediaPath = '/media';

/** Makes the files, and says where Graph fetches them. */
export function createPrompts(publicUrl: string): PromptLibrary {
  const files = new Map<string, Buffer>();
  const offer = (name: string, file: Buffer): Prompt => {
    files.set(name, file);
    const resourceId = createHash('sha256').update(file).digest('hex').slice(0, 32);
    return { url: `${publicUrl}${mediaPath}/${name}`, resourceId, milliseconds: wavMilliseconds(file) };
  };
  return {
    greeting: offer('greeting.wav', defaultGreeting()),
    music: offer('music.wav', defaultMusic()),
    closed: offer('closed.wav', defaultClosed()),
    sorry: offer('sorry.wav', defaultSorry()),
    callBack: offer('call-back.wav', defaultCallBack()),
    position: offer('position.wav', defaultPosition()),
    emergency: offer('emergency.wav', defaultEmergency()),
    fileOf: (name) => files.get(name),
  };
}
