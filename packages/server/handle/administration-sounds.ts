import { createHash, randomBytes } from 'node:crypto';
import type { SoundAdded, SoundView } from '@switchboard/contract/admin/sound';
import type { Prompt } from '@switchboard/domain/call/effect';
import type { TenantId } from '@switchboard/domain/ids';
import type { Queue } from '@switchboard/domain/queue/queue';
import { ok, refused } from '@switchboard/kit/result';
import { addSound, listSounds, removeSounds, type Sound } from '@switchboard/store/sounds/sounds';
import { administerTenant } from '@switchboard/store/tenants/administer-tenant';
import { listQueues } from '@switchboard/store/tenants/tenants';
import { wavMilliseconds } from '../media/wav-file.ts';
import { type AdministrationParts, readShelf } from './administration-parts.ts';
import { type Outcome, soundUnknown } from './administration-refusal.ts';
import { promptFor, queuesThatPlay } from './administration-shelf.ts';

/** All sounds of a tenant, its own first. */
export async function showSounds(
  parts: AdministrationParts,
  tenant: TenantId,
): Promise<readonly SoundView[]> {
  const { store, defaultPrompts } = parts;
  const [sounds, queues] = await Promise.all([listSounds(store, tenant), listQueues(store, tenant)]);
  const shelf = await readShelf(parts, store, tenant);
  return [
    ...sounds.map((sound) => presentSound(sound, promptFor(tenant, defaultPrompts, sound), queues)),
    ...[...shelf.shipped].map(([soundId, prompt]) => ({
      ...presentSound({ soundId, name: soundId, milliseconds: prompt.milliseconds }, prompt, queues),
      isShipped: true,
    })),
  ];
}

const presentSound = (
  { soundId, name, milliseconds }: Pick<Sound, 'soundId' | 'name' | 'milliseconds'>,
  { url }: Prompt,
  queues: readonly Queue[],
): SoundView => ({
  soundId,
  name,
  milliseconds,
  isShipped: false,
  url,
  usedBy: queuesThatPlay(queues, soundId).map((queue) => ({ queueId: queue.queueId, name: queue.name })),
});

/** Makes of a file what Graph plays, and keeps it. */
export async function uploadSound(
  parts: AdministrationParts,
  tenant: TenantId,
  name: string,
  file: Uint8Array,
): Outcome<SoundAdded> {
  const taken = (await showSounds(parts, tenant)).find((each) => isSameName(each.name, name));
  if (taken !== undefined) {
    const message = taken.isShipped
      ? `${JSON.stringify(name)} is the name of a sound that comes with the product`
      : `This tenant already has a sound ${JSON.stringify(name)}`;
    return refused({ code: 'nameTaken', field: 'name', message, remedy: 'give it another name' });
  }
  const converted = await parts.convertSound(file);
  if (!converted.ok) {
    const { field, problem, remedy } = converted.refusal;
    return refused({ code: 'soundRefused', field, message: problem, remedy });
  }
  const { wav, changed, warnings } = converted.value;
  const sound = await keepSound(parts, tenant, { name, wav });
  const view = presentSound(sound, promptFor(tenant, parts.defaultPrompts, sound), []);
  return ok({ ...view, changed: [...changed], warnings: [...warnings] });
}

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Keeps a file that Graph plays as it is, at an address that nobody guesses. */
export async function keepSound(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  { name, wav }: { readonly name: string; readonly wav: Uint8Array },
): Promise<Sound> {
  const sound: Sound = {
    soundId: randomBytes(16).toString('hex'),
    name,
    sha256: createHash('sha256').update(wav).digest('hex'),
    milliseconds: wavMilliseconds(wav),
  };
  await addSound(store, tenant, sound, wav, clock.now());
  return sound;
}

export async function removeUnusedSound(
  parts: AdministrationParts,
  tenant: TenantId,
  soundId: string,
): Outcome<SoundView> {
  return await administerTenant(parts.store, tenant, async (tx) => {
    const sound = (await showSounds({ ...parts, store: tx }, tenant)).find(
      (each) => each.soundId === soundId,
    );
    if (sound === undefined) return soundUnknown(soundId);
    if (sound.isShipped) {
      return refused({
        code: 'soundInUse',
        field: 'soundId',
        message: `${JSON.stringify(soundId)} comes with the product`,
        remedy: 'leave it: a sound that no queue plays costs nothing',
      });
    }
    if (sound.usedBy.length > 0) {
      return refused({
        code: 'soundInUse',
        field: 'soundId',
        message: `${JSON.stringify(sound.name)} is played by ${sound.usedBy.map(({ name }) => JSON.stringify(name)).join(', ')}`,
        remedy: 'let those queues play another sound first',
      });
    }
    await removeSounds(tx, tenant, [soundId]);
    return ok(sound);
  });
}
