import type { CallAction, CallView } from '@switchboard/contract/views/call-view';
import type { Random } from '@switchboard/simulator/world/random';
import { SoakConsole } from './soak-console.ts';

export interface OperatorParts {
  readonly operatorId: string;
  readonly publicUrl: string;
  readonly session: string;
  readonly colleagues: readonly string[];
  readonly random: Random;
  /** Calls that an operator has asked to end. */
  readonly endedOnPurpose: Set<string>;
}

/** How much likelier one action is than another, where it is possible. What is not named is not done. */
const inclinations: Readonly<Partial<Record<CallView['state'], Readonly<Partial<Record<Wish, number>>>>>> = {
  waiting: { accept: 20, decline: 1 },
  connecting: { nothing: 60, hangUp: 1 },
  connected: {
    nothing: 4,
    hold: 3,
    transfer: 8,
    consult: 6,
    add: 2,
    park: 1,
    camp: 1,
    moveToQueue: 0.5,
    sendTones: 0.5,
    hangUp: 1,
  },
  held: { nothing: 3, resume: 5, transfer: 3, consult: 2, park: 1, takeOver: 1, hangUp: 0.3 },
  transferring: { nothing: 12, takeBack: 1, leave: 1, takeOver: 0.3 },
  consulting: { nothing: 6, complete: 5, merge: 2, swap: 2, back: 1, takeBack: 0.3, hangUp: 0.2 },
  merged: { nothing: 5, leave: 2, drop: 1, add: 1, sendTones: 0.3 },
  parked: { nothing: 4, retrieve: 3 },
  camped: { nothing: 12, retrieve: 1 },
};

type Wish = CallAction | 'nothing';

const outsideNumber = '+44 7700 900188';

/** An operator at a console: takes calls and does with them whatever the console offers, by chance. */
export class RobotOperator {
  readonly console: SoakConsole;
  isWorking = true;
  readonly #parts: OperatorParts;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: OperatorParts) {
    this.#parts = parts;
    this.console = new SoakConsole(parts.publicUrl, parts.session);
    this.#later();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.console.close();
  }

  #later(): void {
    this.#timer = setTimeout(
      () => {
        if (this.isWorking) this.#act();
        this.#later();
      },
      200 + 900 * this.#parts.random.next(),
    );
  }

  #act(): void {
    const { random, operatorId } = this.#parts;
    const live = this.console.liveCalls.filter(({ can }) => can.length > 0);
    const own = live.filter((call) => call.operator?.operatorId === operatorId);
    const others = live.filter((call) => call.operator?.operatorId !== operatorId);
    const call = own.length > 0 ? random.pick(own) : others.length > 0 ? random.pick(others) : undefined;
    const command = call === undefined ? undefined : this.#wishFor(call);
    if (command !== undefined) this.console.ask(command);
  }

  #wishFor(call: CallView): object | undefined {
    const { random, endedOnPurpose } = this.#parts;
    const possible = Object.entries(inclinations[call.state] ?? {}).filter(
      ([wish]) => wish === 'nothing' || call.can.some((action) => action === wish),
    );
    let rest = random.next() * possible.reduce((sum, [, weight]) => sum + weight, 0);
    const chosen = possible.find(([, weight]) => (rest -= weight) <= 0)?.[0] as Wish | undefined;
    if (chosen === undefined || chosen === 'nothing') return undefined;
    if (chosen === 'hangUp') endedOnPurpose.add(call.callId);
    return this.#commandFor(chosen, call);
  }

  #commandFor(action: CallAction, { callId, queueId, guests }: CallView): object | undefined {
    const { random, colleagues } = this.#parts;
    const person = { kind: 'person', personId: random.pick(colleagues) };
    const to = random.next() < 0.15 ? { kind: 'number', number: outsideNumber } : person;
    switch (action) {
      case 'transfer':
        return { type: action, callId, to, ...(random.next() < 0.3 ? { leave: true } : {}) };
      case 'consult':
      case 'add':
        return { type: action, callId, to };
      case 'camp':
        return { type: action, callId, personId: person.personId };
      case 'moveToQueue': {
        const other = queueId === 'reception' ? 'service-desk' : 'reception';
        return { type: 'transfer', callId, to: { kind: 'queue', queueId: other } };
      }
      case 'sendTones':
        return { type: action, callId, tones: '1#' };
      case 'drop': {
        const guest = guests?.[0];
        return guest && { type: action, callId, participantId: guest.participantId };
      }
      default:
        return { type: action, callId };
    }
  }
}
