import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { clientChangeSchema } from '../world/clients.ts';
import { worldSettingsSchema } from '../world/settings.ts';
import type { Control } from './control.ts';
import { type ControlAnswer, present, routesOn, sendAnswer } from './read-body.ts';

const text = z.string().min(1);
const maybeText = z.string().nullable();

const schemas = {
  dial: z.strictObject({ from: text, to: text, name: text.optional() }),
  keys: z.strictObject({ keys: text }),
  ringing: z.strictObject({ ringingId: text.optional() }),
  number: z.strictObject({ number: text }),
  pickUp: z.strictObject({ for: text, ringingId: text.optional() }),
  presence: z.strictObject({ availability: text, activity: text }),
  settings: worldSettingsSchema.partial(),
  advance: z.strictObject({ milliseconds: z.number().int().min(0).max(31_536_000_000) }),
  person: z
    .strictObject({
      accountEnabled: z.boolean(),
      displayName: text,
      givenName: maybeText,
      surname: maybeText,
      userPrincipalName: text,
      mail: maybeText,
      businessPhone: maybeText,
      mobilePhone: maybeText,
      department: maybeText,
      jobTitle: maybeText,
      officeLocation: maybeText,
      city: maybeText,
      faxNumber: maybeText,
      companyName: maybeText,
      streetAddress: maybeText,
      postalCode: maybeText,
      state: maybeText,
      country: maybeText,
      employeeId: maybeText,
      otherMails: z.array(text),
      extensionAttributes: z.record(z.string().regex(/^extensionAttribute([1-9]|1[0-5])$/), text),
      isHidden: z.boolean(),
      /** null takes the manager away. */
      managerId: maybeText,
    })
    .partial(),
  remove: z.strictObject({ forGood: z.boolean().optional() }),
};

type Params = { readonly id: string };

/** The control as JSON over HTTP, for the pages and for scenario runners in other processes. */
export function registerControl(app: FastifyInstance, control: Control): void {
  const post = routesOn(app);
  const value = (given: unknown): ControlAnswer => ({ ok: true, value: given });

  app.get('/control/truth', () => control.truth());
  app.get('/control/queues', () => control.world.queues);
  app.get('/control/settings', () => control.settings());
  app.get<{ Querystring: { since?: string } }>('/control/log', (request) =>
    control.log(Number(request.query.since) || 0),
  );
  app.get<{ Querystring: { search?: string } }>('/control/people', (request) =>
    control.search(request.query.search ?? ''),
  );
  app.get<{ Params: Params }>('/control/people/:id', (request, reply) =>
    sendAnswer(reply, control.person(request.params.id)),
  );

  post('/control/lines', schemas.dial, (body) => control.dial(present(body)));
  post('/control/lines/:id/hang-up', z.strictObject({}), (_, id) => control.hangUpLine(id));
  post('/control/lines/:id/keys', schemas.keys, (body, id) => control.pressKeys(id, body.keys));
  post('/control/numbers/answer', schemas.number, (body) => control.answerNumber(body.number));
  post('/control/numbers/decline', schemas.number, (body) => control.declineNumber(body.number));
  post('/control/people/:id/answer', schemas.ringing, (body, id) => control.answer(id, body.ringingId));
  post('/control/people/:id/decline', schemas.ringing, (body, id) => control.decline(id, body.ringingId));
  post('/control/people/:id/pick-up', schemas.pickUp, (body, id) =>
    control.pickUp(id, body.for, body.ringingId),
  );
  post('/control/people/:id/hang-up', z.strictObject({}), (_, id) => control.hangUp(id));
  post('/control/people/:id/presence', schemas.presence, (body, id) => control.setPresence(id, body));
  post('/control/people/:id/client', clientChangeSchema, (body, id) => control.setClient(id, present(body)));
  const copied = schemas.person.omit({ managerId: true });
  post('/control/people/:id/copy', copied, (body, id) => control.addPerson(id, present(body)));
  post(
    '/control/people/:id',
    schemas.person,
    ({ managerId, ...body }, id) => control.changePerson(id, present(body), managerId),
    'PATCH',
  );
  post('/control/people/:id', schemas.remove, (body, id) => control.removePerson(id, body.forGood), 'DELETE');
  post(
    '/control/settings',
    schemas.settings,
    (body) => value(control.changeSettings(present(body))),
    'PATCH',
  );
  post('/control/clock/advance', schemas.advance, (body) => control.advance(body.milliseconds));
}
