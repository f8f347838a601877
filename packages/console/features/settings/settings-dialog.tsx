import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { type ComponentType, useId } from 'react';
import { ClosableDialog } from '../../design/closable-dialog.tsx';
import { useMedia } from '../../design/use-media.ts';
import { useValue } from '../../design/use-value.ts';
import type { Attention } from '../../state/attention/attention.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { type SettingsTab, settingsTabs } from '../../state/settings-place.ts';

const isUpright = '(max-width: 759px)';

const useStyles = makeStyles({
  surface: { width: 'min(820px, calc(100vw - 32px))', maxWidth: 'none' },
  content: { height: 'min(520px, calc(100dvh - 160px))', overflow: 'hidden' },
  parts: {
    height: '100%',
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    [`@media ${isUpright}`]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'max-content minmax(0, 1fr)',
    },
  },
  tabs: {
    overflowY: 'auto',
    // Room for the ring around the one that has the focus.
    padding: tokens.spacingHorizontalXXS,
    minWidth: '148px',
    [`@media ${isUpright}`]: { flexWrap: 'wrap' },
  },
  panel: {
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalS,
    // It scrolls; nothing in it is squeezed instead.
    '& > *': { flexShrink: 0 },
  },
});

export interface SettingsPanelProps {
  readonly model: ConsoleModel;
  readonly attention: Attention;
}
/** What a tab of the settings shows. */
export type SettingsPanel = ComponentType<SettingsPanelProps>;

interface SettingsDialogProps extends SettingsPanelProps {
  readonly tab: SettingsTab;
  readonly panels: Readonly<Record<SettingsTab, SettingsPanel>>;
}

/** What belongs to the operator, by tabs. Everything holds at once; there is nothing to confirm. */
export function SettingsDialog({ model, attention, tab, panels }: SettingsDialogProps) {
  const styles = useStyles();
  const id = useId();
  const isLive = useValue(model.line.state).kind === 'live';
  const isNarrow = useMedia(isUpright);
  const say = model.texts.screen.settings;
  const Panel = panels[tab];
  return (
    <ClosableDialog
      title={say.title}
      closeLabel={say.close}
      onClose={() => model.settings.close()}
      className={styles.surface}
      contentClassName={styles.content}
    >
      <div className={styles.parts}>
        <TabList
          className={styles.tabs}
          vertical={!isNarrow}
          selectedValue={tab}
          selectTabOnFocus
          reserveSelectedTabSpace={false}
          aria-label={say.title}
          onTabSelect={(_, { value }) => model.settings.open(value as SettingsTab)}
        >
          {settingsTabs.map((each) => (
            <Tab key={each} value={each} id={`${id}-${each}`} aria-controls={`${id}-panel`}>
              {say.tabs[each]}
            </Tab>
          ))}
        </TabList>
        <div
          className={styles.panel}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${tab}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it may be longer than the window, and is scrolled by keys
          tabIndex={0}
        >
          {!isLive && <Text role="note">{say.offline}</Text>}
          <Panel model={model} attention={attention} />
        </div>
      </div>
    </ClosableDialog>
  );
}
