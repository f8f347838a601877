import { createHash } from 'node:crypto';
import type { Prompt } from '@switchboard/domain/call/effect';
import { defaultGreeting, defaultMusic, wavMilliseconds } from './synthesise.ts';

/** The sound files that come with the product. */
export interface PromptLibrary {
  readonly greeting: Prompt;
  readonly music: Prompt;
  fileOf(name: string): Buffer | undefined;
}

export const mediaPath = '/media';

/** Makes the files, and says where Graph fetches them. */
export function createPrompts(publicUrl: string): PromptLibrary {
  const files = new Map([
    ['greeting.wav', defaultGreeting()],
    ['music.wav', defaultMusic()],
  ]);
  const promptOf = (name: string): Prompt => {
    const file = files.get(name) ?? Buffer.alloc(0);
    const resourceId = createHash('sha256').update(file).digest('hex').slice(0, 32);
    return { url: `${publicUrl}${mediaPath}/${name}`, resourceId, milliseconds: wavMilliseconds(file) };
  };
  return {
    greeting: promptOf('greeting.wav'),
    music: promptOf('music.wav'),
    fileOf: (name) => files.get(name),
  };
}
