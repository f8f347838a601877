import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';

/** A sound file of a tenant: WAV, PCM 16 bit, 16 kHz, mono. It never changes; another recording is another sound. */
export interface Sound {
  /** Unguessable: whoever knows it may fetch the sound. */
  readonly soundId: string;
  readonly name: string;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly milliseconds: number;
}

export async function addSound(
  store: Store,
  tenantId: TenantId,
  sound: Sound,
  wav: Uint8Array,
  now: Instant,
): Promise<void> {
  const { soundId, name, sha256, milliseconds } = sound;
  await store
    .insertInto('sounds')
    .values({
      tenant_id: tenantId,
      sound_id: soundId,
      name,
      sha256,
      milliseconds,
      wav: Buffer.from(wav.buffer, wav.byteOffset, wav.byteLength),
      created_at: now,
    })
    .execute();
}

/** All of a tenant, by name, without their files. */
export async function listSounds(store: Store, tenantId: TenantId): Promise<readonly Sound[]> {
  const rows = await store
    .selectFrom('sounds')
    .select(['sound_id', 'name', 'sha256', 'milliseconds'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    soundId: row.sound_id,
    name: row.name,
    sha256: row.sha256,
    milliseconds: row.milliseconds,
  }));
}

/** The file itself. */
export async function readWav(
  store: Store,
  tenantId: TenantId,
  soundId: string,
): Promise<Buffer | undefined> {
  const row = await store
    .selectFrom('sounds')
    .select('wav')
    .where('tenant_id', '=', tenantId)
    .where('sound_id', '=', soundId)
    .executeTakeFirst();
  return row?.wav;
}

export async function removeSounds(
  store: Store,
  tenantId: TenantId,
  soundIds: readonly string[],
): Promise<void> {
  if (soundIds.length === 0) return;
  await store
    .deleteFrom('sounds')
    .where('tenant_id', '=', tenantId)
    .where('sound_id', 'in', [...soundIds])
    .execute();
}
