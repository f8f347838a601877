import type { DestinationInput, DiversionRuleInput } from '@switchboard/contract/admin/queue-diversions';
import type { QueueSettingsPatch } from '@switchboard/contract/admin/queue-settings';
import type { Prompt } from '@switchboard/domain/call/effect';
import type { FieldProblem } from '@switchboard/domain/hours/field-problem';
import { readOpeningHours } from '@switchboard/domain/hours/read-opening-hours';
import { type PersonId, personId, type QueueId } from '@switchboard/domain/ids';
import { readCallerList } from '@switchboard/domain/queue/caller-lists';
import {
  type Destination,
  type DiversionRule,
  type DivertReason,
  divertReasons,
  type Queue,
  type QueueSettings,
} from '@switchboard/domain/queue/queue';
import type { AdministrationRefusal } from './administration-refusal.ts';
import type { SoundShelf } from './administration-shelf.ts';

/** What settings may name. */
export interface KnownToSettings {
  /** The queue that is changed. */
  readonly queueId: QueueId;
  readonly queues: readonly Queue[];
  readonly shelf: SoundShelf;
  /** The people whom the patch names, as far as the directory has them. */
  readonly people: ReadonlyMap<PersonId, string>;
}

/** What is thrown inside this file alone, and caught by its door: a patch has many places to go wrong. */
class Wrong extends Error {
  readonly refusal: AdministrationRefusal;
  constructor(refusal: AdministrationRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
