import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PeopleQueueRegular } from '@fluentui/react-icons/svg/people-queue';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useCallback, useState } from 'react';
import { HiddenText } from '../../design/hidden-text.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { PanelButton } from '../../design/opening-button.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useMedia } from '../../design/use-media.ts';
import { useValue } from '../../design/use-value.ts';
import { useWish } from '../../design/use-wish.ts';
import { queries } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const useStyles = makeStyles({
  trigger: {
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
    flexShrink: 0,
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
  notOpen: { fontWeight: tokens.fontWeightSemibold },
  emergency: {
    color: tokens.colorStatusDangerForeground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  words: {
    maxWidth: '220px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  surface: { maxHeight: 'min(560px, calc(100dvh - 80px))', overflowY: 'auto' },
});

interface DeskButtonProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

const loadPanel = () => import('./desk-panel.tsx');

/**
 * How the queues stand, always in sight: where there is little room, a sign alone while all are open. Opens their switches and
 * the colleagues.
 */
export function DeskButton({ model, actions }: DeskButtonProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const isNarrow = useMedia(queries.narrow);
  const { queues } = useValue(model.me);
  const { screen, keyCap } = model.texts;
  const { desk, notLoaded } = screen;
  const onFailed = useCallback(() => {
    setOpen(false);
    model.complain(notLoaded);
  }, [model, notLoaded]);
  const part = useLoaded(isOpen, loadPanel, onFailed);
  useWish(
    actions.focus,
    'queues',
    useCallback(() => setOpen(true), []),
  );
  const notOpen = queues.filter(({ state }) => state !== 'open');
  const worst = notOpen.find(({ state }) => state === 'emergency') ?? notOpen[0];
  const words =
    worst === undefined
      ? desk.queues.allOpen(queues.length)
      : desk.queues.notOpen(worst.name, worst, notOpen.length - 1);
  const trigger = {
    className: mergeClasses(
      styles.trigger,
      worst !== undefined && styles.notOpen,
      worst?.state === 'emergency' && styles.emergency,
    ),
    size: 'small',
    icon: worst === undefined ? <PeopleQueueRegular /> : <WarningRegular />,
    title: `${desk.queues.menu} (${keyCap('openQueues')})`,
    children: (
      <>
        {isNarrow && worst === undefined ? (
          <HiddenText>{words}</HiddenText>
        ) : (
          <span className={styles.words}>{queues.length === 0 ? desk.queues.title : words}</span>
        )}
        <KeyCap cap={keyCap('openQueues')} />
      </>
    ),
  } as const;
  return (
    <PanelButton
      isOpen={isOpen}
      onOpenChange={setOpen}
      onFailed={onFailed}
      button={trigger}
      panel={{ label: desk.queues.menu, inline: true, className: styles.surface }}
    >
      {part && <part.DeskPanel model={model} actions={actions} />}
    </PanelButton>
  );
}
