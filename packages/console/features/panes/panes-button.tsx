import { makeStyles, tokens } from '@fluentui/react-components';
import { LayoutColumnThreeRegular } from '@fluentui/react-icons/svg/layout-column-three';
import { useCallback, useState } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import { PanelButton } from '../../design/opening-button.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useWish } from '../../design/use-wish.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const useStyles = makeStyles({
  trigger: { minWidth: 0, flexShrink: 0, gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
});

interface PanesButtonProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

const loadPanel = () => import('./panes-panel.tsx');

/** Opens what hides, shows and moves the panes. */
export function PanesButton({ model, actions }: PanesButtonProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const { panes: say, screen, keyCap } = model.texts;
  const onFailed = useCallback(() => {
    setOpen(false);
    model.complain(screen.notLoaded);
  }, [model, screen]);
  const part = useLoaded(isOpen, loadPanel, onFailed);
  useWish(
    actions.focus,
    'panes',
    useCallback(() => setOpen(true), []),
  );
  const trigger = {
    className: styles.trigger,
    size: 'small',
    icon: <LayoutColumnThreeRegular />,
    'aria-label': `${say.button} ${keyCap('arrangePanes')}`,
    title: say.button,
    children: <KeyCap cap={keyCap('arrangePanes')} />,
  } as const;
  return (
    <PanelButton
      isOpen={isOpen}
      onOpenChange={setOpen}
      onFailed={onFailed}
      button={trigger}
      panel={{ label: say.title, inline: true }}
    >
      {part && <part.PanesPanel model={model} onDone={() => setOpen(false)} />}
    </PanelButton>
  );
}
