import type { TenantId } from '@switchboard/domain/ids';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';

/** What the directory is read with. */
export interface StreamParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly graph: GraphClient;
  /** Tells who follows the tenant that people or the progress changed. */
  readonly ring: (tenantId: TenantId) => void;
}
