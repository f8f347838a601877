import type { Brand } from '@switchboard/kit/ids';

/** A customer's Microsoft 365 organisation: its Entra tenant id, a GUID in lower case. */
export type TenantId = Brand<'TenantId'>;
/** A queue: a number callers dial. Ours. */
export type QueueId = Brand<'QueueId'>;
/** The resource account (application instance) that Microsoft 365 knows a queue by: an object id. */
export type InstanceId = Brand<'InstanceId'>;
/** One caller's contact with us. Ours; it stays the same whatever ids Microsoft gives the legs. */
export type CallId = Brand<'CallId'>;
/** One connection of a call, by the id that Graph gives it (`/communications/calls/{id}`). */
export type LegId = Brand<'LegId'>;
/** Somebody in a leg, by the id that Graph's roster gives. */
export type ParticipantId = Brand<'ParticipantId'>;
/** A person: of the directory the object id in Entra ID, in lower case; of other sources see `directory/person-source.ts`. */
export type PersonId = Brand<'PersonId'>;
/** One thing that we ask of Graph. Sent along as `client-request-id` and `clientContext`, so the answer finds back. */
export type EffectId = Brand<'EffectId'>;

/** Foreign ids are compared without regard to case: Graph itself writes the same GUID in both. */
const lower = (text: string): string => text.trim().toLowerCase();

export const tenantId = (text: string): TenantId => lower(text) as TenantId;
export const queueId = (text: string): QueueId => text as QueueId;
export const instanceId = (text: string): InstanceId => lower(text) as InstanceId;
export const callId = (text: string): CallId => text as CallId;
export const legId = (text: string): LegId => lower(text) as LegId;
export const participantId = (text: string): ParticipantId => lower(text) as ParticipantId;
export const personId = (text: string): PersonId => lower(text) as PersonId;
export const effectId = (text: string): EffectId => lower(text) as EffectId;
