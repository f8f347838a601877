import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { type OperatorView, operatorListSchema } from '@switchboard/contract/admin/operator';
import { type AdminQueueView, queueListSchema } from '@switchboard/contract/admin/queue';
import { type SoundView, soundListSchema } from '@switchboard/contract/admin/sound';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { AdminClient } from '../connection/admin-client.ts';
import { type Problem, usageProblem } from '../output/problem.ts';
import { printable } from '../output/text-width.ts';

export const readQueues = (client: AdminClient, tenantId: string) =>
  client.request({ method: 'GET', path: adminRoutes.queues(tenantId), answer: queueListSchema });

export const readSounds = (client: AdminClient, tenantId: string) =>
  client.request({ method: 'GET', path: adminRoutes.sounds(tenantId), answer: soundListSchema });

export const readOperators = (client: AdminClient, tenantId: string) =>
  client.request({ method: 'GET', path: adminRoutes.operators(tenantId), answer: operatorListSchema });

type Found<T> = Promise<Result<T, Problem>>;

/** By its id, or by its name in any case. */
export async function findQueue(client: AdminClient, tenantId: string, given: string): Found<AdminQueueView> {
  const answer = await readQueues(client, tenantId);
  return answer.ok ? pickQueue(answer.value.value.queues, given) : answer;
}

export const pickQueue = (
  queues: readonly AdminQueueView[],
  given: string,
): Result<AdminQueueView, Problem> => pick('queue', given, queues, ({ queueId, name }) => [queueId, name]);

export async function findSound(client: AdminClient, tenantId: string, given: string): Found<SoundView> {
  const answer = await readSounds(client, tenantId);
  return answer.ok ? pickSound(answer.value.value.sounds, given) : answer;
}

export const pickSound = (sounds: readonly SoundView[], given: string): Result<SoundView, Problem> =>
  pick('sound', given, sounds, ({ soundId, name }) => [soundId, name]);

/** By their id, their name or the name they sign in with. */
export async function findOperator(
  client: AdminClient,
  tenantId: string,
  given: string,
): Found<OperatorView> {
  const answer = await readOperators(client, tenantId);
  if (!answer.ok) return answer;
  return pick('operator', given, answer.value.value.operators, ({ personId, name, userPrincipalName }) => [
    personId,
    name,
    userPrincipalName,
  ]);
}

function pick<T>(
  kind: 'queue' | 'sound' | 'operator',
  given: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): Result<T, Problem> {
  const wanted = given.trim().toLowerCase();
  const [only, other] = all.filter((one) => namesOf(one).some((name) => name.toLowerCase() === wanted));
  if (only !== undefined && other === undefined) return ok(only);
  const message = `${only === undefined ? 'No' : 'More than one'} ${kind} is called ${printable(given)}`;
  return refused(usageProblem(message, `give a name or an id that switchboard ${kind}s list shows`));
}
