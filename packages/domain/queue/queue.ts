import type { Prompt } from '../call/effect.ts';
import type { InstanceId, QueueId, TenantId } from '../ids.ts';

/** A number callers dial, and how its calls are treated. */
export interface Queue {
  readonly tenantId: TenantId;
  readonly queueId: QueueId;
  readonly name: string;
  readonly instanceId: InstanceId;
  /** E.164, when the administrator gave it; for the screen only. */
  readonly number?: string;
  readonly settings: QueueSettings;
}

/** All times in milliseconds. */
export interface QueueSettings {
  /** Played once before the caller waits; none: the caller waits at once. */
  readonly greeting?: Prompt;
  /** Played again and again while nobody talks to the caller. */
  readonly music: Prompt;
  /** How long an operator's Teams rings. Shorter than the 20 s after which Teams' own unanswered rule acts. */
  readonly operatorRing: number;
  /** How long a colleague rings before the caller is recalled. Shorter than Teams' own unanswered rule, too. */
  readonly transferRing: number;
  /** How long we stay in a call after it is handed over: a target who leaves at once has not taken it. */
  readonly settle: number;
  /** How long a leg may be silent towards us before we ask Graph how it stands. */
  readonly check: number;
}

export const defaultTimes = {
  operatorRing: 15_000,
  transferRing: 18_000,
  settle: 3_000,
  check: 30_000,
} as const;
