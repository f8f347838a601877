import type { CallView } from '@switchboard/contract/views/call-view';
import { useValue } from '../../design/use-value.ts';
import type { ActionName } from '../../i18n/english-words.ts';
import { isAmong } from '../../state/command-desk.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

/** What every call of the list is drawn from. */
export interface CallRowProps {
  readonly call: CallView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** What a button shows while it was asked for, and why it does nothing now. */
export interface AskState {
  readonly pending: string | undefined;
  readonly blocked: string | undefined;
}

/** How the commands about one call, or one call back, stand. */
export function useAskState(
  subject: string,
  model: ConsoleModel,
): (action: ActionName, detail?: string) => AskState {
  const asked = useValue(model.desk.asked);
  const isLive = useValue(model.line.state).kind === 'live';
  const { screen } = model.texts;
  return (action, detail) => ({
    pending: isAmong(asked, subject, action, detail) ? screen.calls.asked : undefined,
    blocked: isLive ? undefined : screen.connection.offline,
  });
}

/** Seconds while a second press would do it; absent when nothing of the kind was pressed. */
export function useSecondsToDo(what: string, model: ConsoleModel): number | undefined {
  const armed = useValue(model.guard.armed);
  useValue(model.now);
  if (armed?.what !== what) return undefined;
  return Math.max(1, Math.ceil((armed.until - model.clock.now()) / 1000));
}

export const callerName = (call: CallView, { texts }: ConsoleModel): string =>
  call.caller.name ?? call.caller.number ?? texts.screen.calls.unknownCaller;
