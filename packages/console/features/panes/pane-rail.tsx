import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { PanelSeparateWindowRegular } from '@fluentui/react-icons/svg/panel-separate-window';
import type { PaneName } from '@switchboard/contract/preferences/layout';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  rail: {
    minWidth: 0,
    gap: tokens.spacingVerticalS,
    justifyContent: 'flex-start',
    alignItems: 'center',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    color: tokens.colorNeutralForeground2,
  },
  upright: { writingMode: 'vertical-rl', padding: `${tokens.spacingVerticalM} 0` },
});

interface PaneRailProps {
  readonly pane: PaneName;
  readonly isOut: boolean;
  readonly isUpright: boolean;
  readonly model: ConsoleModel;
  readonly onPressed: () => void;
}

export const railId = (pane: PaneName): string => `rail-${pane}`;

/** Stands where a pane would: the way to have it there again. */
export function PaneRail({ pane, isOut, isUpright, model, onPressed }: PaneRailProps) {
  const styles = useStyles();
  const { panes } = model.workplace;
  const say = model.texts.panes;
  return (
    <Button
      id={railId(pane)}
      className={mergeClasses(styles.rail, isUpright && styles.upright)}
      style={{ gridArea: pane }}
      appearance="subtle"
      icon={isOut ? <PanelSeparateWindowRegular /> : <EyeRegular />}
      onClick={() => {
        onPressed();
        if (isOut) panes.bringBack(pane);
        else panes.show(pane);
      }}
    >
      {isOut ? say.bringBack(pane) : say.show(pane)}
    </Button>
  );
}
