import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { ConsoleModel } from './console-model.ts';
import { twoStep } from './two-step-guard.ts';

/** What an operator does besides handling calls: their own state, the queues' switches, calls back. */
export class DeskActions {
  readonly #model: ConsoleModel;

  constructor(model: ConsoleModel) {
    this.#model = model;
  }

  /** Also ends a wrap-up. */
  becomeAvailable(): void {
    this.#setStatus('available', undefined);
  }

  takeBreak(reason: string | undefined): void {
    this.#setStatus('break', reason);
  }

  /** No calls are offered until they are available again; offline already, they are available. */
  goOffline(): void {
    if (this.#model.own()?.status === 'offline') return this.becomeAvailable();
    this.#setStatus('offline', undefined);
  }

  /** Whether the operator's Teams presence sets the status, too. */
  follow(followsPresence: boolean): void {
    const own = this.#model.own();
    if (own === undefined) return;
    const { status } = own;
    const reason = own.status === 'break' && own.reason !== undefined ? { reason: own.reason } : {};
    this.#ask(
      'follows',
      { type: 'setStatus', status, ...reason, followsPresence },
      own,
      (now) => now.followsPresence === followsPresence,
    );
  }

  switchTo(queue: QueueView, mode: QueueView['mode']): void {
    this.#switch(queue, mode, { mode }, (now) => now.mode === mode);
  }

  /** Leaves a queue for today, or answers it again. */
  answer({ queueId }: QueueView, isAnswered: boolean): void {
    this.#model.desk.ask({
      action: 'answerQueue',
      subject: queueId,
      message: { type: 'answerQueue', queueId, isAnswered },
      cameRound: () => this.answers(queueId) === isAnswered,
    });
  }

  /** Whether calls of a queue of theirs are offered to the operator today. */
  answers(queueId: string): boolean {
    return this.#model.own()?.leftQueueIds?.includes(queueId) !== true;
  }

  /** Starts an emergency at the second press; ends one at once. */
  emergency(queue: QueueView): void {
    const isOn = queue.state === 'emergency';
    if (!isOn && !this.#model.guard.press(twoStep.emergency(queue.queueId))) {
      const text = this.#model.texts.announcements.emergencyAgain;
      return this.#model.announcer.say({ text, urgency: 'assertive' });
    }
    this.#switch(queue, 'emergency', { emergency: !isOn }, (now) => (now.state === 'emergency') !== isOn);
  }

  callBack(callBack: CallBackView, to: CallBackView['state']): void {
    const { callBackId } = callBack;
    this.#model.desk.ask({
      action: 'callBack',
      subject: callBackId,
      detail: to,
      message: { type: 'callBack', callBackId, to },
      cameRound: () => {
        const now = this.#model.callBacks.find(callBackId);
        return now === undefined || !isSame(now, callBack);
      },
    });
  }

  #setStatus(status: OperatorStatusView['status'], reason: string | undefined): void {
    const said = reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() };
    this.#ask(status, { type: 'setStatus', status, ...said }, this.#model.own(), (now) => {
      return now.status === status && now.reason === said.reason && now.wrapUpUntil === undefined;
    });
  }

  #ask(
    detail: string,
    message: Parameters<ConsoleModel['desk']['ask']>[0]['message'],
    before: OperatorStatusView | undefined,
    isSo: (now: OperatorStatusView) => boolean,
  ): void {
    this.#model.desk.ask({
      action: 'setStatus',
      subject: this.#model.calls.operatorId,
      detail,
      message,
      cameRound: () => {
        const now = this.#model.own();
        return now !== undefined && (isSo(now) || !isSame(now, before));
      },
    });
  }

  #switch(
    queue: QueueView,
    detail: string,
    wish: { readonly mode?: QueueView['mode']; readonly emergency?: boolean },
    isSo: (now: QueueView) => boolean,
  ): void {
    const { queueId } = queue;
    this.#model.desk.ask({
      action: 'switchQueue',
      subject: queueId,
      detail,
      message: { type: 'switchQueue', queueId, ...wish },
      cameRound: () => {
        const now = this.#model.queue(queueId);
        return now === undefined || isSo(now);
      },
    });
  }
}

/** A new connection tells everything anew: what counts is what it says. */
const isSame = (a: object, b: object | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
