import { must } from '@switchboard/kit/assert';
import type { ArrivedAction } from '../stage/microsoft.ts';
import { bench } from '../stage/tenant.ts';
import type { GraphLine, LegActions } from './graph-line.ts';
import {
  callEstablished,
  callTerminated,
  incomingCall,
  operationEnded,
  type Participant,
  rosterChanged,
  rosterOf,
} from './notifications.ts';
import { offered, type Reception, type Seat } from './reception.ts';

/** The steps of a call from the first ring to its end, as Graph, callers and operators take them. */
export const lifeSteps = [
  'arrives',
  'established',
  'accepted',
  'madeConference',
  'operatorJoined',
  'operatorRung',
  'musicEnded',
  'transferred',
  'targetJoined',
  'targetRung',
  'operatorLeft',
  'settled',
  'ended',
] as const;
export type LifeStep = (typeof lifeSteps)[number];

/** One call's way, in milliseconds. */
export interface CallTimes {
  /** From the notification's departure to the arrival of `answer` at Graph. */
  readonly answer: number;
  /** From the departure of "established" to the offer on a console. */
  readonly offer: number;
  /** From the operator's key to the arrival of the invitation at Graph that rings them. */
  readonly ring: number;
}

/** A call that goes no further in this time counts as lost, in milliseconds. */
const patience = 10_000;

export interface CallLifeParts {
  readonly tenantId: string;
  readonly graph: GraphLine;
  readonly reception: Reception;
  /** Told when a step has had its effect, and before the next. */
  readonly afterStep: (step: LifeStep, life: CallLife) => Promise<void>;
}

/**
 * A call from the first ring to its end: answered, established, offered, accepted by an operator, who joins and hands it
 * over to a contact; when that has settled we leave.
 */
export class CallLife {
  readonly leg = crypto.randomUUID();
  readonly #caller: Participant = { id: crypto.randomUUID() };
  readonly #parts: CallLifeParts;
  readonly actions: LegActions;
  #path = '/api/calls';
  #rosters = 0;
  #music: ArrivedAction | undefined;
  #seat: Seat | undefined;

  constructor(parts: CallLifeParts) {
    this.#parts = parts;
    this.actions = parts.graph.actionsOn(this.leg);
  }

  get callId(): string {
    return this.#path.slice(this.#path.lastIndexOf('/') + 1);
  }

  /** As the newest frame on a console shows the call. */
  get frame(): string {
    return this.#parts.reception.watch(this.callId).newest;
  }

  /** Rejects when the server leaves out a step. */
  async live(): Promise<CallTimes> {
    try {
      const answer = await this.#arrive();
      const offer = await this.#establish();
      const { ring, operator } = await this.#take();
      await this.#handOver(operator);
      return { answer, offer, ring };
    } finally {
      this.#leaveSeat();
      this.#parts.graph.forget(this.leg);
      this.#parts.reception.forget(this.callId);
    }
  }

  async #arrive(): Promise<number> {
    const { tenantId } = this.#parts;
    const begin = performance.now();
    const sent = this.#notify('arrives', incomingCall(tenantId, this.leg, this.#caller.id));
    const { at, body } = await this.#action('answer');
    await sent;
    this.#path = new URL(String(body?.['callbackUri'])).pathname;
    await this.#after('arrives');
    return at - begin;
  }

  async #establish(): Promise<number> {
    const begin = performance.now();
    await this.#notify('established', callEstablished(this.leg));
    const at = await this.#shown(offered);
    this.#music = await this.#action('playPrompt');
    await this.#after('established');
    return at - begin;
  }

  async #take(): Promise<{ ring: number; operator: Participant }> {
    const { tenantId, reception } = this.#parts;
    const seat = await within(reception.takeSeat(tenantId), 'operator who is free');
    this.#seat = seat;
    const begin = performance.now();
    await seat.command({ type: 'accept', callId: this.callId });
    const invite = await this.#action('invite');
    await this.#after('accepted');
    await this.#roster('madeConference', []);
    const operator = { id: invitedId(invite), userId: seat.operator.operatorId };
    await this.#roster('operatorJoined', [operator]);
    await this.#shown('connected');
    await this.#operationEnded('operatorRung', 'inviteParticipants', invite);
    await this.#action('cancelMediaProcessing');
    await this.#operationEnded('musicEnded', 'playPrompt', must(this.#music, 'the music that was played'));
    return { ring: invite.at - begin, operator };
  }

  async #handOver(operator: Participant): Promise<void> {
    const to = { kind: 'person', personId: bench.targetId };
    await must(this.#seat, 'an operator').command({ type: 'transfer', callId: this.callId, to });
    const invite = await this.#action('invite');
    await this.#after('transferred');
    const target = { id: invitedId(invite), userId: bench.targetId };
    await this.#roster('targetJoined', [operator, target]);
    await this.#shown('handedOver');
    this.#leaveSeat();
    await this.#operationEnded('targetRung', 'inviteParticipants', invite);
    await this.#action('remove');
    await this.#roster('operatorLeft', [target]);
    await this.#shown('ended');
    await this.#action('hangUp');
    await this.#after('settled');
    await this.#notify('ended', callTerminated(this.leg));
    await this.#after('ended');
  }

  async #roster(step: LifeStep, others: readonly Participant[]): Promise<void> {
    this.#rosters += 1;
    const roster = rosterOf([this.#caller, ...others], this.#rosters);
    this.#parts.graph.seat(this.leg, roster);
    await this.#notify(step, rosterChanged(this.leg, roster));
    await this.#after(step);
  }

  async #operationEnded(step: LifeStep, kind: string, { body }: ArrivedAction): Promise<void> {
    await this.#notify(step, operationEnded(this.leg, kind, String(body?.['clientContext'])));
    await this.#after(step);
  }

  #notify(step: LifeStep, body: string): Promise<void> {
    const { tenantId, graph } = this.#parts;
    return graph.notify({ tenantId, path: this.#path, step }, body);
  }

  #action(name: string): Promise<ArrivedAction> {
    return within(this.actions.next(name), `${name} of a call`);
  }

  #shown(state: string): Promise<number> {
    return within(
      this.#parts.reception.watch(this.callId).until(state),
      `call that is ${state} on a console`,
    );
  }

  #after(step: LifeStep): Promise<void> {
    return this.#parts.afterStep(step, this);
  }

  #leaveSeat(): void {
    if (this.#seat !== undefined) this.#parts.reception.giveSeat(this.#seat);
    this.#seat = undefined;
  }
}

/** The id that the server wants the one whom it invites to have. */
function invitedId({ body }: ArrivedAction): string {
  const invited = (body?.['participants'] ?? []) as readonly { readonly participantId: string }[];
  return must(invited[0], 'somebody who is invited').participantId;
}

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
