import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { tenantPathSchema } from '@switchboard/contract/admin/operator';
import { addSoundQuerySchema, largestSound, soundPathSchema } from '@switchboard/contract/admin/sound';
import { tenantId } from '@switchboard/domain/ids';
import type { FastifyInstance } from 'fastify';
import type { Administration } from '../handle/administration.ts';
import { sendProblem } from './admin-error.ts';
import { readInput } from './admin-input.ts';
import { answer, refuse } from './admin-refusal.ts';
import type { PatientRoute } from './request-patience.ts';

const sounds = `${adminRoutes.tenants}/:tenantId/sounds`;
const sound = `${sounds}/:soundId`;

/** Sounds. An upload's body is the file, of whatever type it says it is. */
export function addSoundRoutes(scope: FastifyInstance, administration: Administration): void {
  void scope.register((files, _options, done) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: largestSound },
      (_request, body, parsed) => parsed(null, body),
    );
    addUpload(files, administration);
    done();
  });
  scope.get(sounds, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const found = await administration.sounds(tenantId(path.value.tenantId));
    return found.ok ? { sounds: found.value } : refuse(reply, found.refusal);
  });
  scope.get(sound, async (request, reply) => {
    const path = readInput(soundPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    return answer(reply, await administration.sound(tenantId(path.value.tenantId), path.value.soundId));
  });
  scope.delete(sound, async (request, reply) => {
    const path = readInput(soundPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    return answer(reply, await administration.removeSound(tenantId(path.value.tenantId), path.value.soundId));
  });
}

function addUpload(files: FastifyInstance, administration: Administration): void {
  const config: PatientRoute = { isUpload: true };
  files.post(sounds, { bodyLimit: largestSound, config }, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const query = readInput(addSoundQuerySchema, request.query);
    if (!query.ok) return sendProblem(reply, query.refusal);
    const file = request.body instanceof Uint8Array ? request.body : new Uint8Array(0);
    return answer(
      reply,
      await administration.addSound(tenantId(path.value.tenantId), query.value.name, file),
      201,
    );
  });
}
