import { lockClass } from '@switchboard/store/feed/presence-of-server';
import { withConnection } from '@switchboard/store/testing/scratch-database';

/** Which of the servers did how much: each server that starts takes a number, and every effect bears its doer's. */
export class WorkShared {
  readonly #databaseUrl: string;
  readonly #slotOf = new Map<number, number>();

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  /** The numbers that have come since the last time are this slot's: servers start one after the other for it. */
  async note(slot: number): Promise<void> {
    const rows = await this.#read<{ owner: number }>(
      `SELECT DISTINCT objid::integer AS owner FROM pg_locks WHERE locktype = 'advisory' AND classid = ${lockClass}
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    for (const { owner } of rows) if (!this.#slotOf.has(owner)) this.#slotOf.set(owner, slot);
  }

  /** Effects carried out, by slot. */
  async count(slots: number): Promise<readonly number[]> {
    const counts = Array.from({ length: slots }, () => 0);
    const rows = await this.#read<{ owner: number | null; effects: number }>(
      `SELECT owner, count(*)::integer AS effects FROM effects WHERE status <> 'pending' GROUP BY owner`,
    );
    for (const { owner, effects } of rows) {
      const slot = owner === null ? undefined : this.#slotOf.get(owner);
      if (slot !== undefined) counts[slot] = (counts[slot] ?? 0) + effects;
    }
    return counts;
  }

  #read<Row extends object>(text: string): Promise<readonly Row[]> {
    return withConnection(this.#databaseUrl, async (client) => (await client.query<Row>(text)).rows);
  }
}
