import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PanelSeparateWindowRegular } from '@fluentui/react-icons/svg/panel-separate-window';
import type { PaneName } from '@switchboard/contract/preferences/layout';
import { useCallback, useEffect, useState } from 'react';
import { useValue } from '../design/use-value.ts';
import { CallsPane } from '../features/calls/calls-pane.tsx';
import { DetailsPane } from '../features/details/details-pane.tsx';
import { PeoplePane } from '../features/people/people-pane.tsx';
import { SearchBox } from '../features/people/search-box.tsx';
import { LiveRegions } from '../features/status/live-regions.tsx';
import { NoticeList } from '../features/status/notice-list.tsx';
import { OneLine } from '../features/status/one-line.tsx';
import { StatusLine } from '../features/status/status-line.tsx';
import { Later } from './later.tsx';
import type { OpenConsole } from './session-gate.ts';
import { useKeys } from './use-keys.ts';

const useStyles = makeStyles({
  window: {
    height: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  bar: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 220px', minWidth: 0 },
  said: { flex: '1 1 160px', minWidth: 0 },
  main: { flex: 1, minHeight: 0, display: 'grid', gridTemplate: 'minmax(0, 1fr) / minmax(0, 1fr)' },
});

interface PaneScreenProps {
  readonly console: OpenConsole;
  readonly pane: PaneName;
}

/** A window that has one pane alone. It has every key, and its own way to the search. */
export function PaneScreen({ console: opened, pane }: PaneScreenProps) {
  const { model, actions, attention } = opened;
  const styles = useStyles();
  const [isKeysOpen, setKeysOpen] = useState(false);
  const showKeys = useCallback(() => setKeysOpen(true), []);
  const hideKeys = useCallback(() => setKeysOpen(false), []);
  useKeys(opened, showKeys);
  useValue(model.keys.profile);
  const say = model.texts.panes;
  const title = say.windowTitle(pane);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const parts = { model, actions };
  return (
    <div className={styles.window}>
      <header className={styles.bar}>
        <search className={styles.search}>
          <SearchBox {...parts} />
        </search>
        <OneLine {...parts} />
        <StatusLine model={model} className={styles.said} />
        <Button
          size="small"
          icon={<PanelSeparateWindowRegular />}
          onClick={() => model.workplace.panes.bringBack(pane)}
        >
          {say.bringBack(pane)}
        </Button>
      </header>
      <main className={styles.main}>
        {pane === 'calls' && <CallsPane {...parts} />}
        {pane === 'people' && <PeoplePane {...parts} />}
        {pane === 'details' && <DetailsPane {...parts} />}
      </main>
      <NoticeList notices={model.notices} texts={model.texts} />
      <LiveRegions announcer={model.announcer} />
      <Later {...{ model, actions, attention, isKeysOpen }} onKeysClose={hideKeys} />
    </div>
  );
}
