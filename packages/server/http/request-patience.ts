import type { Clock } from '@switchboard/kit/clock';
import type { FastifyInstance } from 'fastify';

/** A request that has not arrived whole by then will not, in milliseconds. */
export const requestPatience = 10_000;
/** A large file over a slow line; it is the most that any request gets. */
export const uploadPatience = 300_000;

/** In the configuration of a route that takes uploads. */
export interface PatientRoute {
  readonly isUpload: true;
}

/** Answers 408 to whoever begins a request and does not finish it. */
export function limitPatience(app: FastifyInstance, clock: Clock): void {
  app.addHook('onRequest', (request, reply, done) => {
    const isUpload = 'isUpload' in request.routeOptions.config;
    const { raw } = request;
    if (!isUpload && !raw.complete) {
      const cancel = clock.after(requestPatience, () => {
        if (raw.complete) return;
        if (!reply.raw.headersSent) reply.raw.writeHead(408, { connection: 'close' }).end();
        raw.destroy();
      });
      raw.once('close', cancel);
      raw.once('end', cancel);
    }
    done();
  });
}
