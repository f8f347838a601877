import type { Store } from '@switchboard/store/access/store';
import { until } from './until.ts';

/** @param patience in milliseconds; as long as anything else may take unless given */
export const untilDirectoryRead = (store: Store, patience?: number): Promise<void> =>
  until(
    'the directory is read',
    async () => {
      const row = await store
        .selectFrom('directory_streams')
        .select('is_filled')
        .where('stream', '=', 'users')
        .executeTakeFirst();
      return row?.is_filled === true;
    },
    patience,
  );
