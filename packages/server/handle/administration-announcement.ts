import type { BuildAnnouncement, QueueChanged } from '@switchboard/contract/admin/queue';
import type { Prompt } from '@switchboard/domain/call/effect';
import type { TenantId } from '@switchboard/domain/ids';
import type { Queue } from '@switchboard/domain/queue/queue';
import { ok, type Refused, type Result, refused } from '@switchboard/kit/result';
import { listSounds, readWav, removeSounds, type Sound } from '@switchboard/store/sounds/sounds';
import { administerTenant, writeQueue } from '@switchboard/store/tenants/administer-tenant';
import { listQueues } from '@switchboard/store/tenants/tenants';
import {
  type AnnouncementSounds,
  type ClipName,
  clipNames,
  composeAnnouncement,
} from '../media/announcement-clips.ts';
import type { AdministrationParts } from './administration-parts.ts';
import { presentQueue } from './administration-present.ts';
import { type AdministrationRefusal, type Outcome, queueUnknown } from './administration-refusal.ts';
import { promptFor, promptsOf, queuesThatPlay, soundIdOf } from './administration-shelf.ts';
import { keepSound } from './administration-sounds.ts';
import { queueWarnings } from './administration-warnings.ts';

/** Puts an announcement together from sounds that have the names of clips, keeps it as sounds, and sets it. */
export async function buildAnnouncement(
  parts: AdministrationParts,
  tenant: TenantId,
  id: string,
  asked: BuildAnnouncement,
): Outcome<QueueChanged> {
  const { store } = parts;
  const queue = (await listQueues(store, tenant)).find((each) => each.queueId === id);
  if (queue === undefined) return queueUnknown(id);
  if (asked.positions + asked.waits === 0) return nothingSaid;
  const composed = await compose(parts, tenant, asked);
  if (!composed.ok) return composed;
  const positions = await keepAll(parts, queue, 'position', 1, composed.value.positions);
  const waits = await keepAll(parts, queue, 'wait', 0, composed.value.waits);
  return await setAnnouncement(parts, queue, { every: asked.every, positions, waits });
}

async function compose(
  { store }: AdministrationParts,
  tenant: TenantId,
  { positions, waits }: BuildAnnouncement,
): Promise<Result<AnnouncementSounds, AdministrationRefusal>> {
  const sounds = await listSounds(store, tenant);
  const clips = new Map<ClipName, Uint8Array>();
  for (const name of clipNames) {
    const sound = sounds.find((each) => each.name.toLowerCase() === name);
    const wav = sound === undefined ? undefined : await readWav(store, tenant, sound.soundId);
    if (wav !== undefined) clips.set(name, wav);
  }
  const composed = composeAnnouncement(clips, { positionsTo: positions, minutesTo: waits });
  if (composed.ok) return composed;
  const { field, problem, remedy } = composed.refusal;
  return refused({ code: 'clipsMissing', field, message: problem, remedy });
}

async function keepAll(
  parts: AdministrationParts,
  { tenantId, name }: Queue,
  kind: MadeKind,
  first: number,
  wavs: readonly Uint8Array[],
): Promise<readonly Prompt[]> {
  const prompts: Prompt[] = [];
  for (const [index, wav] of wavs.entries()) {
    const sound = await keepSound(parts, tenantId, { name: madeName(name, kind, first + index), wav });
    prompts.push(promptFor(tenantId, parts.defaultPrompts, sound));
  }
  return prompts;
}

async function setAnnouncement(
  { store, clock }: AdministrationParts,
  { tenantId, queueId }: Queue,
  announcement: NonNullable<Queue['settings']['announcement']>,
): Outcome<QueueChanged> {
  return await administerTenant(store, tenantId, async (tx) => {
    const queues = await listQueues(tx, tenantId);
    const queue = queues.find((each) => each.queueId === queueId);
    if (queue === undefined) return queueUnknown(queueId);
    const kept: Queue = { ...queue, settings: { ...queue.settings, announcement } };
    const all = queues.map((each) => (each === queue ? kept : each));
    await writeQueue(tx, kept, clock.now());
    await removeSounds(tx, tenantId, madeSoundsOf(queue, all, await listSounds(tx, tenantId)));
    return ok({ ...presentQueue(kept), warnings: [...queueWarnings(kept, all)] });
  });
}

type MadeKind = 'position' | 'wait';

const madeName = (queue: string, kind: MadeKind, number: number): string => `${queue}: ${kind} ${number}`;
const made = /: (?:position|wait) \d+$/;

/** Sounds that were made for a queue's announcement and that none of `remaining` plays. */
export function madeSoundsOf(
  { settings }: Queue,
  remaining: readonly Queue[],
  sounds: readonly Sound[],
): readonly string[] {
  const played = new Set(promptsOf(settings).map(soundIdOf));
  return sounds
    .filter(({ soundId, name }) => played.has(soundId) && made.test(name))
    .map(({ soundId }) => soundId)
    .filter((soundId) => queuesThatPlay(remaining, soundId).length === 0);
}

const nothingSaid: Refused<AdministrationRefusal> = refused({
  code: 'settingsClash',
  field: 'positions',
  message: 'Neither positions nor waits would be said',
  remedy: 'give a number from 1 for positions or waits; to say nothing, set announcement to null',
});
