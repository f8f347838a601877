import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { notificationKinds } from '../graph-api/delivery/delivery.ts';
import { requestKinds } from './request-kind.ts';

const longestMs = 600_000;

const chance = {
  /** How likely it is each time there is an occasion: 0 never, 1 always. */
  probability: z.number().min(0).max(1),
  /** On so many of the next occasions it happens for certain; counts down, and leaves the probability as it is. */
  next: z.number().int().min(0).max(10_000),
};
const notification = {
  ...chance,
  /** What it is limited to; an empty list is everything. */
  kinds: z.array(z.enum(notificationKinds)),
};
const delay = {
  minMs: z.number().int().min(0).max(longestMs),
  maxMs: z.number().int().min(0).max(longestMs),
};
const request = { ...chance, kinds: z.array(z.enum(requestKinds)) };
const failure = {
  ...request,
  /** Whether what was asked is done all the same, and only the reply is lost. `sometimes` is every second time by chance. */
  done: z.enum(['never', 'sometimes', 'always']),
};
const ring = {
  ...chance,
  /** Ids or principal names of those it befalls; an empty list is everybody. */
  people: z.array(z.string().min(1)),
};
const afterSeconds = z.number().min(0).max(120);

/** All that can go wrong at Microsoft. */
const shapes = {
  /** A notification is lost for good. */
  drop: z.strictObject(notification),
  /** A notification comes twice. */
  double: z.strictObject(notification),
  /** A notification comes late; those of the same call that follow wait for it. */
  delay: z.strictObject({ ...notification, ...delay }),
  /** A notification comes late and is overtaken by those of the same call that follow. */
  reorder: z.strictObject({ ...notification, ...delay }),
  /** 429, before anything is done. */
  throttle: z.strictObject({
    ...request,
    /** null: without the header Retry-After. */
    retryAfterSeconds: z.number().int().min(1).max(3_600).nullable(),
    /** Whether for that time all requests of the same tenant to the same service get 429, as at Microsoft. */
    sticky: z.boolean(),
  }),
  /** 500 */
  serverError: z.strictObject(failure),
  /** 503 */
  unavailable: z.strictObject(failure),
  /** 504 */
  gatewayTimeout: z.strictObject(failure),
  /** No answer comes until the client gives up. */
  silence: z.strictObject(failure),
  /** The connection is cut. */
  reset: z.strictObject(failure),
  /** The request finds that Graph has forgotten its call. */
  forget: z.strictObject(request),
  /** An invitation finds no Teams client that is signed in. */
  signedOut: z.strictObject(ring),
  /** A mailbox picks up. */
  voicemail: z.strictObject({ ...ring, afterSeconds }),
  /** Some other colleague picks up. */
  otherPickUp: z.strictObject({ ...ring, afterSeconds }),
  /** A round of changes that begins with a token is refused with 410. */
  resync: z.strictObject({ ...chance, code: z.enum(['syncStateNotFound', 'resyncRequired']) }),
  /** A round of changes tells some of those before once more. */
  replay: z.strictObject({ ...chance, changes: z.number().int().min(1).max(1_000) }),
  /** A subscription that is made or renewed gets a shorter life than was asked for. */
  shortLife: z.strictObject({ ...chance, minutes: z.number().min(0.1).max(60) }),
  /** A subscription is gone together with the change it should have told. */
  loseSubscription: z.strictObject({
    ...chance,
    /** Whether `subscriptionRemoved` says so. */
    told: z.boolean(),
  }),
  /** A change is not told, and `missed` says so. */
  missed: z.strictObject(chance),
};

export const faultSettingsSchema = z.strictObject(shapes);
export type FaultSettings = Readonly<z.infer<typeof faultSettingsSchema>>;
export type FaultName = keyof FaultSettings;

export const faultNames = Object.keys(shapes) as FaultName[];

/** Names what is to be different, fault by fault and member by member. */
export type FaultChange = { readonly [Name in FaultName]?: Partial<FaultSettings[Name]> };

const quiet = { probability: 0, next: 0 };
const failing = { ...quiet, kinds: [], done: 'never' as const };

export const noFaultSettings: FaultSettings = {
  drop: { ...quiet, kinds: [] },
  double: { ...quiet, kinds: [] },
  delay: { ...quiet, kinds: [], minMs: 200, maxMs: 2_000 },
  reorder: { ...quiet, kinds: [], minMs: 200, maxMs: 1_500 },
  throttle: { ...quiet, kinds: [], retryAfterSeconds: 5, sticky: false },
  serverError: failing,
  unavailable: failing,
  gatewayTimeout: failing,
  silence: failing,
  reset: failing,
  forget: { ...quiet, kinds: [] },
  signedOut: { ...quiet, people: [] },
  voicemail: { ...quiet, people: [], afterSeconds: 3 },
  otherPickUp: { ...quiet, people: [], afterSeconds: 3 },
  resync: { ...quiet, code: 'syncStateNotFound' },
  replay: { ...quiet, changes: 3 },
  // As in 2022, when renewals were answered with five minutes for a while (graph-contract B.3).
  shortLife: { ...quiet, minutes: 5 },
  loseSubscription: { ...quiet, told: true },
  missed: quiet,
};

/** @returns the new settings, or a sentence that names fault and member */
export function changeFaults(settings: FaultSettings, change: unknown): Result<FaultSettings, string> {
  if (!isObject(change)) return refused('faults: give an object, such as {"drop": {"probability": 0.05}}');
  const unknown = Object.keys(change).find((name) => !(name in settings));
  if (unknown !== undefined)
    return refused(`${unknown}: there is no such fault; there are ${faultNames.join(', ')}`);
  const merged: Record<string, unknown> = { ...settings };
  for (const [name, members] of Object.entries(change)) {
    if (!isObject(members)) return refused(`${name}: give an object, such as {"probability": 0.05}`);
    const given = Object.entries(members).filter(([, value]) => value !== undefined);
    merged[name] = { ...settings[name as FaultName], ...Object.fromEntries(given) };
  }
  const read = faultSettingsSchema.safeParse(merged);
  if (!read.success) {
    return refused(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
  for (const name of ['delay', 'reorder'] as const) {
    const { minMs, maxMs } = read.data[name];
    if (minMs > maxMs) return refused(`${name}.minMs: ${minMs} is more than maxMs, ${maxMs}; change both`);
  }
  return ok(read.data);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
