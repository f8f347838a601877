import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useValue } from '../../design/use-value.ts';
import { slim } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { situationOf } from '../../state/situation.ts';

const useStyles = makeStyles({
  place: { flexShrink: 0, display: 'flex', [slim]: { flexShrink: 1 } },
  line: {
    margin: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    [slim]: { whiteSpace: 'normal' },
    ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface OneLineProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/**
 * How things stand, in one line that a braille display shows whole: always here, never read out by itself. A key goes to
 * it; Esc goes back to the search.
 */
export function OneLine({ model, actions }: OneLineProps) {
  const styles = useStyles();
  const line = useRef<HTMLParagraphElement>(null);
  useValue(model.now);
  useValue(model.calls.arrangement);
  useValue(model.line.state);
  useValue(model.operators.items);
  const { lineWidth } = useValue(model.workplace.speech);
  const wish = useValue(actions.focus);
  useEffect(() => {
    if (wish?.place === 'line') line.current?.focus();
  }, [wish]);
  const { oneLine, screen } = model.texts;
  return (
    <section className={styles.place} aria-label={screen.oneLine}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leads back from where a key led */}
      <p
        ref={line}
        tabIndex={-1}
        className={styles.line}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          actions.focusSearch();
        }}
      >
        {oneLine(situationOf(model), lineWidth)}
      </p>
    </section>
  );
}
