import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import type { CallHandler } from '../handle/calls.ts';

/** What a job needs that works on calls. */
export interface JobParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly calls: CallHandler;
  readonly log: Logger;
}
