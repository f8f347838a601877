import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ClosableDialog } from '../../design/closable-dialog.tsx';
import { useValue } from '../../design/use-value.ts';
import { narrow, tiny } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { HistoryModel } from '../../state/history/history-model.ts';
import { type HistoryTab, historyTabs } from '../../state/history/past-desk.ts';
import { RowActions } from '../../state/history/row-actions.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { CallBackList } from './call-back-list.tsx';
import { HistoryDetails } from './history-details.tsx';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryList } from './history-list.tsx';

const useStyles = makeStyles({
  surface: {
    width: 'min(1080px, calc(100vw - 32px))',
    maxWidth: 'none',
    padding: tokens.spacingHorizontalL,
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    height: 'min(680px, calc(100dvh - 112px))',
    overflow: 'hidden',
    [tiny]: { height: 'calc(100dvh - 112px)', overflowY: 'auto' },
  },
  tabs: { flexWrap: 'wrap' },
  body: {
    flex: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) 280px' },
    [tiny]: { display: 'flex', flexDirection: 'column', flex: 'none' },
  },
});

interface HistoryDialogProps {
  /** Where it was opened. */
  readonly tab: HistoryTab;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** The calls that are over, and whom to call back. */
export function HistoryDialog({ tab: first, model, actions }: HistoryDialogProps) {
  const styles = useStyles();
  const [history] = useState(() => new HistoryModel(model.past.parts, first));
  const [rows] = useState(() => new RowActions(model, actions));
  useEffect(() => {
    const leave = model.past.follow(history);
    history.again();
    return () => {
      leave();
      history.close();
    };
  }, [model, history]);
  const state = useValue(history.state);
  const callBacks = useValue(model.callBacks.items);
  const say = model.texts.history;
  const names = { ...say.tabs, toCallBack: say.tabs.toCallBack(callBacks.length) };
  return (
    <ClosableDialog
      title={say.title}
      closeLabel={say.close}
      onClose={() => model.past.close()}
      className={styles.surface}
      contentClassName={styles.content}
    >
      <TabList
        className={styles.tabs}
        size="small"
        reserveSelectedTabSpace={false}
        aria-label={say.title}
        selectedValue={state.tab}
        onTabSelect={(_, { value }) => {
          const tab = historyTabs.find((each) => each === value);
          if (tab !== undefined) history.show(tab);
        }}
      >
        {historyTabs.map((tab) => (
          <Tab key={tab} value={tab}>
            {names[tab]}
          </Tab>
        ))}
      </TabList>
      {state.tab === 'toCallBack' ? (
        <CallBackList callBacks={callBacks} model={model} actions={actions} />
      ) : (
        <>
          <HistoryFilters state={state} history={history} model={model} />
          <div className={styles.body}>
            <HistoryList {...{ state, history, rows, model, actions }} />
            <HistoryDetails {...{ state, history, rows, model, actions }} />
          </div>
        </>
      )}
    </ClosableDialog>
  );
}
