import { connect } from 'node:net';
import { ManualClock } from '@switchboard/kit/clock';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { limitPatience, requestPatience, uploadPatience } from './request-patience.ts';

const apps: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

/** Begins a request of ten bytes with four of them. */
async function begin(path: string) {
  const clock = new ManualClock(0);
  const app = Fastify({ forceCloseConnections: true });
  apps.push(app);
  limitPatience(app, clock);
  const begun = new Promise<void>((resolve) => {
    app.addHook('preParsing', (_request, _reply, payload, done) => {
      resolve();
      done(null, payload);
    });
  });
  app.post('/small', () => 'taken');
  app.post('/large', { config: { isUpload: true } }, () => 'taken');
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect(Number(port), '127.0.0.1');
  let heard = '';
  socket.on('data', (data) => {
    heard += String(data);
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\nfour`,
  );
  await begun;
  return { clock, socket, closed, heard: () => heard };
}

test('a request that does not come to its end is ended, and told so', async () => {
  const { clock, closed, heard } = await begin('/small');
  clock.advance(requestPatience);
  await closed;
  expect(heard()).toMatch(/^HTTP\/1.1 408/u);
});

test('an upload may take its time', async () => {
  const { clock, socket, heard } = await begin('/large');
  clock.advance(uploadPatience - 1);
  const answered = new Promise((resolve) => socket.once('data', resolve));
  socket.write('teneds');
  await answered;
  expect(heard()).toMatch(/^HTTP\/1.1 200/u);
  socket.destroy();
});
