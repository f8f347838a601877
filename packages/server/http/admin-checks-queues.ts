import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import type { TenantId } from '@switchboard/domain/ids';
import { divertReasons, type Queue } from '@switchboard/domain/queue/queue';
import type { Store } from '@switchboard/store/access/store';
import { listQueueOperators, type QueueOperator } from '@switchboard/store/tenants/queue-operators';
import { listQueues } from '@switchboard/store/tenants/tenants';
import { promptsOf } from '../handle/administration-shelf.ts';
import { queueWarnings } from '../handle/administration-warnings.ts';
import { reasonOf } from './admin-finding.ts';

/** Whether the settings of a tenant's queues lead every caller to somebody. */
export async function checkQueues(
  store: Store,
  tenant: { readonly tenantId: TenantId; readonly name: string },
  publicUrl: string,
): Promise<readonly DoctorCheck[]> {
  const { tenantId, name } = tenant;
  try {
    const [queues, members] = await Promise.all([
      listQueues(store, tenantId),
      listQueueOperators(store, tenantId),
    ]);
    if (queues.length > 0) return queues.map((queue) => checkQueue(queue, { queues, members, publicUrl }));
    return [
      {
        name: `queues of ${name}`,
        status: 'warning',
        detail: 'there is none yet, so nobody can call',
        remedy: 'add one: switchboard queues add',
      },
    ];
  } catch (error) {
    return [
      {
        name: `queues of ${name}`,
        status: 'failed',
        detail: `they cannot be read: ${reasonOf(error)}`,
        remedy: 'see "database"',
      },
    ];
  }
}

interface Surroundings {
  readonly queues: readonly Queue[];
  readonly members: readonly QueueOperator[];
  readonly publicUrl: string;
}

function checkQueue(queue: Queue, { queues, members, publicUrl }: Surroundings): DoctorCheck {
  const name = `queue ${queue.name}`;
  const operators = members.filter((member) => member.queueId === queue.queueId).length;
  const findings = [
    ...(operators === 0 ? ['nobody answers it: it has no operators'] : []),
    ...emptyTargets(queue, queues, members),
    ...queueWarnings(queue, queues),
    ...(queue.switches.isEmergency ? ['its emergency is on'] : []),
  ];
  const elsewhere = promptsOf(queue.settings).some(({ url }) => !url.startsWith(`${publicUrl}/`));
  if (elsewhere) {
    return {
      name,
      status: 'failed',
      detail: [`it plays sounds from another address than ${publicUrl}`, ...findings].join('; '),
      remedy:
        'let it look for its sounds at the new address: switchboard queues set, with nothing but its name',
    };
  }
  if (findings.length === 0) return { name, status: 'ok', detail: summaryOf(queue, operators) };
  return {
    name,
    status: 'warning',
    detail: findings.join('; '),
    remedy: 'look at it with switchboard queues show; change it with switchboard queues set, hours, divert',
  };
}

/** Overflow into a queue that nobody answers helps no caller. */
const emptyTargets = (
  { settings }: Queue,
  queues: readonly Queue[],
  members: readonly QueueOperator[],
): readonly string[] =>
  divertReasons.flatMap((reason) => {
    const destination = settings.diversions[reason]?.destination;
    if (destination?.to !== 'queue') return [];
    const target = queues.find(({ queueId }) => queueId === destination.queueId);
    if (target === undefined) return [`its rule ${reason} leads to a queue that is not there`];
    if (members.some(({ queueId }) => queueId === target.queueId)) return [];
    return [`its rule ${reason} leads to ${target.name}, which has no operators`];
  });

function summaryOf({ settings, switches }: Queue, operators: number): string {
  const { hours } = settings;
  const opening =
    switches.mode === 'auto'
      ? hours === undefined
        ? 'open always'
        : `open by its hours (${hours.timeZone})`
      : `switched to ${switches.mode} by hand`;
  return `${operators === 1 ? '1 operator' : `${operators} operators`}, ${settings.strategy}, ${opening}`;
}
