import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallEvent } from '@switchboard/domain/call/event';
import type { Person } from '@switchboard/domain/directory/person';
import type { CallId, EffectId, PersonId, TenantId } from '@switchboard/domain/ids';
import type { Queue, QueueSettings } from '@switchboard/domain/queue/queue';
import type { Generated } from 'kysely';

export interface Tables {
  tenants: { tenant_id: TenantId; name: string; last_seq: Generated<number>; created_at: number };
  queues: {
    tenant_id: TenantId;
    queue_id: Queue['queueId'];
    name: string;
    instance_id: Queue['instanceId'];
    number: string | null;
    settings: QueueSettings;
  };
  operators: { tenant_id: TenantId; operator_id: PersonId; name: string; user_principal_name: string };
  queue_operators: { tenant_id: TenantId; queue_id: Queue['queueId']; operator_id: PersonId };
  calls: {
    tenant_id: TenantId;
    call_id: CallId;
    queue_id: Queue['queueId'];
    state: string;
    operator_id: PersonId | null;
    data: CallState;
    next_due: number | null;
    arrived_at: number;
    ended_at: number | null;
  };
  legs: { tenant_id: TenantId; leg_id: string; call_id: CallId };
  events: { tenant_id: TenantId; seq: number; call_id: CallId; at: number; type: string; data: CallEvent };
  effects: {
    effect_id: EffectId;
    position: Generated<number>;
    tenant_id: TenantId;
    call_id: CallId;
    data: CallEffect;
    status: Generated<'pending' | 'done' | 'refused'>;
    attempts: Generated<number>;
    in_doubt: Generated<boolean>;
    not_before: Generated<number>;
    asked_at: number;
    owner: number | null;
  };
  sign_ins: { state_hash: string; code_verifier: string; nonce: string; expires_at: number };
  sessions: { token_hash: string; tenant_id: TenantId; operator_id: PersonId; expires_at: number };
  consoles: {
    connection_id: string;
    tenant_id: TenantId;
    operator_id: PersonId;
    owner: number;
    gone_at: number | null;
  };
  people: { tenant_id: TenantId; person_id: PersonId; name: string; search_text: string; data: Person };
  directories: { tenant_id: TenantId; link: string | null; is_filled: boolean };
}
