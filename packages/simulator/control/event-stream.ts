import type { Clock } from '@switchboard/kit/clock';
import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world.ts';

/** Changes within so many milliseconds are told once: a page cannot draw faster. */
const pauseMs = 50;
/** A comment line now and then keeps proxies from closing a silent stream. */
const beatMs = 15_000;

/**
 * `GET /control/events`: server-sent events, `event: change` with `{"sequence": n}` after any change of the world.
 * A reader then asks for the truth it is interested in.
 *
 * @param clock the real one even where the world's is driven by hand: it paces the socket, not the world
 */
export function registerEventStream(app: FastifyInstance, world: World, clock: Clock): void {
  const readers = new Set<(text: string) => void>();
  const closers = new Set<() => void>();
  let sequence = 0;
  let told = 0;
  let pausing = false;

  const tell = (): void => {
    told = sequence;
    for (const write of readers) write(`id: ${sequence}\nevent: change\ndata: {"sequence":${sequence}}\n\n`);
    pausing = true;
    clock.after(pauseMs, () => {
      pausing = false;
      if (told < sequence && readers.size > 0) tell();
    });
  };
  const forget = world.onTouch(() => {
    sequence += 1;
    if (!pausing && readers.size > 0) tell();
  });

  app.get('/control/events', (request, reply) => {
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const write = (text: string): void => {
      response.write(text);
    };
    const beat = (): void => {
      write(': still here\n\n');
      stopBeat = clock.after(beatMs, beat);
    };
    let stopBeat = clock.after(beatMs, beat);
    const close = (): void => {
      stopBeat();
      readers.delete(write);
      closers.delete(end);
    };
    const end = (): void => {
      response.end();
    };
    readers.add(write);
    closers.add(end);
    request.raw.on('close', close);
    write(`id: ${sequence}\nevent: change\ndata: {"sequence":${sequence}}\n\n`);
  });

  app.addHook('preClose', async () => {
    forget();
    for (const end of closers) end();
  });
}
