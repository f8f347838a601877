import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { TourState } from '../../state/tour.ts';

const useStyles = makeStyles({
  card: {
    position: 'fixed',
    insetInlineStart: 0,
    insetInlineEnd: 0,
    margin: '0 auto',
    bottom: tokens.spacingVerticalXXL,
    width: 'min(520px, calc(100vw - 32px))',
    boxSizing: 'border-box',
    maxHeight: 'calc(100dvh - 32px)',
    overflowY: 'auto',
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow28,
  },
  said: { outlineStyle: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  foot: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  place: { marginInlineEnd: 'auto', color: tokens.colorNeutralForeground3 },
});

interface TourDialogProps {
  readonly state: TourState;
  readonly model: ConsoleModel;
  readonly onClose: () => void;
}

/** One step of the tour. The page behind it stays in use; each step takes the focus, and is read from there. */
export function TourDialog({ state, model, onClose }: TourDialogProps) {
  const styles = useStyles();
  const id = useId();
  const said = useRef<HTMLDivElement>(null);
  const { tour } = model.workplace;
  const { tour: say, keyCap } = model.texts;
  const { step, place, count } = state;
  const { title, text } = say.step(step.name, keyCap);
  const isLast = place === count;
  useEffect(() => said.current?.focus(), [step]);
  const close = (): void => {
    tour.close();
    onClose();
  };
  const next = (): void => {
    if (isLast) close();
    else tour.next();
  };
  const follow = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === said.current) next();
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc ends it wherever the focus is in it
    <div role="dialog" aria-label={say.region} className={styles.card} onKeyDown={follow}>
      <div
        ref={said}
        role="group"
        tabIndex={-1}
        className={styles.said}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text ${id}-place`}
      >
        <h2 id={`${id}-title`} className={styles.title}>
          {title}
        </h2>
        <Text id={`${id}-text`}>{text}</Text>
      </div>
      <div className={styles.foot}>
        <Text size={200} id={`${id}-place`} className={styles.place}>
          {say.place(place, count)}
        </Text>
        {!isLast && (
          <Button appearance="subtle" onClick={close}>
            {say.close}
          </Button>
        )}
        {place > 1 && <Button onClick={() => tour.back()}>{say.back}</Button>}
        <Button appearance="primary" onClick={next}>
          {isLast ? say.done : say.next}
        </Button>
      </div>
    </div>
  );
}
