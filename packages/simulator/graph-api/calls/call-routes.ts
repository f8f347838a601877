import type { Result } from '@switchboard/kit/result';
import type * as z from 'zod';
import type { GraphHandler, GraphRequest, GraphRoute, Permission } from '../wire/graph-request.ts';
import { holdsAny, permissions } from '../wire/permissions.ts';
import { type GraphReply, parseBody, refuse, reply } from '../wire/reply.ts';
import { answerCall, answerIn, rejectCall, rejectIn } from './answer-call.ts';
import type { CallContext } from './call-context.ts';
import { callJson } from './call-json.ts';
import { expectKeepAlive, terminate } from './call-states.ts';
import type { Operation } from './comms-operation.ts';
import { createCall, createCallIn } from './create-call.ts';
import { callPath, type GraphCall, isGroup } from './graph-call.ts';
import { describe } from './incoming-call.ts';
import { invite, inviteIn } from './invite.ts';
import { immediateOperation } from './operation.ts';
import { operationJson } from './operation-json.ts';
import {
  clientContextBody,
  getParticipant,
  listParticipants,
  muteParticipant,
  removeParticipant,
  startHoldMusic,
  startHoldMusicIn,
  stopHoldMusic,
} from './participants.ts';
import { cancelMedia, playPrompt, playPromptIn } from './play-prompt.ts';
import { redirectCall, redirectIn } from './redirect-call.ts';
import { results } from './result-info.ts';
import { sendTones, sendTonesIn } from './send-tones.ts';
import { transferCall, transferIn } from './transfer-call.ts';

type OnCall = (call: GraphCall, request: GraphRequest) => GraphReply;

/** The routes of `/communications/calls`, and the same under the old spelling `/app/calls`. */
export function callRoutes(context: CallContext): GraphRoute[] {
  const routes = [...lifeRoutes(context), ...mediaRoutes(context), ...participantRoutes(context)];
  return routes.flatMap((route) => [
    { ...route, path: `/communications/calls${route.path}` },
    { ...route, path: `/app/calls${route.path}` },
  ]);
}

/** Finds the call and checks what it may; a call that is gone, or another application's, is not found. */
function onCall(context: CallContext, permission: Permission, act: OnCall): GraphHandler {
  return (request) => {
    const id = request.params.id ?? '';
    const call = context.calls.find(id);
    if (!call || call.applicationId !== request.token.applicationId) {
      return refuse(
        404,
        'NotFound',
        `Call ${id} is not found: it never was, is over, or is another application's.`,
      );
    }
    if (request.token.tenantId.toLowerCase() !== context.tenantId) {
      return refuse(403, '7505', 'Request authorization tenant mismatch.');
    }
    const mustHold = permission.checkedAgainst === 'call' && permission.application.length > 0;
    const held = call.state === 'incoming' ? request.token.roles : call.roles;
    if (!mustHold || holdsAny(held, permission.application)) return act(call, request);
    const message = `Insufficient privileges: the call was answered without ${permission.application.join(' or ')}.`;
    return refuse(403, 'Forbidden', message);
  };
}

/** Reads the body before acting. */
function withBody<T>(
  schema: z.ZodType<T>,
  act: (call: GraphCall, body: T, request: GraphRequest) => GraphReply,
): OnCall {
  return (call, request) => {
    const body: Result<T, GraphReply> = parseBody(schema, request.body);
    return body.ok ? act(call, body.value, request) : body.refusal;
  };
}

/** Actions on a call that is connected. The page names no error for the other states. */
const whenConnected =
  (act: OnCall): OnCall =>
  (call, request) =>
    call.state === 'established'
      ? act(call, request)
      : refuse(409, 'Conflict', `The call is ${call.state}; this needs an established call.`);

const operationReply = (request: GraphRequest, call: GraphCall, operation: Operation): GraphReply =>
  reply(200, operationJson(call, operation), {
    location: `${request.baseUrl}${callPath(call)}/operations/${operation.id}`,
  });

type RouteOnCall = (
  method: GraphRoute['method'],
  path: string,
  permission: Permission,
  act: OnCall,
) => GraphRoute;

const routeMaker =
  (context: CallContext): RouteOnCall =>
  (method, path, permission, act) => ({ method, path, permission, handle: onCall(context, permission, act) });

function lifeRoutes(context: CallContext): GraphRoute[] {
  const route = routeMaker(context);
  const create: GraphRoute = {
    method: 'POST',
    path: '',
    permission: permissions.createCall,
    handle: (request) => {
      const body = parseBody(createCallIn, request.body);
      return body.ok ? createCall(context, request, body.value) : body.refusal;
    },
  };
  return [
    create,
    route('GET', '/:id', permissions.callControl, (call) =>
      reply(200, callJson(call, describe(context, call))),
    ),
    route('DELETE', '/:id', permissions.callControl, (call) => {
      terminate(context, call, results.endedByApplication);
      // Hanging up before answering leaves the caller with nobody.
      if (call.direction === 'incoming' && call.conversation.alerting)
        context.world.exchange.end(call.conversation);
      return reply(204);
    }),
    route(
      'POST',
      '/:id/answer',
      permissions.answer,
      withBody(answerIn, (call, body, { token }) => answerCall(context, call, body, token)),
    ),
    route(
      'POST',
      '/:id/reject',
      permissions.reject,
      withBody(rejectIn, (call, body) => rejectCall(context, call, body)),
    ),
    route(
      'POST',
      '/:id/redirect',
      permissions.redirect,
      withBody(redirectIn, (call, body, { token }) => redirectCall(context, call, body, token)),
    ),
    route(
      'POST',
      '/:id/transfer',
      permissions.transfer,
      withBody(transferIn, (call, body) => transferCall(context, call, body)),
    ),
    route('POST', '/:id/keepAlive', permissions.callControl, (call) => {
      expectKeepAlive(context, call);
      return reply(200);
    }),
  ];
}

function mediaRoutes(context: CallContext): GraphRoute[] {
  const route = routeMaker(context);
  const muting = (muted: boolean): OnCall =>
    whenConnected(
      withBody(clientContextBody, (call, body, request) => {
        // Microsoft's server mute exists in group calls only.
        if (!isGroup(call))
          return refuse(400, 'BadRequest', 'Only in group calls the application can be muted.');
        const self = call.conversation.members.get(call.myParticipantId);
        if (self) context.world.exchange.setMuted(call.conversation, self, muted);
        const type = muted ? 'muteParticipantOperation' : 'unmuteParticipantOperation';
        return operationReply(request, call, immediateOperation(context, call, type, body.clientContext));
      }),
    );
  return [
    route(
      'POST',
      '/:id/playPrompt',
      permissions.callControl,
      whenConnected(
        withBody(playPromptIn, (call, body, request) =>
          operationReply(request, call, playPrompt(context, call, body)),
        ),
      ),
    ),
    route(
      'POST',
      '/:id/cancelMediaProcessing',
      permissions.callControl,
      whenConnected(
        withBody(clientContextBody, (call, body, request) => {
          cancelMedia(context, call);
          const type = 'cancelMediaProcessingOperation';
          return operationReply(request, call, immediateOperation(context, call, type, body.clientContext));
        }),
      ),
    ),
    route(
      'POST',
      '/:id/subscribeToTone',
      permissions.tones,
      whenConnected(
        withBody(clientContextBody, (call, body, request) => {
          call.listensForTones = true;
          return operationReply(
            request,
            call,
            immediateOperation(context, call, 'subscribeToToneOperation', body.clientContext),
          );
        }),
      ),
    ),
    route(
      'POST',
      '/:id/sendDtmfTones',
      permissions.tones,
      whenConnected(
        withBody(sendTonesIn, (call, body, request) =>
          operationReply(request, call, sendTones(context, call, body)),
        ),
      ),
    ),
    route('POST', '/:id/mute', permissions.callControl, muting(true)),
    route('POST', '/:id/unmute', permissions.callControl, muting(false)),
    route('GET', '/:id/operations', permissions.operation, (call) =>
      reply(200, { value: [...call.operations.values()].map((operation) => operationJson(call, operation)) }),
    ),
    route('GET', '/:id/operations/:operationId', permissions.operation, (call, request) => {
      const operation = call.operations.get(request.params.operationId ?? '');
      if (operation) return reply(200, operationJson(call, operation));
      return refuse(
        404,
        'NotFound',
        `Operation ${request.params.operationId ?? ''} is not found in this call.`,
      );
    }),
  ];
}

function participantRoutes(context: CallContext): GraphRoute[] {
  const route = routeMaker(context);
  const one = (request: GraphRequest): string => request.params.participantId ?? '';
  return [
    route('GET', '/:id/participants', permissions.callControl, (call) => listParticipants(call)),
    route(
      'POST',
      '/:id/participants/invite',
      permissions.invite,
      whenConnected(withBody(inviteIn, (call, body) => invite(context, call, body))),
    ),
    route('GET', '/:id/participants/:participantId', permissions.participant, (call, request) =>
      getParticipant(call, one(request)),
    ),
    route('DELETE', '/:id/participants/:participantId', permissions.participant, (call, request) =>
      removeParticipant(context, call, one(request)),
    ),
    route(
      'POST',
      '/:id/participants/:participantId/mute',
      permissions.participant,
      withBody(clientContextBody, (call, body, request) =>
        muteParticipant(context, call, one(request), body.clientContext),
      ),
    ),
    route(
      'POST',
      '/:id/participants/:participantId/startHoldMusic',
      permissions.participant,
      withBody(startHoldMusicIn, (call, body, request) => startHoldMusic(context, call, one(request), body)),
    ),
    route(
      'POST',
      '/:id/participants/:participantId/stopHoldMusic',
      permissions.participant,
      withBody(clientContextBody, (call, body, request) =>
        stopHoldMusic(context, call, one(request), body.clientContext),
      ),
    ),
  ];
}
