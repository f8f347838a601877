import type { CallView } from '@switchboard/contract/views/call-view';
import type { Logger } from '@switchboard/kit/logger';
import { Cell } from '../../connection/cell.ts';
import type { Machine } from '../../machine/machine.ts';
import type { ConsoleModel } from '../console-model.ts';
import { Headset } from '../headset/headset.ts';
import type { TextStorage } from '../kept-preferences.ts';
import type { OperatorActions } from '../operator-actions.ts';
import { CallingWatch } from './calling-watch.ts';
import { NoticeDesk } from './notice-desk.ts';
import { RingSpeaker } from './ring-speaker.ts';
import { Ringer } from './ringer.ts';
import { sayLongWaits } from './say-long-waits.ts';

export interface AttentionParts {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly machine: Machine;
  readonly storage: TextStorage;
  readonly log: Logger;
}

/** Everything by which the console makes itself noticed at the desk, and what answers there besides the keyboard. */
export class Attention {
  readonly machine: Machine;
  readonly ringer: Ringer;
  readonly speaker: RingSpeaker;
  readonly headset: Headset;

  constructor({ model, actions, machine, storage, log }: AttentionParts) {
    this.machine = machine;
    const { sound, notices, windows, badge, wake, hid } = machine;
    const watch = new CallingWatch(model);
    // A window with one pane alone comes and goes: the main one is what notices lead to.
    const isMain = model.workplace.windows.pane === undefined;
    const isOurs = isMain ? windows.takePart('desk') : new Cell(false);
    this.ringer = new Ringer({ model, watch, output: sound, takePart: () => windows.takePart('rings') });
    this.speaker = new RingSpeaker(model, sound, storage);
    const goTo = ({ callId }: CallView): void => {
      windows.comeToFront();
      actions.goToCall(callId);
    };
    new NoticeDesk({ model, watch, notices, isAnyInFront: windows.isAnyInFront, isOurs, goTo });
    sayLongWaits(model, watch.calling);
    const isRinging = new Cell(false);
    watch.calling.subscribe(() => isRinging.set(watch.calling.getSnapshot().calls.length > 0));
    this.headset = new Headset({ clock: model.clock, log, hid, model, actions, isOurs, isRinging });
    const count = (): void => badge.show(model.calls.arrangement.getSnapshot().waitingCount);
    model.calls.arrangement.subscribe(count);
    count();
    const ringing = model.preferences.of('ringing');
    const stayAwake = (): void => wake.want(ringing.getSnapshot().keepsAwake);
    ringing.subscribe(stayAwake);
    stayAwake();
  }
}
