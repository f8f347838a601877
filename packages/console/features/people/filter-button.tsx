import { makeStyles, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { useCallback } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import { PanelButton } from '../../design/opening-button.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const useStyles = makeStyles({
  button: { minWidth: 0, gap: tokens.spacingHorizontalSNudge, whiteSpace: 'nowrap' },
});

const loadPanel = () => import('./filter-panel.tsx');

interface FilterButtonProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** Opens the filter bar: everything that people can be filtered by. */
export function FilterButton({ model, actions }: FilterButtonProps) {
  const styles = useStyles();
  const { filters } = model.directory;
  const state = useValue(filters.state);
  const { screen, keyCap } = model.texts;
  const close = useCallback(() => {
    filters.close();
    actions.focusSearch();
  }, [filters, actions]);
  const onFailed = useCallback(() => {
    filters.close();
    model.complain(screen.notLoaded);
  }, [filters, model, screen]);
  const part = useLoaded(state !== undefined, loadPanel, onFailed);
  const trigger = {
    size: 'small',
    icon: <FilterRegular />,
    className: styles.button,
    children: (
      <>
        {screen.filters.open}
        <KeyCap cap={keyCap('filter')} />
      </>
    ),
  } as const;
  return (
    <PanelButton
      isOpen={state !== undefined}
      onOpenChange={(isOpen) => (isOpen ? filters.open() : close())}
      onFailed={onFailed}
      button={trigger}
      panel={{ label: screen.filters.title, positioning: 'below-end', style: { padding: '12px' } }}
    >
      {part && state && <part.FilterPanel state={state} model={model} actions={actions} onDone={close} />}
    </PanelButton>
  );
}
