import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import type { Store } from '@switchboard/store/access/store';
import { migrationState } from '@switchboard/store/migrations/migrate';
import { look } from './admin-finding.ts';

/** The oldest PostgreSQL that the store's tests run on. */
const oldestMajor = 15;

const remedy = 'start PostgreSQL, and compare DATABASE_URL with its host, port, user and database';

export const checkDatabase = (store: Store): Promise<DoctorCheck> =>
  look('database', remedy, async () => {
    const { version } = await store
      .selectNoFrom((e) => e.fn<string>('current_setting', [e.val('server_version_num')]).as('version'))
      .executeTakeFirstOrThrow();
    // 180001 is 18.1: https://www.postgresql.org/docs/current/runtime-config-preset.html
    const major = Math.floor(Number(version) / 10_000);
    const detail = `PostgreSQL ${major}.${Number(version) % 10_000} answers`;
    if (major >= oldestMajor) return { status: 'ok', detail };
    return { status: 'failed', detail, remedy: `use PostgreSQL ${oldestMajor} or newer` };
  });

export const checkMigrations = (databaseUrl: string): Promise<DoctorCheck> =>
  look('migrations', remedy, async () => {
    const { applied, missing } = await migrationState(databaseUrl);
    if (missing.length === 0) return { status: 'ok', detail: `all ${applied.length} applied` };
    return {
      status: 'failed',
      detail: `not applied: ${missing.join(', ')}`,
      remedy: 'start this server again: it migrates the database at its start',
    };
  });
