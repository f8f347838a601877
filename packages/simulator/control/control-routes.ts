import type { Result } from '@switchboard/kit/result';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { clientChangeSchema } from '../world/clients.ts';
import { worldSettingsSchema } from '../world/settings.ts';
import type { Control } from './control.ts';
import type { ControlRefusal } from './refusal.ts';

const text = z.string().min(1);
const maybeText = z.string().nullable();

const schemas = {
  dial: z.strictObject({ from: text, to: text, name: text.optional() }),
  keys: z.strictObject({ keys: text }),
  ringing: z.strictObject({ ringingId: text.optional() }),
  number: z.strictObject({ number: text }),
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
    })
    .partial(),
  remove: z.strictObject({ forGood: z.boolean().optional() }),
};

/** Without the keys whose value is undefined: a change names only what it changes. */
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>;
}

const sentence = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');

type Answer = Result<unknown, ControlRefusal>;
type Params = { readonly id: string };

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.ok) return reply.send(answer.value);
  return reply.code(answer.refusal.status).send({ error: answer.refusal.message });
}

/** The control as JSON over HTTP, for the pages and for scenario runners in other processes. */
export function registerControl(app: FastifyInstance, control: Control): void {
  const post = <T>(
    path: string,
    schema: z.ZodType<T>,
    act: (body: T, id: string) => Answer | Promise<Answer>,
    method: 'POST' | 'PATCH' | 'DELETE' = 'POST',
  ): void => {
    app.route({
      method,
      url: path,
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const body = schema.safeParse(request.body ?? {});
        if (!body.success) return reply.code(400).send({ error: sentence(body.error) });
        return send(reply, await act(body.data, (request.params as Partial<Params>).id ?? ''));
      },
    });
  };
  const value = (given: unknown): Answer => ({ ok: true, value: given });

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
    send(reply, control.person(request.params.id)),
  );

  post('/control/lines', schemas.dial, (body) => control.dial(present(body)));
  post('/control/lines/:id/hang-up', z.strictObject({}), (_, id) => control.hangUpLine(id));
  post('/control/lines/:id/keys', schemas.keys, (body, id) => control.pressKeys(id, body.keys));
  post('/control/numbers/answer', schemas.number, (body) => control.answerNumber(body.number));
  post('/control/numbers/decline', schemas.number, (body) => control.declineNumber(body.number));
  post('/control/people/:id/answer', schemas.ringing, (body, id) => control.answer(id, body.ringingId));
  post('/control/people/:id/decline', schemas.ringing, (body, id) => control.decline(id, body.ringingId));
  post('/control/people/:id/hang-up', z.strictObject({}), (_, id) => control.hangUp(id));
  post('/control/people/:id/presence', schemas.presence, (body, id) => control.setPresence(id, body));
  post('/control/people/:id/client', clientChangeSchema, (body, id) => control.setClient(id, present(body)));
  post('/control/people/:id/copy', schemas.person, (body, id) => control.addPerson(id, present(body)));
  post('/control/people/:id', schemas.person, (body, id) => control.changePerson(id, present(body)), 'PATCH');
  post('/control/people/:id', schemas.remove, (body, id) => control.removePerson(id, body.forGood), 'DELETE');
  post(
    '/control/settings',
    schemas.settings,
    (body) => value(control.changeSettings(present(body))),
    'PATCH',
  );
  post('/control/clock/advance', schemas.advance, (body) => control.advance(body.milliseconds));
}
