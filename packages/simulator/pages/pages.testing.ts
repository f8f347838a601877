import { randomUUID } from 'node:crypto';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import Fastify from 'fastify';
import { ContactControl } from '../control/contact-control.ts';
import { registerContactControl } from '../control/contact-routes.ts';
import { Control } from '../control/control.ts';
import { registerControl } from '../control/control-routes.ts';
import { registerEventStream } from '../control/event-stream.ts';
import { registerFaultControl } from '../control/fault-routes.ts';
import { PlatformControl } from '../control/platform-control.ts';
import { registerPostControl } from '../control/post-control.ts';
import { TenantControl } from '../control/tenant-control.ts';
import { registerTenantControl } from '../control/tenant-routes.ts';
import { FaultDial } from '../faults/fault-dial.ts';
import type { Conversation } from '../world/conversation.ts';
import { World } from '../world/world.ts';
import { registerPages } from './pages.ts';

export interface PagesBench {
  readonly url: string;
  readonly world: World;
  readonly faults: FaultDial;
  /** Keys pressed by callers, as Graph names the tones. */
  readonly tones: readonly string[];
  /** The conversation of the one call that is going on. */
  onlyConversation(): Conversation;
  stop(): Promise<void>;
}

/** A world with its control and its pages on a free port. The test itself does what an application would do by Graph. */
export async function startPages(): Promise<PagesBench> {
  const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
  const world = new World({ clock, newId: randomUUID, seed: 7, people: 200 });
  const tones: string[] = [];
  const pressed = (_conversation: string, tone: string): boolean => tones.push(tone) > 0;
  const control = new Control({ world, settled: async () => undefined, pressed });
  const app = Fastify({ forceCloseConnections: true });
  registerControl(app, control);
  registerTenantControl(app, new TenantControl(world));
  registerContactControl(app, new ContactControl(world));
  registerPostControl(app, world);
  const faults = new FaultDial({ world, seed: 7, forgetCall: () => false });
  // No platform is behind these pages: what it says of its calls is tried with the control's routes.
  registerFaultControl(app, faults, new PlatformControl(world, { calls: () => [], forget: () => false }));
  registerEventStream(app, world, clock);
  registerPages(app, { control, world });
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  return {
    url: `http://localhost:${port}`,
    world,
    faults,
    tones,
    onlyConversation: () => must([...world.exchange.conversations.values()][0], 'a conversation'),
    stop: () => app.close(),
  };
}
