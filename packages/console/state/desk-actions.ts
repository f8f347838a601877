import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { ConsoleModel } from './console-model.ts';
import { callAddress } from './history/call-address.ts';
import { type CallBackAgain, type CallBackStep, callBackOf } from './history/to-call-back.ts';
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
    const { texts, undo } = this.#model;
    const done = texts.undo.switched(queue.name, texts.screen.desk.queues.modes[mode]);
    this.#switch(
      queue,
      mode,
      { mode },
      (now) => now.mode === mode,
      () => undo.offer(done, () => this.#switchBack(queue)),
    );
  }

  /** Leaves a queue for today, or answers it again. */
  answer(queue: QueueView, isAnswered: boolean): void {
    const { texts, undo } = this.#model;
    const done = texts.undo.answers(queue.name, isAnswered);
    this.#answer(queue, isAnswered, () =>
      undo.offer(done, () => this.#answer(queue, !isAnswered, undefined)),
    );
  }

  #answer({ queueId }: QueueView, isAnswered: boolean, onDone: (() => void) | undefined): void {
    this.#model.desk.ask({
      action: 'answerQueue',
      subject: queueId,
      message: { type: 'answerQueue', queueId, isAnswered },
      cameRound: () => this.answers(queueId) === isAnswered,
      onDone,
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

  callBack(callBack: CallBackView, to: CallBackStep | CallBackAgain): void {
    const { callBackId, name, number } = callBack;
    const { texts, undo } = this.#model;
    this.#model.desk.ask({
      action: 'callBack',
      subject: callBackId,
      detail: to,
      message: { type: 'callBack', callBackId, to },
      cameRound: () => {
        const now = this.#model.callBacks.find(callBackId);
        if (to === 'openAgain' || to === 'takenAgain') return now !== undefined;
        return now === undefined || !isSame(now, callBack);
      },
      onDone: () => {
        const now = this.#model.callBacks.find(callBackId);
        const who = name ?? number ?? '';
        if (to === 'taken' && now?.state === 'taken')
          undo.offer(texts.undo.callBack(who), () => this.callBack(now, 'open'));
        if (to === 'done' && now === undefined) {
          const again = callBack.state === 'taken' ? 'takenAgain' : 'openAgain';
          undo.offer(texts.undo.calledBack(who), () => this.callBack(callBack, again));
        }
      },
    });
  }

  /** Where a number is called; undefined: by hand, or there is none. */
  addressOf({ dial }: Pick<CallBackView, 'dial'>): string | undefined {
    const { with: way } = this.#model.preferences.of('calling').getSnapshot();
    return dial === undefined ? undefined : callAddress(dial, way);
  }

  /** The operator calls: whoever stands on the list for that caller is theirs now, so that nobody calls twice. */
  called(call: Pick<CallBackView, 'callId' | 'queueId' | 'dial'>): void {
    const callBack = callBackOf(this.#model.callBacks.items.getSnapshot(), call);
    if (callBack?.state === 'open') this.callBack(callBack, 'taken');
  }

  #setStatus(status: OperatorStatusView['status'], reason: string | undefined): void {
    const before = this.#model.own();
    this.#becomes(status, reason, () => {
      const now = this.#model.own();
      // A wrap-up that was ended does not come back.
      if (before === undefined || now === undefined || now.status === before.status) return;
      const done = this.#model.texts.announcements.yourStatus(now, this.#model.line.serverNow());
      this.#model.undo.offer(done, () => this.#becomes(before.status, before.reason, undefined));
    });
  }

  #becomes(
    status: OperatorStatusView['status'],
    reason: string | undefined,
    onDone: (() => void) | undefined,
  ): void {
    const said = reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() };
    const isSo = (now: OperatorStatusView): boolean =>
      now.status === status && now.reason === said.reason && now.wrapUpUntil === undefined;
    this.#ask(status, { type: 'setStatus', status, ...said }, this.#model.own(), isSo, onDone);
  }

  #ask(
    detail: string,
    message: Parameters<ConsoleModel['desk']['ask']>[0]['message'],
    before: OperatorStatusView | undefined,
    isSo: (now: OperatorStatusView) => boolean,
    onDone?: () => void,
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
      onDone,
    });
  }

  #switch(
    queue: QueueView,
    detail: string,
    wish: { readonly mode?: QueueView['mode']; readonly emergency?: boolean },
    isSo: (now: QueueView) => boolean,
    onDone?: () => void,
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
      onDone,
    });
  }

  #switchBack(queue: QueueView): void {
    this.#switch(queue, queue.mode, { mode: queue.mode }, (now) => now.mode === queue.mode);
  }
}

/** A new connection tells everything anew: what counts is what it says. */
const isSame = (a: object, b: object | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
