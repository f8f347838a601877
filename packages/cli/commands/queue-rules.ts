import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import type { DestinationInput, DiversionRuleInput } from '@switchboard/contract/admin/queue-diversions';
import { asError } from '@switchboard/kit/lifecycle';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { AdminClient } from '../connection/admin-client.ts';
import { type Problem, usageProblem } from '../output/problem.ts';
import { printable } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { findQueue, findSound } from './find.ts';
import type { ReadFile } from './perform.ts';
import { changeQueue, patchQueue } from './queues.ts';

export interface DivertOptions {
  readonly to?: string;
  readonly message?: string;
  readonly off?: true;
}

/** Sets or takes away what happens to calls that the queue does not keep. */
export async function divert(
  client: AdminClient,
  tenantId: string,
  { queue, reason }: { readonly queue: string; readonly reason: string },
  options: DivertOptions,
): Outcome {
  const rule = await ruleFrom(client, tenantId, options);
  if (!rule.ok) return rule;
  const told = (name: string): string =>
    rule.value === null
      ? `${name} has no rule ${printable(reason)} any more.`
      : `${name} has the rule ${printable(reason)}.`;
  return await patchQueue(
    client,
    tenantId,
    queue,
    { settings: { diversions: { [reason]: rule.value } } },
    told,
  );
}

async function ruleFrom(
  client: AdminClient,
  tenantId: string,
  { to, message, off }: DivertOptions,
): Promise<Result<DiversionRuleInput | null, Problem>> {
  if ((off === true) === (to !== undefined)) {
    return refused(
      usageProblem('What shall happen to these calls is not clear', 'give either --to or --off'),
    );
  }
  if (to === undefined) return ok(null);
  const destination = await destinationFrom(client, tenantId, to);
  if (!destination.ok) return destination;
  if (message === undefined) return ok({ destination: destination.value });
  const sound = await findSound(client, tenantId, message);
  return sound.ok ? ok({ destination: destination.value, message: sound.value.soundId }) : sound;
}

async function destinationFrom(
  client: AdminClient,
  tenantId: string,
  to: string,
): Promise<Result<DestinationInput, Problem>> {
  if (to === 'message' || to === 'callBack' || to === 'busy') return ok({ to });
  if (to.startsWith('+')) return ok({ to: 'number', number: to });
  if (to.startsWith('person:')) return ok({ to: 'person', personId: to.slice('person:'.length) });
  if (to.startsWith('queue:')) {
    const queue = await findQueue(client, tenantId, to.slice('queue:'.length));
    return queue.ok ? ok({ to: 'queue', queueId: queue.value.queueId }) : queue;
  }
  return refused(
    usageProblem(
      `${printable(to)} is nowhere to go`,
      'write --to message, callBack, busy, queue:NAME, person:ID or a number like +442079460100',
    ),
  );
}

export interface HoursOptions {
  readonly file?: string;
  readonly always?: true;
}

/** Sets the opening hours, or prints them as the document to change. */
export async function hours(
  client: AdminClient,
  tenantId: string,
  given: string,
  { file, always }: HoursOptions,
  readFile: ReadFile,
): Outcome {
  if (file !== undefined && always === true) {
    return refused(usageProblem('The hours are not clear', 'give either --file or --always'));
  }
  if (always === true) {
    const told = (name: string): string => `${name} is open always.`;
    return await patchQueue(client, tenantId, given, { settings: { hours: null } }, told);
  }
  if (file === undefined) return await showHours(client, tenantId, given);
  const read = await documentFrom(file, readFile);
  if (!read.ok) return read;
  const told = (name: string): string => `${name} has these opening hours.`;
  return await patchQueue(client, tenantId, given, { settings: { hours: read.value } }, told);
}

async function showHours(client: AdminClient, tenantId: string, given: string): Outcome {
  const queue = await findQueue(client, tenantId, given);
  if (!queue.ok) return queue;
  const current = queue.value.settings.hours;
  const text =
    current === undefined
      ? `${printable(queue.value.name)} is open always.`
      : JSON.stringify(current, undefined, 2);
  return ok({ json: current ?? null, text });
}

async function documentFrom(
  file: string,
  readFile: ReadFile,
): Promise<Result<Record<string, unknown>, Problem>> {
  const remedy = 'give a file of JSON with timeZone, week and holidays; the manual has an example';
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder().decode(await readFile(file)));
  } catch (error) {
    return refused(usageProblem(`The file of hours cannot be read: ${asError(error).message}`, remedy));
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return refused(usageProblem('The file of hours holds no object', remedy));
  return ok({ ...document });
}

export interface AnnounceOptions {
  readonly every?: number;
  readonly positions?: number;
  readonly waits?: number;
  readonly off?: true;
}

/** Makes an announcement of clips, or takes it away. */
export async function announce(
  client: AdminClient,
  tenantId: string,
  given: string,
  { every, positions, waits, off }: AnnounceOptions,
): Outcome {
  const isAsked = every !== undefined || positions !== undefined || waits !== undefined;
  if ((off === true) === isAsked) {
    const remedy = 'give --every with --positions or --waits, or --off';
    return refused(usageProblem('What shall be announced is not clear', remedy));
  }
  if (off === true) {
    const told = (name: string): string => `${name} announces nothing any more.`;
    return await patchQueue(client, tenantId, given, { settings: { announcement: null } }, told);
  }
  const body = { every: every ?? 60_000, positions: positions ?? 0, waits: waits ?? 0 };
  return await changeQueue(client, tenantId, given, {
    request: ({ queueId }) => ({
      method: 'POST',
      path: adminRoutes.queueAnnouncement(tenantId, queueId),
      body,
    }),
    told: ({ name, settings: { announcement } }) =>
      `${printable(name)} announces ${announcement?.positions.length ?? 0} positions and ${announcement?.waits.length ?? 0} waits.`,
  });
}
