import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { sharingLevels, showAsValues } from '../world/calendar-event.ts';
import { workLocationTypes } from '../world/presence-details.ts';
import { present, routesOn, sendAnswer } from './read-body.ts';
import type { TenantControl } from './tenant-control.ts';

const text = z.string().min(1);
const moment = z.iso.datetime({ offset: true });
const nothing = z.strictObject({});
type Params = { readonly id: string };

const schemas = {
  absence: z.strictObject({ message: text, from: moment.optional(), until: moment.nullable() }),
  note: z.strictObject({ text, minutes: z.number().positive().optional() }),
  location: z.strictObject({ location: z.enum(workLocationTypes) }),
  sharing: z.strictObject({ sharing: z.enum(sharingLevels) }),
  mailbox: z.strictObject({
    hasMailbox: z.boolean().optional(),
    timeZone: text.optional(),
    hours: z
      .strictObject({
        /** 1 is Monday. */
        days: z.array(z.number().int().min(1).max(7)).max(7),
        start: z.number().int().min(0).max(1_440),
        end: z.number().int().min(0).max(1_440),
      })
      .optional(),
  }),
  meeting: z.strictObject({
    subject: text,
    start: moment,
    minutes: z.number().int().min(1).max(10_080),
    location: text.optional(),
    showAs: z.enum(showAsValues).optional(),
    isPrivate: z.boolean().optional(),
  }),
  event: z.strictObject({ eventId: text }),
  members: z.strictObject({ added: z.array(text).optional(), removed: z.array(text).optional() }),
};

/** What happens in the tenant, as JSON over HTTP: absences, calendars, the bin, groups. */
export function registerTenantControl(app: FastifyInstance, control: TenantControl): void {
  const post = routesOn(app);
  app.get('/control/bin', () => control.bin());
  app.get('/control/groups', () => control.world.groups.ledger.all());
  app.get<{ Params: Params }>('/control/people/:id/tenant', (request, reply) =>
    sendAnswer(reply, control.view(request.params.id)),
  );
  post('/control/people/:id/restore', nothing, (_, id) => control.restore(id));
  post('/control/people/:id/absence', schemas.absence, (body, id) => control.away(id, present(body)));
  post('/control/people/:id/absence', nothing, (_, id) => control.back(id), 'DELETE');
  post('/control/people/:id/note', schemas.note, (body, id) => control.note(id, body.text, body.minutes));
  post('/control/people/:id/note', nothing, (_, id) => control.note(id, null), 'DELETE');
  post('/control/people/:id/work-location', schemas.location, (body, id) =>
    control.workAt(id, body.location),
  );
  post('/control/people/:id/sharing', schemas.sharing, (body, id) => control.share(id, body.sharing));
  post('/control/people/:id/mailbox', schemas.mailbox, (body, id) => control.settle(id, present(body)));
  post('/control/people/:id/meetings', schemas.meeting, (body, id) => control.addMeeting(id, present(body)));
  post(
    '/control/people/:id/meetings',
    schemas.event,
    (body, id) => control.removeMeeting(id, body.eventId),
    'DELETE',
  );
  post('/control/groups/:id/members', schemas.members, (body, id) =>
    control.changeMembers(id, body.added ?? [], body.removed ?? []),
  );
}
