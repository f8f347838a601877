import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { PeopleIndex } from '../people-index.ts';
import { readSnapshot, type SnapshotRefusal } from '../snapshot/read-snapshot.ts';
import { writeSnapshot } from '../snapshot/write-snapshot.ts';
import type { ThreadSettings } from './search-messages.ts';

export interface ShelvedIndex {
  readonly index: PeopleIndex;
  mark: string;
  /** Holds changes that are in no snapshot yet. */
  isDirty: boolean;
  /** Changes that are being made: it must not be dropped meanwhile. */
  changing: number;
}

/**
 * The indexes in memory, the one used last at the end. When they are more than the budget allows, those not used for longest
 * are written to disk and dropped; whoever is searched again is read from there.
 */
export class TenantShelf {
  readonly #settings: ThreadSettings;
  readonly #indexes = new Map<string, ShelvedIndex>();
  readonly #loading = new Map<string, Promise<Result<ShelvedIndex, SnapshotRefusal>>>();
  /** Files are written and removed one after another. */
  #disk: Promise<void> = Promise.resolve();

  constructor(settings: ThreadSettings) {
    this.#settings = settings;
  }

  get entries(): IterableIterator<[tenant: string, shelved: ShelvedIndex]> {
    return this.#indexes.entries();
  }

  /** The index in memory, which is then the one used last. */
  inMemory(tenant: string): ShelvedIndex | undefined {
    const shelved = this.#indexes.get(tenant);
    if (shelved === undefined) return undefined;
    this.#indexes.delete(tenant);
    this.#indexes.set(tenant, shelved);
    return shelved;
  }

  /** The index, from disk if it must be. */
  async take(tenant: string): Promise<Result<ShelvedIndex, SnapshotRefusal>> {
    const shelved = this.inMemory(tenant);
    if (shelved !== undefined) return ok(shelved);
    let loading = this.#loading.get(tenant);
    if (loading === undefined) {
      loading = this.#load(tenant).finally(() => this.#loading.delete(tenant));
      this.#loading.set(tenant, loading);
    }
    return loading;
  }

  put(tenant: string, shelved: ShelvedIndex): void {
    this.#indexes.delete(tenant);
    this.#indexes.set(tenant, shelved);
  }

  save(tenant: string): Promise<void> {
    return this.#onDisk(() => this.#write(tenant));
  }

  async evict(tenant: string): Promise<void> {
    await this.save(tenant);
    const shelved = this.#indexes.get(tenant);
    if (shelved?.isDirty === false && shelved.changing === 0) this.#indexes.delete(tenant);
  }

  /** Drops the index and its file. */
  forget(tenant: string): Promise<void> {
    this.#indexes.delete(tenant);
    return this.#onDisk(() => rm(this.#fileOf(tenant), { force: true }));
  }

  /** Drops what was not used for longest until the rest fits. The one used last stays in any case. */
  async keepWithinBudget(): Promise<void> {
    const tenants = [...this.#indexes.keys()].slice(0, -1);
    let bytes = 0;
    for (const { index } of this.#indexes.values()) bytes += index.bytes;
    for (const tenant of tenants) {
      if (bytes <= this.#settings.budget) return;
      bytes -= this.#indexes.get(tenant)?.index.bytes ?? 0;
      await this.evict(tenant);
    }
  }

  async saveAll(): Promise<void> {
    for (const tenant of this.#indexes.keys()) await this.save(tenant);
  }

  async #load(tenant: string): Promise<Result<ShelvedIndex, SnapshotRefusal>> {
    await this.#disk;
    const snapshot = await readSnapshot(this.#fileOf(tenant));
    if (!snapshot.ok) return refused(snapshot.refusal);
    // Built meanwhile: that one is newer.
    const built = this.inMemory(tenant);
    if (built !== undefined) return ok(built);
    const { mark, segments } = snapshot.value;
    const shelved = { index: new PeopleIndex(segments), mark, isDirty: false, changing: 0 };
    this.#indexes.set(tenant, shelved);
    return ok(shelved);
  }

  async #write(tenant: string): Promise<void> {
    const shelved = this.#indexes.get(tenant);
    if (shelved === undefined || !shelved.isDirty) return;
    shelved.isDirty = false;
    try {
      await mkdir(this.#settings.folder, { recursive: true });
      await writeSnapshot(this.#fileOf(tenant), shelved.index.segments, shelved.mark);
    } catch (error) {
      shelved.isDirty = true;
      throw error;
    }
  }

  #onDisk(work: () => Promise<void>): Promise<void> {
    const done = this.#disk.then(work);
    this.#disk = done.catch(() => undefined);
    return done;
  }

  /** Tenants are named by ids, but what is a path in a name must not become one. */
  #fileOf(tenant: string): string {
    return path.join(this.#settings.folder, `${encodeURIComponent(tenant).replaceAll('.', '%2E')}.people`);
  }
}
