import { makeStyles, tokens } from '@fluentui/react-components';
import { LayoutColumnThreeRegular } from '@fluentui/react-icons/svg/layout-column-three';
import { useCallback, useEffect, useState } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import { PanelButton } from '../../design/opening-button.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useValue } from '../../design/use-value.ts';
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
  usePanesWish(
    actions,
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

/** Opens when the operator asks for it by key. */
function usePanesWish(actions: OperatorActions, open: () => void): void {
  const wish = useValue(actions.focus);
  const count = wish?.place === 'panes' ? wish.count : undefined;
  useEffect(() => {
    if (count !== undefined) open();
  }, [count, open]);
}
