import { Button } from '@fluentui/react-components';
import { PanelSeparateWindowRegular } from '@fluentui/react-icons/svg/panel-separate-window';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import type { PaneName } from '@switchboard/contract/preferences/layout';
import type { ConsoleModel } from '../../state/console-model.ts';

interface PaneButtonsProps {
  readonly pane: PaneName;
  readonly model: ConsoleModel;
  /** It was hidden here. */
  readonly onHidden: () => void;
}

/** At the head of a pane: hides it, and gives it a window of its own. */
export function PaneButtons({ pane, model, onHidden }: PaneButtonsProps) {
  const { panes } = model.workplace;
  const say = model.texts.panes;
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<PanelSeparateWindowRegular />}
        aria-label={say.ownWindow(pane)}
        title={say.ownWindow(pane)}
        onClick={() => panes.toggleWindow(pane)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<SubtractRegular />}
        aria-label={say.hide(pane)}
        title={say.hide(pane)}
        onClick={() => {
          onHidden();
          panes.hide(pane);
        }}
      />
    </>
  );
}
