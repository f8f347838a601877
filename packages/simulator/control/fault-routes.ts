import { ok, refused } from '@switchboard/kit/result';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { FaultDial } from '../faults/fault-dial.ts';
import { requestKinds } from '../faults/request-kind.ts';
import { notificationKinds } from '../graph-api/delivery/delivery.ts';
import type { PlatformControl } from './platform-control.ts';
import { present, routesOn } from './read-body.ts';
import { badRequest } from './refusal.ts';

const orphanSchema = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  name: z.string().min(1).optional(),
  state: z.enum(['incoming', 'established']).optional(),
});

/**
 * The fault dial, and what only the platform can do to a call: `/control/faults`, `/control/calls`.
 * `GET /control/faults` gives `settings`, how often each was `done`, and the `kinds` that faults can be limited to.
 */
export function registerFaultControl(
  app: FastifyInstance,
  faults: FaultDial,
  platform: PlatformControl,
): void {
  const add = routesOn(app);
  const view = () => ({
    settings: faults.settings,
    done: faults.done,
    kinds: { notifications: notificationKinds, requests: requestKinds },
  });
  app.get('/control/faults', view);
  add(
    '/control/faults',
    z.unknown(),
    (body) => {
      const changed = faults.change(body);
      return changed.ok ? ok(view()) : refused(badRequest(changed.refusal));
    },
    'PATCH',
  );
  add('/control/faults/reset', z.strictObject({}), () => {
    faults.reset();
    return ok(view());
  });
  app.get('/control/calls', () => platform.calls());
  add('/control/calls/:id/forget', z.strictObject({}), (_, id) => platform.forget(id));
  add('/control/calls/orphan', orphanSchema, (body) => platform.orphan(present(body)));
}
