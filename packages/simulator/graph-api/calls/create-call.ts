import * as z from 'zod';
import { outsideUrl } from '../delivery/outside-url.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { holdsAny, permissions } from '../wire/permissions.ts';
import { badRequest, type GraphReply, refuse, reply } from '../wire/reply.ts';
import { applyMedia, applyOptions, callOptionsIn, mediaConfigIn } from './answer-call.ts';
import type { CallContext } from './call-context.ts';
import { callJson } from './call-json.ts';
import { enter, expectKeepAlive, terminate } from './call-states.ts';
import { checkEmpty } from './follow-world.ts';
import { callPath, type GraphCall } from './graph-call.ts';
import { type InvitationIn, identitySet, invitationIn, ringTargetOf, targetOf } from './identity.ts';
import { isPickedUp, resultOfMissed } from './outcome.ts';

export const createCallIn = z.looseObject({
  callbackUri: z.string().min(1),
  source: z
    .looseObject({
      identity: z.looseObject({
        applicationInstance: z.looseObject({ id: z.string(), displayName: z.string().nullish() }).nullish(),
      }),
    })
    .nullish(),
  /** Five at most (https://learn.microsoft.com/graph/api/application-post-calls, read 2026-11-23). */
  targets: z.array(invitationIn).min(1).max(5),
  requestedModalities: z.array(z.string()).nullish(),
  mediaConfig: mediaConfigIn,
  callOptions: callOptionsIn.nullish(),
  tenantId: z.string().nullish(),
  meetingInfo: z.null({ error: 'joining meetings is not simulated' }).optional(),
  chatInfo: z.null({ error: 'joining meetings is not simulated' }).optional(),
});

type Body = z.infer<typeof createCallIn>;

/** A call that the application begins: to one person or number, or a group call to several. */
export function createCall(context: CallContext, request: GraphRequest, body: Body): GraphReply {
  const refusal = refusalOf(context, request, body);
  if (refusal) return refusal;
  const { world } = context;
  const { applicationId } = request.token;
  const instance = body.source?.identity.applicationInstance;
  const application = context.application(applicationId);
  const call = context.calls.add({
    applicationId,
    direction: 'outgoing',
    state: 'establishing',
    source: {
      identity: instance
        ? identitySet('applicationInstance', instance.id, instance.displayName ?? null)
        : identitySet('application', applicationId, application?.displayName ?? null),
    },
    targets: body.targets.map(targetOf),
    fromInstance: Boolean(instance),
    routedNumber: null,
    conversation: world.exchange.open(body.targets.length > 1 ? 'group' : 'p2p'),
    callbackUri: body.callbackUri,
    roles: request.token.roles,
  });
  applyOptions(call, body.callOptions);
  applyMedia(context, call, body.mediaConfig);
  const hidden = call.options.hideBotAfterEscalation;
  world.exchange.join(
    call.conversation,
    { kind: 'application', id: applicationId, hidden },
    call.myParticipantId,
  );
  const created = callJson(call, { tenantId: context.tenantId, source: call.source.identity });
  enter(context, call, 'establishing');
  if (body.targets.length > 1) enter(context, call, 'established');
  expectKeepAlive(context, call);
  const from = instance?.displayName ?? application?.displayName ?? 'an application';
  for (const target of body.targets) ring(context, call, target, from);
  return reply(201, created, { location: `${request.baseUrl}${callPath(call)}` });
}

function refusalOf(context: CallContext, request: GraphRequest, body: Body): GraphReply | undefined {
  const callback = outsideUrl('callbackUri', body.callbackUri);
  if (!callback.ok) return badRequest(callback.refusal);
  if (body.tenantId && body.tenantId.toLowerCase() !== context.tenantId) {
    return refuse(403, '7505', 'Request authorization tenant mismatch.');
  }
  const instance = body.source?.identity.applicationInstance;
  const { applicationId, roles } = request.token;
  const ownsInstance = context.world.queues.some(
    (queue) => queue.id === instance?.id.toLowerCase() && queue.applicationId === applicationId,
  );
  const needsInstance = body.targets.some(({ identity }) => identity.phone);
  if ((instance && !ownsInstance) || (needsInstance && !instance)) {
    const message =
      'source.identity.applicationInstance must name an application instance of this application.';
    return refuse(403, '7505', `Request authorization tenant mismatch: ${message}`);
  }
  const wanted = body.targets.length > 1 ? permissions.invite.application : (['Calls.Initiate.All'] as const);
  return holdsAny(roles, wanted)
    ? undefined
    : refuse(
        403,
        'Forbidden',
        `Insufficient privileges to complete the operation; it needs ${wanted[0] ?? ''}.`,
      );
}

function ring(context: CallContext, call: GraphCall, target: InvitationIn, from: string): void {
  const isOnlyOne = call.targets.length === 1;
  const bell = context.world.bells.ring({
    conversation: call.conversation,
    target: ringTargetOf(target),
    from,
    ...(target.participantId ? { participantId: target.participantId } : {}),
    onEnd: (outcome) => {
      call.rings.delete(bell.id);
      if (call.state === 'terminated') return;
      if (!isOnlyOne) return checkEmpty(context, call);
      if (isPickedUp(outcome)) enter(context, call, 'established');
      else terminate(context, call, resultOfMissed(outcome));
    },
  });
  call.rings.add(bell.id);
}
