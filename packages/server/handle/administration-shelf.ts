import type { Prompt } from '@switchboard/domain/call/effect';
import type { TenantId } from '@switchboard/domain/ids';
import type { Queue, QueueSettings } from '@switchboard/domain/queue/queue';
import { must } from '@switchboard/kit/assert';
import type { Sound } from '@switchboard/store/sounds/sounds';
import type { PromptLibrary } from '../media/prompts.ts';

/** The sounds that come with the product. */
export type ShippedSounds = Omit<PromptLibrary, 'fileOf'>;

/** The sounds that a tenant's queues may play: its own, and those that come with the product. */
export interface SoundShelf {
  readonly shipped: ReadonlyMap<string, Prompt>;
  readonly promptOf: (soundId: string) => Prompt | undefined;
}

export function shelfOf(tenant: TenantId, defaults: ShippedSounds, sounds: readonly Sound[]): SoundShelf {
  const shipped = shippedById(defaults);
  const prompts = new Map(shipped);
  for (const sound of sounds) prompts.set(sound.soundId, promptFor(tenant, defaults, sound));
  return { shipped, promptOf: (soundId) => prompts.get(soundId) };
}

/** A tenant's sounds lie beside the shipped ones, in a folder of its own; what is at an address never changes. */
export function promptFor(
  tenant: TenantId,
  { music }: Pick<ShippedSounds, 'music'>,
  { soundId, milliseconds }: Pick<Sound, 'soundId' | 'milliseconds'>,
): Prompt {
  const url = new URL(`${tenant}/${soundId}.wav`, music.url).href;
  return { url, resourceId: soundId, milliseconds };
}

/** What an administrator names a prompt by: the last part of its address. */
export const soundIdOf = ({ url }: Prompt): string =>
  must(url.split('/').at(-1), 'the last part').replace(/\.wav$/, '');

/** The library has a function too; what has an address is a sound. */
const shippedById = (defaults: ShippedSounds): ReadonlyMap<string, Prompt> =>
  new Map(
    Object.values(defaults)
      .filter((prompt: unknown): prompt is Prompt => typeof prompt === 'object')
      .map((prompt) => [soundIdOf(prompt), prompt]),
  );

/** Every prompt of a queue, some more than once. */
export function promptsOf({ greeting, music, diversions, announcement }: QueueSettings): readonly Prompt[] {
  const messages = Object.values(diversions).map((rule) => rule.message);
  const announced = [...(announcement?.positions ?? []), ...(announcement?.waits ?? [])];
  return [greeting, music, ...messages, ...announced].filter((prompt) => prompt !== undefined);
}

export const queuesThatPlay = (queues: readonly Queue[], soundId: string): readonly Queue[] =>
  queues.filter(({ settings }) => promptsOf(settings).some((prompt) => soundIdOf(prompt) === soundId));

/** The same settings with every sound where it is now: its address holds the server's own, which may change. */
export function atCurrentAddresses(settings: QueueSettings, { promptOf }: SoundShelf): QueueSettings {
  const now = (prompt: Prompt): Prompt => promptOf(soundIdOf(prompt)) ?? prompt;
  const { greeting, music, diversions, announcement } = settings;
  return {
    ...settings,
    music: now(music),
    ...(greeting === undefined ? {} : { greeting: now(greeting) }),
    diversions: Object.fromEntries(
      Object.entries(diversions).map(([reason, rule]) => [
        reason,
        rule.message === undefined ? rule : { ...rule, message: now(rule.message) },
      ]),
    ),
    ...(announcement === undefined
      ? {}
      : {
          announcement: {
            every: announcement.every,
            positions: announcement.positions.map(now),
            waits: announcement.waits.map(now),
          },
        }),
  };
}
