import type { AdminErrorCode } from '@switchboard/contract/admin/admin-error';
import type { TenantId } from '@switchboard/domain/ids';
import { type Refused, type Result, refused } from '@switchboard/kit/result';

/** Why an administrator's request came to nothing, in sentences without a full stop. */
export interface AdministrationRefusal {
  readonly code: Exclude<AdminErrorCode, 'notAllowed' | 'administrationOff' | 'notFound'>;
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
  /** What the address itself names is not there. */
  readonly isAddress?: true;
}

export type Outcome<T> = Promise<Result<T, AdministrationRefusal>>;

export const tenantUnknown = (tenantId: TenantId): Refused<AdministrationRefusal> =>
  refused({
    code: 'tenantUnknown',
    field: 'tenantId',
    message: `There is no tenant ${tenantId} here`,
    remedy: 'add it first, or look up its id in the list of tenants',
    isAddress: true,
  });

export const queueUnknown = (queueId: string): Refused<AdministrationRefusal> =>
  refused({
    code: 'queueUnknown',
    field: 'queueId',
    message: `This tenant has no queue ${JSON.stringify(queueId)}`,
    remedy: 'look up its id in the list of queues',
    isAddress: true,
  });

export const operatorUnknown = (personId: string): Refused<AdministrationRefusal> =>
  refused({
    code: 'operatorUnknown',
    field: 'personId',
    message: `This tenant has no operator ${personId}`,
    remedy: 'add them first, or look up their id in the list of operators',
    isAddress: true,
  });

export const soundUnknown = (soundId: string): Refused<AdministrationRefusal> =>
  refused({
    code: 'soundUnknown',
    field: 'soundId',
    message: `This tenant has no sound ${JSON.stringify(soundId)}`,
    remedy: 'look up its id in the list of sounds',
    isAddress: true,
  });

export const callUnknown = (callId: string): Refused<AdministrationRefusal> =>
  refused({
    code: 'callUnknown',
    field: 'callId',
    message: `This tenant has no call ${JSON.stringify(callId)}`,
    remedy: 'look up its id in the list of calls; calls of long ago are deleted',
    isAddress: true,
  });
