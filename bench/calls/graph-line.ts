import { Agent, request } from 'node:http';
import { must } from '@switchboard/kit/assert';
import type { ArrivedAction, MicrosoftStub } from '../stage/microsoft.ts';

/** Tells the floor what a notification is about; the server does not look at it. */
export const stepHeader = 'x-bench-step';

/** Graph's end of the wire: notifications go out to the server, its actions come in. */
export class GraphLine {
  readonly #address: string;
  readonly #microsoft: MicrosoftStub;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  readonly #actions = new Map<string, LegActions>();
  readonly #forget: () => void;

  constructor(address: string, microsoft: MicrosoftStub) {
    this.#address = address;
    this.#microsoft = microsoft;
    this.#forget = microsoft.onAction((action) => this.#actions.get(action.leg)?.take(action));
  }

  /** What the server does with a leg, from now on. */
  actionsOn(leg: string): LegActions {
    const actions = new LegActions();
    this.#actions.set(leg, actions);
    return actions;
  }

  /** Who is in a leg, for a server that asks. */
  seat(leg: string, roster: readonly object[]): void {
    this.#microsoft.seat(leg, roster);
  }

  forget(leg: string): void {
    this.#actions.delete(leg);
    this.#microsoft.seat(leg, undefined);
  }

  /** Resolves when the server has taken the notification. */
  notify(to: { tenantId: string; path: string; step: string }, body: string): Promise<void> {
    const headers = {
      authorization: this.#microsoft.authorizationFor(to.tenantId),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      [stepHeader]: to.step,
    };
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, method: 'POST', headers };
      const sent = request(`${this.#address}${to.path}`, options, (response) => {
        response.resume();
        response.once('end', () => {
          if (response.statusCode === 202) resolve();
          else reject(new Error(`the notification ${to.step} was answered with ${response.statusCode}`));
        });
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }

  stop(): void {
    this.#forget();
    this.#agent.destroy();
  }
}

/** The actions on one leg, in the order of their arrival. Each is given out once. */
export class LegActions {
  readonly #unread: ArrivedAction[] = [];
  readonly #wanted = new Map<string, (action: ArrivedAction) => void>();
  readonly all: ArrivedAction[] = [];

  take(action: ArrivedAction): void {
    this.all.push(action);
    const wanted = this.#wanted.get(action.name);
    this.#wanted.delete(action.name);
    if (wanted === undefined) this.#unread.push(action);
    else wanted(action);
  }

  /** The next action of this name, or the first that has not been read. */
  async next(name: string): Promise<ArrivedAction> {
    const index = this.#unread.findIndex((action) => action.name === name);
    if (index < 0) return await new Promise((resolve) => this.#wanted.set(name, resolve));
    return must(this.#unread.splice(index, 1)[0], 'an action that was found');
  }
}
