import type { ConsoleModel } from '../../state/console-model.ts';
import type { HistoryModel, HistoryState } from '../../state/history/history-model.ts';
import type { RowActions } from '../../state/history/row-actions.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

/** What every part of the history is drawn from. */
export interface HistoryProps {
  readonly state: HistoryState;
  readonly history: HistoryModel;
  readonly rows: RowActions;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}
