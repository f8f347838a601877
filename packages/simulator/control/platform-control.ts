import { must } from '@switchboard/kit/assert';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { GraphApi } from '../graph-api/graph-api.ts';
import type { Unannounced } from '../world/outside-lines.ts';
import type { World } from '../world/world.ts';
import { badRequest, type ControlRefusal, notFound } from './refusal.ts';

/** A leg of an application as the platform knows it. */
export interface PlatformCall {
  readonly id: string;
  readonly state: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly conversationId: string;
  /** Principal or resource account ids, or numbers, of those it was for. */
  readonly targets: readonly string[];
  /** Of the outside telephones in it. */
  readonly lineIds: readonly string[];
}

export interface Orphan {
  /** E.164; blanks are allowed. */
  readonly from: string;
  /** The number of a queue. */
  readonly to: string;
  readonly name?: string;
  /** Default `established`: answered in the application's name. */
  readonly state?: Unannounced;
}

type Answer<T> = Result<T, ControlRefusal>;

/** What only the platform itself can do to a call: lose it, or have one that nobody was told of. */
export class PlatformControl {
  readonly #world: World;
  readonly #graph: Pick<GraphApi, 'calls' | 'forget'>;

  constructor(world: World, graph: Pick<GraphApi, 'calls' | 'forget'>) {
    this.#world = world;
    this.#graph = graph;
  }

  /** The legs that applications have now. */
  calls(): readonly PlatformCall[] {
    return this.#graph.calls().map((call) => ({
      id: call.id,
      state: call.state,
      direction: call.direction,
      conversationId: call.conversation.id,
      targets: call.targets.map(({ identity }) => {
        const { user, phone, applicationInstance } = identity;
        return (user ?? phone ?? applicationInstance)?.id ?? '';
      }),
      lineIds: [...call.conversation.members.values()].flatMap(({ party }) =>
        party.kind === 'outside' ? [party.id] : [],
      ),
    }));
  }

  /**
   * Graph forgets a leg: requests find nothing and nobody is told. People who talk go on; somebody left alone is cut off.
   *
   * @param id of the leg, or of a telephone line that is in it
   */
  forget(id: string): Answer<{ readonly forgotten: string }> {
    const call = this.calls().find((each) => each.id === id.toLowerCase() || each.lineIds.includes(id));
    if (!call)
      return refused(notFound(`id: Graph knows no call ${id}; GET /control/calls lists those it knows`));
    this.#graph.forget(call.id);
    return ok({ forgotten: call.id });
  }

  /** A call that lives at Graph and that its application was never told of. */
  orphan({ from, to, name, state = 'established' }: Orphan): Answer<PlatformCall> {
    const dialled = this.#world.lines.dial(from, to, name ?? null, state);
    if (!dialled.ok) {
      return refused(
        dialled.refusal.kind === 'unassigned'
          ? notFound(`to: nobody has the number ${to}; GET /control/queues lists those that can be dialled`)
          : badRequest('from: not a telephone number; write it as +44 20 7946 0999'),
      );
    }
    const call = this.calls().find(({ lineIds }) => lineIds.includes(dialled.value.id));
    if (!call && dialled.value.endedAt !== undefined)
      return refused(badRequest('the application has no webhook for calls; give one by --webhook'));
    return ok(must(call, 'the call that was dialled'));
  }
}
