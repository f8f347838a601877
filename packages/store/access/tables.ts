import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallEvent } from '@switchboard/domain/call/event';
import type { Person, PersonSource } from '@switchboard/domain/directory/person';
import type { PresenceDetails } from '@switchboard/domain/directory/presence';
import type { CallId, EffectId, PersonId, TenantId } from '@switchboard/domain/ids';
import type { Queue, QueueSwitches, StoredSettings } from '@switchboard/domain/queue/queue';
import type { Generated } from 'kysely';
import type { CallBack } from '../call-backs/call-back.ts';
import type { DeskEvent } from '../feed/desk-event.ts';
import type { OperatorStatus } from '../operators/operator-status.ts';

export interface Tables {
  tenants: {
    tenant_id: TenantId;
    name: string;
    last_seq: Generated<number>;
    created_at: number;
    keep_days: Generated<number>;
    forgotten_seq: Generated<number>;
  };
  queues: {
    tenant_id: TenantId;
    queue_id: Queue['queueId'];
    name: string;
    instance_id: Queue['instanceId'];
    number: string | null;
    settings: StoredSettings;
    switches: Generated<QueueSwitches>;
  };
  operators: {
    tenant_id: TenantId;
    operator_id: PersonId;
    name: string;
    user_principal_name: string;
    status: Generated<OperatorStatus['status']>;
    break_reason: string | null;
    is_break_by_presence: Generated<boolean>;
    status_since: Generated<number>;
    wrap_up_until: number | null;
    idle_since: Generated<number>;
    last_offered_at: Generated<number>;
    follows_presence: Generated<boolean>;
    is_off_by_choice: Generated<boolean>;
  };
  queue_operators: {
    tenant_id: TenantId;
    queue_id: Queue['queueId'];
    operator_id: PersonId;
    rank: Generated<number>;
    is_active: Generated<boolean>;
  };
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
    answered_at: number | null;
  };
  legs: { tenant_id: TenantId; leg_id: string; call_id: CallId };
  events: {
    tenant_id: TenantId;
    seq: number;
    call_id: CallId | null;
    subject: Generated<'call' | DeskEvent['subject']>;
    at: number;
    type: string;
    data: CallEvent | DeskEvent;
  };
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
    closed_at: number | null;
    outcome: string | null;
  };
  sign_ins: { state_hash: string; code_verifier: string; nonce: string; expires_at: number };
  sessions: { token_hash: string; tenant_id: TenantId; operator_id: PersonId; expires_at: number };
  consoles: {
    connection_id: string;
    tenant_id: TenantId;
    operator_id: PersonId;
    owner: number;
    gone_at: number | null;
    token_hash: string | null;
  };
  call_backs: {
    tenant_id: TenantId;
    call_back_id: string;
    call_id: CallId;
    queue_id: Queue['queueId'];
    number: string;
    name: string | null;
    promised_at: number;
    state: Generated<CallBack['state']>;
    operator_id: PersonId | null;
    changed_at: number;
  };
  sounds: {
    tenant_id: TenantId;
    sound_id: string;
    name: string;
    sha256: string;
    milliseconds: number;
    wav: Buffer;
    created_at: number;
  };
  people: {
    tenant_id: TenantId;
    person_id: PersonId;
    name: string;
    search_text: string;
    data: Person;
    source: Generated<Exclude<PersonSource, 'personal'>>;
    change: Generated<number>;
    round: Generated<number>;
    gone_at: number | null;
    erased_at: number | null;
  };
  directories: {
    tenant_id: TenantId;
    last_change: Generated<number>;
    forgotten_change: Generated<number>;
    settings: Generated<Readonly<Record<string, unknown>>>;
  };
  directory_streams: {
    tenant_id: TenantId;
    stream: 'users' | 'organisation' | 'numbers';
    link: string | null;
    round: Generated<number>;
    is_filled: Generated<boolean>;
    is_whole: Generated<boolean>;
    read: Generated<number>;
    about: number | null;
    began_at: number | null;
    read_at: number | null;
    problem: string | null;
    problem_at: number | null;
    wanted_at: number | null;
    due_at: Generated<number>;
    owner: number | null;
    owned_until: number | null;
  };
  person_traits: {
    tenant_id: TenantId;
    person_id: PersonId;
    tasks: Generated<readonly string[]>;
    alternate_names: Generated<readonly string[]>;
    nicknames: Generated<readonly string[]>;
    note: string | null;
    noted_by: PersonId | null;
    noted_at: number | null;
  };
  favourites: {
    tenant_id: TenantId;
    operator_id: PersonId;
    person_id: PersonId;
    group_name: Generated<string>;
    position: number;
  };
  personal_contacts: {
    tenant_id: TenantId;
    operator_id: PersonId;
    person_id: PersonId;
    contact_id: string;
    folder_id: string;
    name: string;
    data: Person;
  };
  contact_folders: { tenant_id: TenantId; operator_id: PersonId; folder_id: string; link: string | null };
  mailboxes_read: {
    tenant_id: TenantId;
    operator_id: PersonId;
    state: 'reading' | 'ready' | 'noRight' | 'signIn' | 'failing';
    read_at: number | null;
    due_at: Generated<number>;
    owner: number | null;
    owned_until: number | null;
  };
  operator_preferences: {
    tenant_id: TenantId;
    operator_id: PersonId;
    section: string;
    data: Readonly<Record<string, unknown>>;
    changed_at: number;
    version: number;
  };
  token_caches: { tenant_id: TenantId; person_id: PersonId; sealed: Buffer; changed_at: number };
  presences: {
    tenant_id: TenantId;
    person_id: PersonId;
    availability: string;
    activity: string;
    sequence: string | null;
    details: Generated<PresenceDetails>;
    said_at: number;
    covered_until: number | null;
    change: number;
  };
  presence_polls: {
    tenant_id: TenantId;
    owner: number | null;
    owned_until: Generated<number>;
    spent: Generated<number>;
    last_change: number;
    cursor: Generated<string>;
    began_at: Generated<number>;
    began_before: Generated<number>;
  };
  presence_lists: {
    tenant_id: TenantId;
    list: number;
    person_ids: PersonId[];
    version: Generated<number>;
    read_version: Generated<number>;
    read_at: Generated<number>;
    kept_until: number;
  };
  subscriptions: {
    tenant_id: TenantId;
    host: string;
    subscription_id: string | null;
    client_state: Buffer | null;
    person_ids: Generated<PersonId[]>;
    made_at: Generated<number>;
    expires_at: Generated<number>;
    due_at: Generated<number>;
    is_doubted: Generated<boolean>;
    problem: string | null;
  };
  encryption_keys: { key_id: string; sealed: Buffer; made_at: number };
  leases: { tenant_id: TenantId; work: string; owner: number; owned_until: number };
}
