import type { TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { keepRunning, type Service, type StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { PresenceScreen } from './presence-screens.ts';
import { TenantPresence, type TenantPresenceParts } from './tenant-presence.ts';

export interface PresenceBoardParts extends TenantPresenceParts {
  readonly log: Logger;
}

interface Console extends PresenceScreen {
  readonly operator: Operator;
}

interface Running {
  readonly presence: TenantPresence;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** Presence on the screens of this server, tenant by tenant. */
export class PresenceBoard implements Service {
  readonly name = 'presence board';
  readonly #parts: PresenceBoardParts;
  readonly #running = new Map<TenantId, Running>();
  /** Of tenants whose last screen has gone. */
  readonly #ending = new Set<Promise<void>>();

  constructor(parts: PresenceBoardParts) {
    this.#parts = parts;
  }

  watch(console: Console, personIds: readonly string[]): void {
    this.#of(console.operator.tenantId).presence.show(console, personIds);
  }

  leave(console: Console): void {
    const { tenantId } = console.operator;
    const running = this.#running.get(tenantId);
    if (running === undefined) return;
    running.presence.leave(console);
    if (running.presence.isEmpty) this.#end(tenantId, running);
  }

  /** Presences of a tenant have changed; undefined: of anybody. */
  ring(tenantId: TenantId | undefined): void {
    if (tenantId !== undefined) this.#running.get(tenantId)?.presence.ring();
    else for (const { presence } of this.#running.values()) presence.ring();
  }

  async run(signal: StopSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', resolve, { once: true });
    });
    for (const [tenantId, running] of this.#running) this.#end(tenantId, running);
    await Promise.all(this.#ending);
  }

  #of(tenantId: TenantId): Running {
    const known = this.#running.get(tenantId);
    if (known !== undefined) return known;
    const presence = new TenantPresence(tenantId, this.#parts);
    const stop = new AbortController();
    const service: Service = { name: `screens of ${tenantId}`, run: (signal) => presence.run(signal) };
    const done = keepRunning(service, stop.signal, this.#parts.clock, this.#parts.log);
    const running = { presence, stop, done };
    this.#running.set(tenantId, running);
    return running;
  }

  #end(tenantId: TenantId, { stop, done }: Running): void {
    this.#running.delete(tenantId);
    const ending = done.finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
    stop.abort();
  }
}
