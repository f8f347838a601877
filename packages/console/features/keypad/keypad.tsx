import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { ClosableDialog } from '../../design/closable-dialog.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { type TonePadState, tones } from '../../state/tone-pad.ts';

const useStyles = makeStyles({
  surface: {
    width: '272px',
    insetInlineStart: 'auto',
    insetInlineEnd: tokens.spacingHorizontalL,
    insetBlockStart: 'auto',
    insetBlockEnd: tokens.spacingVerticalL,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    boxShadow: tokens.shadow28,
  },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  keys: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, 1fr)',
    gap: tokens.spacingHorizontalXS,
  },
  key: { minWidth: 0, fontSize: tokens.fontSizeBase400 },
  sent: {
    minHeight: tokens.lineHeightBase400,
    fontSize: tokens.fontSizeBase400,
    fontVariantNumeric: 'tabular-nums',
    letterSpacing: '2px',
    overflowWrap: 'anywhere',
  },
  waiting: { color: tokens.colorNeutralForeground3, textDecorationLine: 'underline' },
});

interface KeypadProps {
  readonly state: TonePadState;
  readonly model: ConsoleModel;
}

/** Keys for an answering machine or a menu. What is typed while it is open is sent. */
export function Keypad({ state, model }: KeypadProps) {
  const styles = useStyles();
  const isLive = useValue(model.line.state).kind === 'live';
  const { pad, texts } = model;
  const say = texts.screen.desk.pad;
  const caller = model.calls.find(state.callId)?.caller;
  const press = (tone: string): void => {
    if (isLive) pad.press(tone);
    else model.complain(texts.notSent('sendTones'));
  };
  const type = (event: KeyboardEvent): void => {
    const isTone = tones.some((tone) => tone === event.key);
    if (!isTone || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    event.preventDefault();
    press(event.key);
  };
  return (
    <ClosableDialog
      title={say.title}
      closeLabel={say.close}
      onClose={() => pad.close()}
      className={styles.surface}
      contentClassName={styles.content}
      isBeside
      onKeyDown={type}
    >
      <Text size={200}>{say.lead(texts.screen.nameOf(caller))}</Text>
      <div className={styles.keys}>
        {tones.map((tone) => (
          <Button
            key={tone}
            className={styles.key}
            size="large"
            aria-label={say.key(tone)}
            disabledFocusable={!isLive}
            onClick={() => press(tone)}
          >
            {tone}
          </Button>
        ))}
      </div>
      <Text size={200}>{say.sent}</Text>
      <div className={styles.sent}>
        {state.sent}
        {state.waiting !== '' && (
          <span className={styles.waiting} title={texts.screen.calls.asked}>
            {state.waiting}
          </span>
        )}
        {state.sent + state.waiting === '' && <Text size={200}>{say.nothing}</Text>}
      </div>
    </ClosableDialog>
  );
}
