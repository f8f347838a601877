import { Agent, request } from 'node:http';
import type { ArrivedAction, MicrosoftStub } from '../stage/microsoft.ts';
import { callEstablished, callTerminated, incomingCall } from './notifications.ts';
import type { Offers } from './offers.ts';

/** One call's way, in milliseconds. */
export interface CallTimes {
  /** From the notification's departure to the arrival of `answer` at Graph. */
  readonly answer: number;
  /** From the departure of "established" to the offer on the console. */
  readonly offer: number;
}

export type CallStep = 'arrives' | 'established' | 'ends';

/** What was seen of one call from outside the server. */
export interface RecordedCall {
  readonly leg: string;
  readonly callId: string;
  readonly actions: ReadonlyMap<CallStep, { readonly name: string; readonly body: unknown }>;
  readonly frames: ReadonlyMap<CallStep, string>;
}

/**
 * Graph takes some time between our answer and the established call, and callers stay a little. Enough for the server
 * to have finished with one step before the next, in milliseconds.
 */
const breath = 50;
/** The same for a call that is taken down: everything must be over. */
const longBreath = 250;
/** A call that goes no further in this time counts as lost. */
const patience = 10_000;

/** Plays callers: notifications out, actions in. */
export class CallDriver {
  readonly #address: string;
  readonly #authorization: string;
  readonly #offers: Offers;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 128 });
  readonly #answers = new Map<string, (action: ArrivedAction) => void>();
  readonly #forget: () => void;
  #actions: ArrivedAction[] = [];

  constructor(address: string, microsoft: MicrosoftStub, offers: Offers) {
    this.#address = address;
    this.#authorization = microsoft.authorization;
    this.#offers = offers;
    this.#forget = microsoft.onAction((action) => {
      if (action.action === 'answer') this.#answers.get(action.leg)?.(action);
      this.#actions.push(action);
      if (this.#actions.length > 100) this.#actions = [];
    });
  }

  /** A caller dials, is answered, offered, and hangs up. Rejects when the server leaves out a step. */
  async call(): Promise<CallTimes> {
    const leg = crypto.randomUUID();
    const begin = performance.now();
    const { at, path, callId } = await this.#arrive(leg);
    await pause(breath);
    const established = performance.now();
    const seen = await this.#establish(leg, path, callId);
    await pause(breath);
    await this.#post(path, callTerminated(leg));
    return { answer: at - begin, offer: seen - established };
  }

  /** The same, slowly; `afterStep` is told when everything of a step is over. */
  async recordedCall(afterStep: (step: CallStep) => Promise<void>): Promise<RecordedCall> {
    const leg = crypto.randomUUID();
    const actions = new Map<CallStep, { name: string; body: unknown }>();
    const frames = new Map<CallStep, string>();
    let callId = '';
    const finish = async (step: CallStep): Promise<void> => {
      await pause(longBreath);
      const action = this.#actions.find((each) => each.leg === leg);
      if (action !== undefined) actions.set(step, { name: action.action, body: action.body });
      this.#actions = [];
      frames.set(step, this.#offers.newestFrame(callId) ?? '');
      await afterStep(step);
    };
    this.#actions = [];
    const arrived = await this.#arrive(leg);
    ({ callId } = arrived);
    await finish('arrives');
    await this.#establish(leg, arrived.path, callId);
    await finish('established');
    await this.#post(arrived.path, callTerminated(leg));
    await finish('ends');
    return { leg, callId, actions, frames };
  }

  stop(): void {
    this.#forget();
    this.#agent.destroy();
  }

  async #arrive(leg: string): Promise<{ at: number; path: string; callId: string }> {
    const answered = new Promise<ArrivedAction>((resolve) => this.#answers.set(leg, resolve));
    await this.#post('/api/calls', incomingCall(leg));
    const { at, body } = await within(answered, 'answer to a call');
    this.#answers.delete(leg);
    const path = new URL(String(body['callbackUri'])).pathname;
    return { at, path, callId: path.slice(path.lastIndexOf('/') + 1) };
  }

  async #establish(leg: string, path: string, callId: string): Promise<number> {
    const offered = this.#offers.offered(callId);
    await this.#post(path, callEstablished(leg));
    return await within(offered, 'offer of a call');
  }

  #post(path: string, body: string): Promise<void> {
    const headers = {
      authorization: this.#authorization,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, method: 'POST', headers };
      const sent = request(`${this.#address}${path}`, options, (response) => {
        response.resume();
        response.once('end', () => {
          if (response.statusCode === 202) resolve();
          else reject(new Error(`a notification was answered with ${response.statusCode}`));
        });
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
