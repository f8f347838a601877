import type { ConsoleModel } from './console-model.ts';
import { KeepInStep } from './keep-in-step.ts';
import type { OperatorActions } from './operator-actions.ts';

/** Makes this window one of the windows of its console. */
export function joinWindows(model: ConsoleModel, actions: OperatorActions): void {
  const { windows } = model.workplace;
  const step = new KeepInStep(model, windows);
  windows.start({
    now: step.now,
    inStep: step.follow,
    goTo: (place) => {
      if (place === 'calls') actions.focusCalls();
      else actions.focusPerson();
    },
  });
}
