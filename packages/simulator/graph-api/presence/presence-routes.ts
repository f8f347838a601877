import * as z from 'zod';
import type { StatusNote } from '../../world/presence-details.ts';
import type { World } from '../../world/world.ts';
import { zonedTime } from '../calendar/zoned-time.ts';
import type { Json } from '../entities/entity-shape.ts';
import { unknownUser } from '../users/user-routes.ts';
import type { GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { holdsAny, permissions } from '../wire/permissions.ts';
import { strangeOption } from '../wire/query-options.ts';
import { badRequest, type GraphReply, parseBody, refuse, reply } from '../wire/reply.ts';

/** 650 ids (https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid, read 2026-11-23). */
export const maxPresences = 650;

const presencesIn = z.looseObject({ ids: z.array(z.string().min(1)).min(1).max(maxPresences) });

/** Everything that Graph tells of somebody's presence. */
export function presenceJson(world: World, personId: string): Json {
  const now = world.clock.now();
  const { availability, activity, sequenceNumber } = world.presence.of(personId);
  const absence = world.absences.of(personId);
  const location = world.presence.locationOf(personId);
  return {
    id: personId,
    availability,
    activity,
    sequenceNumber,
    outOfOfficeSettings: { isOutOfOffice: absence !== null, message: absence?.message ?? null },
    statusMessage: noteJson(world.presence.noteOf(personId, now)),
    workLocation: {
      placeId: null,
      source: location === 'unspecified' ? 'none' : 'manual',
      workLocationType: location,
    },
  };
}

function noteJson(note: StatusNote | null): Json | null {
  if (note === null) return null;
  const utc = { zone: 'Etc/UTC', name: 'UTC' };
  return {
    message: { content: note.text, contentType: 'text' },
    publishedDateTime: new Date(note.publishedAt).toISOString(),
    expiryDateTime: note.expiresAt === null ? null : zonedTime(note.expiresAt, utc),
  };
}

const options = ['$select', '$expand'];

function one(world: World, request: GraphRequest, id: string): GraphReply {
  const strange = strangeOption(request, options);
  if (strange !== undefined) return badRequest(`The query option '${strange}' is not supported here.`);
  const person = world.directory.find(id);
  if (!person) return unknownUser(id);
  const { token } = request;
  // Presence.Read lets a user see their own presence only.
  if (
    token.userId !== undefined &&
    token.userId !== person.id &&
    !holdsAny(token.scopes, ['Presence.Read.All'])
  ) {
    return refuse(
      403,
      'Forbidden',
      "Presence.Read shows the user's own presence only; this needs Presence.Read.All.",
    );
  }
  return reply(200, {
    '@odata.context': `${request.baseUrl}/$metadata#users('${person.id}')/presence/$entity`,
    ...presenceJson(world, person.id),
  });
}

function several(world: World, request: GraphRequest): GraphReply {
  const body = parseBody(presencesIn, request.body);
  if (!body.ok) return body.refusal;
  const value = body.value.ids.map((id) => {
    const person = world.directory.find(id);
    // Ids of nobody are answered as unknown, not left out: the page shows one entry for each id.
    return person
      ? presenceJson(world, person.id)
      : { id, availability: 'PresenceUnknown', activity: 'PresenceUnknown' };
  });
  return reply(200, {
    '@odata.context': `${request.baseUrl}/$metadata#Collection(microsoft.graph.presence)`,
    value,
  });
}

export function presenceRoutes(world: World): GraphRoute[] {
  const named = (request: GraphRequest): GraphReply => one(world, request, request.params.id ?? '');
  const routes: GraphRoute[] = [
    { method: 'GET', path: '/users/:id/presence', permission: permissions.presence, handle: named },
    { method: 'GET', path: '/communications/presences/:id', permission: permissions.presence, handle: named },
    {
      method: 'GET',
      path: '/me/presence',
      permission: permissions.myPresence,
      handle: (request) => one(world, request, request.token.userId ?? ''),
    },
    {
      method: 'POST',
      path: '/communications/getPresencesByUserId',
      permission: permissions.presences,
      handle: (request) => several(world, request),
    },
  ];
  return routes.map((route) => ({ ...route, service: 'presence' }));
}
