import type { Readable } from '../../connection/cell.ts';
import type { ConsoleModel } from '../console-model.ts';
import type { Calling } from './calling.ts';

/** Says of the call that has waited longest when that gets long, and once at each step: as often as the ring grows. */
export function sayLongWaits(model: ConsoleModel, calling: Readable<Calling>): void {
  let said = { callId: '', step: 0 };
  calling.subscribe(() => {
    const { calls, step } = calling.getSnapshot();
    const [longest] = calls
      .filter(({ state }) => state === 'waiting')
      .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
    const { callId = '' } = longest ?? {};
    const isNews = longest !== undefined && step > 0 && (callId !== said.callId || step > said.step);
    said = { callId, step };
    if (!isNews) return;
    const text = model.texts.announcements.waitsLong(
      longest.caller,
      model.line.serverNow() - longest.arrivedAt,
    );
    model.announcer.say({ text, urgency: 'polite', topic: 'long wait', from: 'normal' });
  });
}
