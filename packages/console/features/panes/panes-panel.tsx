import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type PaneName, paneNames } from '@switchboard/contract/preferences/layout';
import type { KeyboardEvent } from 'react';
import { HiddenText } from '../../design/hidden-text.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import { tiny } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(104px, 1fr))',
    gap: tokens.spacingHorizontalXS,
    justifyItems: 'stretch',
    outlineStyle: 'none',
    [tiny]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
  head: { textAlign: 'center' },
  button: {
    minWidth: 0,
    gap: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalS,
    [tiny]: { flexWrap: 'wrap', paddingInline: tokens.spacingHorizontalXXS },
  },
  reset: { gridColumn: '1 / -1', maxWidth: 'none' },
});

interface PanesPanelProps {
  readonly model: ConsoleModel;
  readonly onDone: () => void;
}

interface PaneChoice {
  /** Without one it is for mouse and finger: with keys the lines between the panes do the same. */
  readonly digit?: string;
  readonly text: string;
  readonly pane?: PaneName;
  readonly run: () => void;
}

/** Hide or show, own window, move, enlarge: a row each with the panes side by side, so that digits stand as on a number pad. */
export function PanesPanel({ model, onDone }: PanesPanelProps) {
  const styles = useStyles();
  const layout = useValue(model.workplace.layout.layout);
  const out = useValue(model.workplace.windows.out);
  const { panes } = model.workplace;
  const say = model.texts.panes;
  const choices = choicesOf(model, layout.hidden, out);
  const reset: PaneChoice = { digit: '0', text: say.reset, run: () => panes.reset() };
  const follow = (event: KeyboardEvent): void => {
    const choice = [...choices, reset].find(({ digit }) => digit === event.key);
    if (choice === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choice.run();
    onDone();
  };
  const button = ({ digit, text, pane, run }: PaneChoice, isWide = false) => (
    <Button
      key={`${digit} ${pane} ${text}`}
      className={mergeClasses(styles.button, isWide && styles.reset)}
      onClick={() => {
        run();
        // Who makes a pane larger may press again.
        if (digit !== undefined) onDone();
      }}
    >
      {text}
      {pane !== undefined && <HiddenText> {say.names[pane]} </HiddenText>}
      {digit !== undefined && <KeyCap cap={digit} />}
    </Button>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the digits that stand on its buttons
    <div className={styles.grid} onKeyDown={follow}>
      {paneNames.map((pane) => (
        <Text key={pane} weight="semibold" className={styles.head}>
          {say.names[pane]}
        </Text>
      ))}
      {choices.map((choice) => button(choice))}
      {button(reset, true)}
    </div>
  );
}

function choicesOf(
  model: ConsoleModel,
  hidden: readonly PaneName[],
  out: readonly PaneName[],
): readonly PaneChoice[] {
  const { panes } = model.workplace;
  const { rows } = model.texts.panes;
  const of = (from: number, choice: (pane: PaneName) => Omit<PaneChoice, 'digit' | 'pane'>) =>
    paneNames.map((pane, i): PaneChoice => ({ digit: String(from + i), pane, ...choice(pane) }));
  return [
    ...of(1, (pane) => {
      const isHidden = hidden.includes(pane);
      return {
        text: isHidden ? rows.show : rows.hide,
        run: () => panes.toggle(pane),
      };
    }),
    ...of(4, (pane) => {
      const isOut = out.includes(pane);
      return {
        text: isOut ? rows.bringBack : rows.ownWindow,
        run: () => panes.toggleWindow(pane),
      };
    }),
    ...of(7, (pane) => ({ text: rows.move, run: () => panes.moveOn(pane) })),
    ...paneNames.map((pane) => ({ pane, text: rows.enlarge, run: () => panes.enlarge(pane) })),
  ];
}
