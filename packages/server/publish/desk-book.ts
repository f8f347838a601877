import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { MeView } from '@switchboard/contract/views/me-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { PersonId, QueueId, TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Queue, Strategy } from '@switchboard/domain/queue/queue';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import type { CallBack } from '@switchboard/store/call-backs/call-back';
import { lostStays, mostLost, readCallBacksToDo } from '@switchboard/store/call-backs/call-backs';
import type { DeskEvent } from '@switchboard/store/feed/desk-event';
import type { OperatorStatus } from '@switchboard/store/operators/operator-status';
import { listOperatorStatuses } from '@switchboard/store/operators/operators';
import { findTenant, listOperators, listQueues } from '@switchboard/store/tenants/tenants';
import { presentCallBack, presentOperatorStatus, presentQueue } from './present-desk.ts';

/** A message to everybody who answers one of these queues. */
export interface DeskMessage {
  readonly queueIds: readonly QueueId[];
  readonly frame: string;
}

/** The desk of one tenant as its consoles see it: operators, queues, calls back; folded from its events. */
export class DeskBook {
  readonly #tenantId: TenantId;
  readonly #store: Store;
  readonly #clock: Clock;
  #tenantName = '';
  #operators = new Map<PersonId, Operator>();
  #statuses = new Map<PersonId, OperatorStatus>();
  #queues = new Map<QueueId, Queue>();
  readonly #callBacks = new Map<string, CallBack>();
  /** As the consoles have them. */
  readonly #shown = new Map<QueueId, QueueView>();
  readonly #changedOperators = new Set<PersonId>();
  readonly #changedCallBacks = new Set<string>();
  /** As JSON: a thousand consoles that come at once are each told of a thousand operators. */
  readonly #operatorTexts = new Map<PersonId, string>();
  #mayHaveTurned = false;
  #isStale = false;

  constructor(tenantId: TenantId, store: Store, clock: Clock) {
    this.#tenantId = tenantId;
    this.#store = store;
    this.#clock = clock;
  }

  /** Reads everything; what is newer than the feed's number comes again by its events, and changes nothing. */
  async load(): Promise<void> {
    await this.#readRows();
    const statuses = await listOperatorStatuses(this.#store, this.#tenantId);
    this.#statuses = new Map(statuses.map((status) => [status.operatorId, status]));
    this.#operatorTexts.clear();
    this.#callBacks.clear();
    for (const one of await readCallBacksToDo(this.#store, this.#tenantId, this.#clock.now()))
      this.#callBacks.set(one.callBackId, one);
    for (const queue of this.#queues.values()) this.#shown.set(queue.queueId, this.#view(queue));
  }

  take(event: DeskEvent): void {
    switch (event.subject) {
      case 'operator':
        this.#statuses.set(event.operator.operatorId, event.operator);
        this.#operatorTexts.delete(event.operator.operatorId);
        this.#changedOperators.add(event.operator.operatorId);
        this.#mayHaveTurned = true;
        this.#isStale ||= event.isAdministered === true;
        return;
      case 'queue':
        this.#isStale = true;
        this.#mayHaveTurned = true;
        return;
      default:
        this.#callBacks.set(event.callBack.callBackId, event.callBack);
        this.#changedCallBacks.add(event.callBack.callBackId);
    }
  }

  /** Reads the rows anew if an event said that there is more in them, or if somebody here is not known. */
  async refresh(operatorIds: Iterable<PersonId>): Promise<void> {
    for (const id of operatorIds) this.#isStale ||= !this.#operators.has(id);
    if (!this.#isStale) return;
    this.#isStale = false;
    await this.#readRows();
  }

  /** What has changed since it was asked last, by events or by the time of day. */
  changes(seq: number): readonly DeskMessage[] {
    const operators = [...this.#changedOperators].flatMap((id) => this.#operatorMessage(id, seq));
    const callBacks = [...this.#changedCallBacks].flatMap((id) => this.#callBackMessage(id, seq));
    this.#changedOperators.clear();
    this.#changedCallBacks.clear();
    return [...operators, ...this.#queueMessages(seq), ...callBacks];
  }

  /** When a queue opens or closes next by itself. */
  get nextTurn(): Instant | undefined {
    const turns = [...this.#shown.values()].flatMap(({ changesAt }) => changesAt ?? []);
    return turns.length === 0 ? undefined : Math.min(...turns);
  }

  readonly names = { operatorName: (id: string): string => this.#operators.get(id as PersonId)?.name ?? '' };

  queueName(queueId: QueueId): string {
    return this.#queues.get(queueId)?.name ?? '';
  }

  strategyOf(queueId: QueueId): Strategy {
    return this.#queues.get(queueId)?.settings.strategy ?? 'pick';
  }

  presentMe({ operatorId, name, userPrincipalName, queueIds }: Operator): MeView {
    const queues = [...this.#queues.values()]
      .filter(({ queueId }) => queueIds.includes(queueId))
      .map((queue) => this.#view(queue));
    return { operatorId, name, userPrincipalName, tenantName: this.#tenantName, queues };
  }

  /** The operators who share a queue with this one, themselves included: an array of `OperatorStatusView` as JSON. */
  operatorsAsJson({ operatorId, queueIds }: Operator): string {
    const texts: string[] = [];
    for (const one of this.#statuses.values()) {
      if (one.operatorId === operatorId || this.#sharesQueue(one.operatorId, queueIds))
        texts.push(this.#operatorText(one));
    }
    return `[${texts.join(',')}]`;
  }

  #operatorText(status: OperatorStatus): string {
    const { operatorId } = status;
    const known = this.#operatorTexts.get(operatorId);
    if (known !== undefined) return known;
    const text = JSON.stringify(presentOperatorStatus(status, this.#operators.get(operatorId)));
    this.#operatorTexts.set(operatorId, text);
    return text;
  }

  presentCallBacks({ queueIds }: Operator): CallBackView[] {
    this.#dropOldLost();
    return [...this.#callBacks.values()]
      .filter(({ queueId }) => queueIds.includes(queueId))
      .map((one) => presentCallBack(one, this.names));
  }

  /** Lost calls of last week, and more than anybody reads, are left to the history. */
  #dropOldLost(): void {
    const lost = [...this.#callBacks.values()]
      .filter(({ why }) => why === 'lost')
      .toSorted((one, other) => other.promisedAt - one.promisedAt);
    const oldest = this.#clock.now() - lostStays;
    for (const [n, { callBackId, promisedAt }] of lost.entries())
      if (n >= mostLost || promisedAt <= oldest) this.#callBacks.delete(callBackId);
  }

  async #readRows(): Promise<void> {
    const tenant = await findTenant(this.#store, this.#tenantId);
    this.#tenantName = tenant?.name ?? '';
    const operators = await listOperators(this.#store, this.#tenantId);
    this.#operators = new Map(operators.map((operator) => [operator.operatorId, operator]));
    this.#operatorTexts.clear();
    const queues = await listQueues(this.#store, this.#tenantId);
    this.#queues = new Map(queues.map((queue) => [queue.queueId, queue]));
  }

  #sharesQueue(id: PersonId, queueIds: readonly QueueId[]): boolean {
    return this.#operators.get(id)?.queueIds.some((queueId) => queueIds.includes(queueId)) === true;
  }

  #answers(id: PersonId, queueId: QueueId): boolean {
    const operator = this.#operators.get(id);
    return operator?.queueIds.includes(queueId) === true && operator.leftQueueIds?.includes(queueId) !== true;
  }

  #operatorMessage(id: PersonId, seq: number): readonly DeskMessage[] {
    const status = this.#statuses.get(id);
    const operator = this.#operators.get(id);
    if (status === undefined || operator === undefined) return [];
    const view = presentOperatorStatus(status, operator);
    return [
      { queueIds: operator.queueIds, frame: JSON.stringify({ type: 'operator', seq, operator: view }) },
    ];
  }

  #callBackMessage(id: string, seq: number): readonly DeskMessage[] {
    const known = this.#callBacks.get(id);
    if (known === undefined) return [];
    if (known.state === 'done') this.#callBacks.delete(id);
    const callBack = presentCallBack(known, this.names);
    return [{ queueIds: [known.queueId], frame: JSON.stringify({ type: 'callBack', seq, callBack }) }];
  }

  /** Hours are worked out only when something may have changed: an event, or the moment that was known before. */
  #queueMessages(seq: number): readonly DeskMessage[] {
    const { nextTurn } = this;
    if (!this.#mayHaveTurned && (nextTurn === undefined || nextTurn > this.#clock.now())) return [];
    this.#mayHaveTurned = false;
    const messages: DeskMessage[] = [];
    for (const queue of this.#queues.values()) {
      const view = this.#view(queue);
      if (JSON.stringify(view) === JSON.stringify(this.#shown.get(queue.queueId))) continue;
      this.#shown.set(queue.queueId, view);
      const frame = JSON.stringify({ type: 'queue', seq, queue: view });
      messages.push({ queueIds: [queue.queueId], frame });
    }
    return messages;
  }

  #view(queue: Queue): QueueView {
    let atWork = 0;
    if (queue.settings.nightWhenLastLeaves) {
      for (const { operatorId, status } of this.#statuses.values()) {
        if (status === 'available' && this.#answers(operatorId, queue.queueId)) atWork += 1;
      }
    }
    return presentQueue(queue, atWork, this.#clock.now());
  }
}
