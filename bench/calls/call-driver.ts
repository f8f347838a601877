import type { MicrosoftStub } from '../stage/microsoft.ts';
import type { BenchOperator } from '../stage/tenant.ts';
import { CallLife, type CallTimes, type LifeStep } from './call-life.ts';
import { GraphLine } from './graph-line.ts';
import { Reception } from './reception.ts';

/** Between these steps somebody rings, talks, or Graph has something to do: 50 ms each stand for that. */
const breath = 50;
const breathes: ReadonlySet<LifeStep> = new Set([
  'arrives',
  'established',
  'madeConference',
  'musicEnded',
  'transferred',
]);

/** Plays callers, colleagues and operators, the tenants by turns. */
export class CallDriver {
  readonly #graph: GraphLine;
  readonly #reception: Reception;
  readonly #tenantIds: readonly string[];
  #next = 0;
  /** Calls that have begun and not ended. */
  underWay = 0;

  private constructor(graph: GraphLine, reception: Reception, tenantIds: readonly string[]) {
    this.#graph = graph;
    this.#reception = reception;
    this.#tenantIds = tenantIds;
  }

  static async open(
    address: string,
    microsoft: MicrosoftStub,
    operators: readonly BenchOperator[],
  ): Promise<CallDriver> {
    const reception = await Reception.open(address, operators);
    const tenantIds = [...new Set(operators.map(({ tenantId }) => tenantId))];
    return new CallDriver(new GraphLine(address, microsoft), reception, tenantIds);
  }

  /** A whole call. Rejects when the server leaves out a step. */
  call(): Promise<CallTimes> {
    return this.#live(async (step) => {
      if (breathes.has(step)) await pause(breath);
    });
  }

  /** A whole call of the first tenant; `afterStep` is awaited between the steps. */
  recordedCall(afterStep: (step: LifeStep, life: CallLife) => Promise<void>): Promise<CallTimes> {
    this.#next = 0;
    return this.#live(afterStep);
  }

  close(): void {
    this.#reception.close();
    this.#graph.stop();
  }

  async #live(afterStep: (step: LifeStep, life: CallLife) => Promise<void>): Promise<CallTimes> {
    const tenantId = this.#tenantIds[this.#next % this.#tenantIds.length] ?? '';
    this.#next += 1;
    this.underWay += 1;
    const life = new CallLife({ tenantId, graph: this.#graph, reception: this.#reception, afterStep });
    return life.live().finally(() => {
      this.underWay -= 1;
    });
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
