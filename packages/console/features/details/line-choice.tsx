import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import type { Choice } from '../../state/choices.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { linesOf } from '../../state/hand-over.ts';
import { isNumberLine, type Line, lines } from '../../state/letter-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
});

interface LineChoiceProps {
  readonly choice: Extract<Choice, { kind: 'person' }>;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** On which of their lines the person chosen is to be rung. */
export function LineChoice({ choice, model, actions }: LineChoiceProps) {
  const styles = useStyles();
  const { current } = useValue(model.calls.arrangement);
  const chosen = useValue(actions.handing.line);
  const hasLetters = useValue(actions.letters) === 'person';
  const say = model.texts.screen.details;
  const there = linesOf(current, choice);
  if (current === undefined || there.length < 2) return null;
  const number = (line: Line): string | undefined => (isNumberLine(line) ? choice.person[line] : undefined);
  return (
    <fieldset
      className={styles.group}
      aria-label={say.linesTitle}
      style={{ border: 0, margin: 0, padding: 0 }}
    >
      {there.map((line) => (
        <button
          key={line}
          type="button"
          aria-pressed={line === chosen}
          className={mergeClasses(styles.line, line === chosen && styles.chosen)}
          title={number(line)}
          onClick={() => actions.handing.chooseLine(lines.indexOf(line))}
        >
          {line === chosen ? '✓ ' : ''}
          {say.lines[line]}
          {hasLetters && <KeyCap cap={String(lines.indexOf(line) + 1)} />}
        </button>
      ))}
    </fieldset>
  );
}
