import { tenantId } from '@switchboard/domain/ids';
import type { Store } from '@switchboard/store/access/store';
import { readWav } from '@switchboard/store/sounds/sounds';
import type { FastifyInstance } from 'fastify';
import { mediaPath } from '../media/prompts.ts';

/** A sound never changes, so whoever has fetched it may keep it for good: a year, as long as caches keep anything. */
const caching = 'public, max-age=31536000, immutable';

/**
 * The sounds of tenants, beside those that come with the product. Graph fetches them without a token: nobody guesses
 * a sound's id, and the sound is what every caller hears.
 */
export function registerMedia(app: FastifyInstance, store: Store): void {
  app.get(`${mediaPath}/:tenantId/:name`, async (request, reply) => {
    const { tenantId: tenant, name } = request.params as { tenantId: string; name: string };
    const soundId = /^([0-9a-f]{32})\.wav$/.exec(name)?.[1];
    const wav = soundId === undefined ? undefined : await readWav(store, tenantId(tenant), soundId);
    if (wav === undefined)
      return reply.code(404).send({ error: { code: 'notFound', message: 'no such sound file' } });
    return reply.type('audio/wav').header('Cache-Control', caching).send(wav);
  });
}
