import type { Delivery, NotificationKind } from '../delivery/delivery.ts';
import type { CallDescription } from './call-json.ts';
import { callJson } from './call-json.ts';
import type { Operation } from './comms-operation.ts';
import { callPath, type GraphCall } from './graph-call.ts';
import { operationJson } from './operation-json.ts';
import type { RosterParticipant } from './roster-participant.ts';

export interface NotifierParts {
  readonly delivery: Delivery;
  readonly tenantId: string;
  /** Makes the token that a notification carries. */
  readonly sign: (applicationId: string) => Promise<string>;
  readonly legacyFirst: () => boolean;
}

interface Told {
  readonly kind: NotificationKind;
  readonly changeType: 'created' | 'updated' | 'deleted';
  readonly url: string;
  readonly data: unknown;
  /** For the log. */
  readonly about: string;
}

/** Tells an application what becomes of its calls. */
export class CallNotifier {
  readonly #parts: NotifierParts;

  constructor(parts: NotifierParts) {
    this.#parts = parts;
  }

  incoming(call: GraphCall, description: CallDescription): void {
    if (this.#parts.legacyFirst()) this.#legacy(call);
    const data = { ...callJson(call, description), id: call.id };
    this.#send(call, {
      kind: 'incoming',
      changeType: 'created',
      url: callPath(call),
      data,
      about: 'incoming',
    });
  }

  /** The state of the call, with what else changed. */
  state(call: GraphCall, more: Readonly<Record<string, unknown>> = {}): void {
    call.etag += 1;
    const changeType = call.state === 'terminated' ? ('deleted' as const) : ('updated' as const);
    const data = {
      '@odata.type': '#microsoft.graph.call',
      '@odata.id': callPath(call),
      '@odata.etag': `W/"${call.etag}"`,
      id: call.id,
      state: call.state,
      callChainId: call.callChainId,
      ...(call.state === 'established'
        ? { mediaState: { '@odata.type': '#microsoft.graph.callMediaState', audio: 'active' } }
        : {}),
      ...more,
    };
    this.#send(call, { kind: 'call', changeType, url: callPath(call), data, about: call.state });
  }

  operation(call: GraphCall, operation: Operation): void {
    call.etag += 1;
    const data = { ...operationJson(call, operation), '@odata.etag': `W/"${call.etag}"` };
    const about = `${operation.type} ${operation.status}`;
    const url = `${callPath(call)}/operations/${operation.id}`;
    this.#send(call, { kind: 'operation', changeType: 'deleted', url, data, about });
  }

  roster(call: GraphCall, participants: readonly RosterParticipant[]): void {
    const about = `roster of ${participants.length}`;
    const url = `${callPath(call)}/participants`;
    this.#send(call, { kind: 'roster', changeType: 'updated', url, data: participants, about });
  }

  #send(call: GraphCall, told: Told): void {
    const { changeType, url: resourceUrl, data: resourceData } = told;
    this.#post(call, told.kind, `call ${changeType}: ${told.about}`, {
      '@odata.type': '#microsoft.graph.commsNotifications',
      value: [
        {
          '@odata.type': '#microsoft.graph.commsNotification',
          changeType,
          resource: resourceUrl.replace('/communications/', '/app/'),
          resourceUrl,
          resourceData,
        },
      ],
    });
  }

  /**
   * The format before Graph's, which the application declines with 204. Its body is described nowhere that could be
   * read: what counts is that it is no commsNotifications
   * (https://learn.microsoft.com/graph/api/resources/call-notifications, read 2026-11-23).
   */
  #legacy(call: GraphCall): void {
    this.#post(call, 'incoming', 'call created: legacy format', {
      conversationInvitation: { callId: call.id, subject: '' },
    });
  }

  #post(call: GraphCall, kind: NotificationKind, about: string, body: unknown): void {
    this.#parts.delivery.send({
      kind,
      key: call.id,
      url: call.callbackUri,
      body,
      authorization: async () => `Bearer ${await this.#parts.sign(call.applicationId)}`,
      about,
      conversationId: call.conversation.id,
    });
  }
}
