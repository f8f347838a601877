import { Agent, request } from 'node:http';
import type { ArrivedAction, MicrosoftStub } from '../stage/microsoft.ts';
import { callEstablished, callTerminated, incomingCall } from './notifications.ts';

/** One call's way, in milliseconds. */
export interface CallTimes {
  /** From the notification's departure to the arrival of `answer` at Graph. */
  readonly answer: number;
  /** From the departure of "established" to the offer on the console. */
  readonly offer: number;
}

/** Frames as the consoles of the benchmark get them; the newest frame of each call is enough. */
export interface OfferWatch {
  /** Resolves with `performance.now()` when the call is offered. */
  offered(callId: string): Promise<number>;
}

/**
 * Graph takes some time between our answer and the established call, and callers stay a little. Enough for the server
 * to have finished with one step before the next, in milliseconds.
 */
const breath = 50;
/** A call that goes no further in this time counts as lost. */
const patience = 10_000;

/** Plays callers: notifications out, actions in. */
export class CallDriver {
  readonly #address: string;
  readonly #authorization: string;
  readonly #offers: OfferWatch;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 128 });
  readonly #answers = new Map<string, (action: ArrivedAction) => void>();

  constructor(address: string, microsoft: MicrosoftStub, offers: OfferWatch) {
    this.#address = address;
    this.#authorization = microsoft.authorization;
    this.#offers = offers;
    microsoft.onAction((action) => {
      if (action.action === 'answer') this.#answers.get(action.leg)?.(action);
    });
  }

  /** A caller dials, is answered, offered, and hangs up. Rejects when the server leaves out a step. */
  async call(): Promise<CallTimes> {
    const leg = crypto.randomUUID();
    const answered = new Promise<ArrivedAction>((resolve) => this.#answers.set(leg, resolve));
    const begin = performance.now();
    await this.#post('/api/calls', incomingCall(leg));
    const answer = await within(answered, `answer to ${leg}`);
    this.#answers.delete(leg);
    const path = new URL(String(answer.body['callbackUri'])).pathname;
    const callId = path.slice(path.lastIndexOf('/') + 1);
    await pause(breath);
    const offered = this.#offers.offered(callId);
    const established = performance.now();
    await this.#post(path, callEstablished(leg));
    const seen = await within(offered, `offer of ${callId}`);
    await pause(breath);
    await this.#post(path, callTerminated(leg));
    return { answer: answer.at - begin, offer: seen - established };
  }

  stop(): void {
    this.#agent.destroy();
  }

  #post(path: string, body: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.#address}${path}`,
        {
          agent: this.#agent,
          method: 'POST',
          headers: {
            authorization: this.#authorization,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (response) => {
          response.resume();
          response.once('end', () => {
            if (response.statusCode === 202) resolve();
            else reject(new Error(`a notification was answered with ${response.statusCode}`));
          });
        },
      );
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
