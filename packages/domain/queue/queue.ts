import type { Prompt } from '../call/effect.ts';
import type { InstanceId, PersonId, QueueId, TenantId } from '../ids.ts';

/** A number callers dial, and how its calls are treated. */
export interface Queue {
  readonly tenantId: TenantId;
  readonly queueId: QueueId;
  readonly name: string;
  readonly instanceId: InstanceId;
  /** E.164, when the administrator gave it; for the screen only. */
  readonly number?: string;
  readonly settings: QueueSettings;
  readonly switches: QueueSwitches;
}

/**
 * How Graph holds a call. `anchor`: our bot stays in it as long as anybody needs it. `direct`: the call is transferred
 * to the operator and leaves us; nothing can be done with it afterwards.
 */
export type Bridge = 'anchor' | 'direct';

/** How waiting calls come to operators. */
export const strategies = ['pick', 'allAtOnce', 'longestIdle', 'roundRobin', 'ordered'] as const;
export type Strategy = (typeof strategies)[number];

/** `consoleFirst`: the operator accepts in the console, then Teams rings. `teamsFirst`: an offer rings Teams at once. */
export const answerings = ['consoleFirst', 'teamsFirst'] as const;
export type Answering = (typeof answerings)[number];

/** Where a call goes that the queue does not keep. `message`: it is heard, and the call ends. */
export type Destination =
  | { readonly to: 'message' }
  | { readonly to: 'callBack' }
  | { readonly to: 'queue'; readonly queueId: QueueId }
  | { readonly to: 'person'; readonly personId: PersonId; readonly name?: string }
  | { readonly to: 'number'; readonly number: string }
  /** Refused before it is answered: the caller hears the busy tone. Only for calls that just come in. */
  | { readonly to: 'busy' };

/** Why a queue does not keep a call. */
export const divertReasons = ['closed', 'emergency', 'full', 'nobodyThere', 'waitedTooLong'] as const;
export type DivertReason = (typeof divertReasons)[number];

export interface DiversionRule {
  readonly destination: Destination;
  /** Heard before the call goes on; of the destination `message`, the message itself. */
  readonly message?: Prompt;
}

/** Opening hours in the queue's own time zone; see `domain/hours`. */
export interface OpeningHours {
  /** IANA name. */
  readonly timeZone: string;
  /** By weekday, 1 is Monday and 7 Sunday. Local times `HH:MM`; `to` may be `24:00`. A day that is missing is closed. */
  readonly week: Readonly<Record<string, readonly OpenPeriod[]>>;
  readonly holidays: readonly Holiday[];
}

export interface OpenPeriod {
  readonly from: string;
  readonly to: string;
}

export interface Holiday {
  /** `YYYY-MM-DD`, or `MM-DD` for every year. */
  readonly date: string;
  readonly name: string;
  /** Open all the same, at these times. */
  readonly periods?: readonly OpenPeriod[];
}

/** All times in milliseconds. */
export interface QueueSettings {
  /** Played once before the caller waits; none: the caller waits at once. */
  readonly greeting?: Prompt;
  /** Played again and again while nobody talks to the caller. */
  readonly music: Prompt;
  /** How long an operator's Teams rings. Shorter than the 20 s after which Teams' own unanswered rule acts. */
  readonly operatorRing: number;
  /** How long a colleague's Teams rings before the caller is recalled. Shorter than Teams' own unanswered rule, too. */
  readonly transferRing: number;
  /** How long a telephone number rings, for whatever reason: no rule of Teams acts there. */
  readonly numberRing: number;
  /** How long we stay in a call after it is handed over: a target who leaves at once has not taken it. */
  readonly settle: number;
  /** How long a leg may be silent towards us before we ask Graph how it stands. */
  readonly check: number;
  readonly strategy: Strategy;
  readonly answering: Answering;
  readonly bridge: Bridge;
  /** The higher, the sooner its calls are offered to operators of several queues. */
  readonly priority: number;
  /** How long a call is offered to an operator before it goes to the next. */
  readonly offerTime: number;
  /** How long an operator is left alone after a call. */
  readonly wrapUp: number;
  /** As many calls may wait; more are diverted as `full`. */
  readonly maxWaiting?: number;
  /** A call that waits longer is diverted as `waitedTooLong`. */
  readonly maxWait?: number;
  /** What happens to calls that the queue does not keep. A reason without a rule: `closed` and `emergency` end the call. */
  readonly diversions: Readonly<Partial<Record<DivertReason, DiversionRule>>>;
  readonly hours?: OpeningHours;
  /** The queue closes when its last operator leaves, until one is there again. */
  readonly nightWhenLastLeaves: boolean;
  /** What the operator says; shown with the call. */
  readonly salutation?: string;
  /** Numbers (E.164, `*` at the end for all that begin so) that go ahead of the others. */
  readonly vip: readonly string[];
  /** Numbers that are refused. */
  readonly blocked: readonly string[];
  readonly rejectWithheld: boolean;
  readonly announcement?: Announcement;
  /** How long a call stays parked before it is recalled. */
  readonly parkTime: number;
  /** How long a call waits for one contact before it is recalled. */
  readonly campTime: number;
}

/** Said to those who wait: at a set interval, one of these by what is known. */
export interface Announcement {
  readonly every: number;
  /** By position, first in line first. Beyond the last only the music plays. */
  readonly positions: readonly Prompt[];
  /** By expected wait in whole minutes, the first for less than a minute. Beyond the last, the last. */
  readonly waits: readonly Prompt[];
}

/** What people switch by hand, from one moment to the next. */
export interface QueueSwitches {
  /** `day` and `night` hold until they are switched back, whatever the hours say. */
  readonly mode: 'auto' | 'day' | 'night';
  readonly isEmergency: boolean;
}

export const noSwitches: QueueSwitches = { mode: 'auto', isEmergency: false };

/** What a queue has unless its administrator chooses otherwise; only the music has no default here. */
export const defaultSettings = {
  operatorRing: 15_000,
  transferRing: 18_000,
  numberRing: 30_000,
  settle: 3_000,
  check: 30_000,
  strategy: 'pick',
  answering: 'consoleFirst',
  bridge: 'anchor',
  priority: 0,
  offerTime: 20_000,
  wrapUp: 0,
  diversions: {},
  nightWhenLastLeaves: false,
  vip: [],
  blocked: [],
  rejectWithheld: false,
  parkTime: 120_000,
  campTime: 300_000,
} as const satisfies Omit<QueueSettings, 'music'>;

/** Settings as they are kept: what is not said is the default. */
export type StoredSettings = Pick<QueueSettings, 'music'> & Partial<QueueSettings>;

export const withDefaults = (stored: StoredSettings): QueueSettings => ({ ...defaultSettings, ...stored });
