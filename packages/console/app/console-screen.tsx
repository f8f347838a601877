import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useValue } from '../design/use-value.ts';
import { cramped, tiny, tinyAndHigh } from '../design/window-sizes.ts';
import { CallsPane } from '../features/calls/calls-pane.tsx';
import { DeskButton } from '../features/desk/desk-button.tsx';
import { StatusButton } from '../features/desk/status-button.tsx';
import { DetailsPane } from '../features/details/details-pane.tsx';
import { PanesButton } from '../features/panes/panes-button.tsx';
import { PeoplePane } from '../features/people/people-pane.tsx';
import { SearchBox } from '../features/people/search-box.tsx';
import { HistoryButton } from '../features/status/history-button.tsx';
import { LiveRegions } from '../features/status/live-regions.tsx';
import { NoticeList } from '../features/status/notice-list.tsx';
import { OneLine } from '../features/status/one-line.tsx';
import { SoundNote } from '../features/status/sound-note.tsx';
import { StatusLine } from '../features/status/status-line.tsx';
import { TopBar } from '../features/top-bar/top-bar.tsx';
import type { ConsoleModel } from '../state/console-model.ts';
import { Later } from './later.tsx';
import { PanesArea } from './panes-area.tsx';
import type { OpenConsole } from './session-gate.ts';
import { useKeys } from './use-keys.ts';

const useStyles = makeStyles({
  window: {
    height: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
    [tiny]: { height: 'auto', minHeight: '100dvh' },
  },
  header: {
    backgroundColor: tokens.colorNeutralBackground3,
    // What opens in it is above the rows of the panes, which have places of their own.
    position: 'relative',
    zIndex: 1,
    [tinyAndHigh]: { position: 'sticky', top: 0 },
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalL}`,
    marginBottom: tokens.spacingVerticalXS,
    [cramped]: { flexWrap: 'wrap' },
  },
  said: { flex: 1, minWidth: 0, [cramped]: { flexBasis: '160px' } },
  // Of one line with what was said where there is room, and else together below it.
  tools: {
    display: 'contents',
    [cramped]: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      alignItems: 'center',
      marginInlineStart: 'auto',
    },
  },
});

interface ConsoleScreenProps {
  readonly console: OpenConsole;
  readonly onSignOut: () => void;
}

/** The main window of an operator. */
export function ConsoleScreen({ console: opened, onSignOut }: ConsoleScreenProps) {
  const { model, actions, attention } = opened;
  const styles = useStyles();
  const [isKeysOpen, setKeysOpen] = useState(false);
  const showKeys = useCallback(() => setKeysOpen(true), []);
  const hideKeys = useCallback(() => setKeysOpen(false), []);
  useKeys(opened, showKeys);
  useWindowTitle(model);
  // Every key that is drawn anywhere below is another one.
  useValue(model.keys.profile);
  return (
    <div className={styles.window}>
      <header className={styles.header}>
        <TopBar
          model={model}
          search={<SearchBox model={model} actions={actions} />}
          onShowKeys={showKeys}
          onSignOut={onSignOut}
        />
        <div className={styles.line}>
          <OneLine model={model} actions={actions} />
          <StatusLine model={model} className={styles.said} />
          <div className={styles.tools}>
            <HistoryButton model={model} />
            <PanesButton model={model} actions={actions} />
            <SoundNote model={model} attention={attention} />
            <DeskButton model={model} actions={actions} />
            <StatusButton model={model} actions={actions} />
          </div>
        </div>
      </header>
      <PanesArea
        model={model}
        panes={{
          calls: <CallsPane model={model} actions={actions} />,
          people: <PeoplePane model={model} actions={actions} />,
          details: <DetailsPane model={model} actions={actions} />,
        }}
      />
      <NoticeList notices={model.notices} texts={model.texts} />
      <LiveRegions announcer={model.announcer} />
      <Later {...{ model, actions, attention, isKeysOpen }} onKeysClose={hideKeys} />
    </div>
  );
}

/** The window's name tells who waits, for an operator who looks at another window. */
function useWindowTitle(model: ConsoleModel): void {
  const now = useValue(model.now);
  const { waitingCount, longestSince } = useValue(model.calls.arrangement);
  const longest = longestSince === undefined ? undefined : now - longestSince;
  const title = model.texts.announcements.windowTitle(waitingCount, longest);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
