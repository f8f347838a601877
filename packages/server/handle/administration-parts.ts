import type { TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Store } from '@switchboard/store/access/store';
import { listSounds } from '@switchboard/store/sounds/sounds';
import type { SoundConverter } from '../media/sound-converter.ts';
import { type ShippedSounds, type SoundShelf, shelfOf } from './administration-shelf.ts';

/** What administration works with. */
export interface AdministrationParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  /** What comes with the product. A new queue plays its greeting and its music; a tenant's sounds lie beside them. */
  readonly defaultPrompts: ShippedSounds;
  readonly convertSound: SoundConverter['convertSound'];
}

/** Whatever the tenant's queues may play at this moment. */
export const readShelf = async (
  { defaultPrompts }: Pick<AdministrationParts, 'defaultPrompts'>,
  store: Store,
  tenant: TenantId,
): Promise<SoundShelf> => shelfOf(tenant, defaultPrompts, await listSounds(store, tenant));
