import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset';
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { KeyEdit, KeyEditState, KeySubject } from '../../state/key-edit.ts';
import { pressOf } from '../../state/key-map.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { flex: 1, minWidth: 0 },
  key: { minWidth: '96px' },
  conflict: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
});

interface KeyRowProps {
  readonly subject: KeySubject;
  readonly name: string;
  readonly cap: string;
  readonly edit: KeyEdit;
  readonly state: KeyEditState;
  readonly model: ConsoleModel;
}

const isSame = (one: KeySubject, other: KeySubject): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a key does, and the button that waits for another key. */
export function KeyRow({ subject, name, cap, edit, state, model }: KeyRowProps) {
  const styles = useStyles();
  const say = model.texts.keySettings;
  const isListening = state.kind === 'listening' && isSame(state.subject, subject);
  const hear = (event: KeyboardEvent): void => {
    if (!isListening || event.nativeEvent.isComposing) return;
    if (!edit.heard(pressOf(event))) return;
    // Neither the button nor the dialog follows it.
    event.preventDefault();
    event.stopPropagation();
  };
  const place = useFocusAfterConflict(subject, state);
  const action = subject.kind === 'key' ? subject.action : undefined;
  return (
    <li ref={place} className={styles.row}>
      <span className={styles.name}>{name}</span>
      {action !== undefined && model.keys.isChanged(action) && (
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowResetRegular />}
          aria-label={say.reset(name)}
          title={say.reset(name)}
          onClick={() => edit.resetOne(action)}
        />
      )}
      <Button
        size="small"
        className={styles.key}
        appearance={isListening ? 'primary' : 'secondary'}
        aria-label={say.keyOf(name, cap)}
        aria-pressed={isListening}
        onKeyDownCapture={hear}
        onBlur={() => isListening && edit.cancel()}
        onClick={() => edit.begin(subject)}
      >
        {isListening ? '…' : cap === '' ? '–' : <KeyCap cap={cap} />}
      </Button>
    </li>
  );
}

/** The buttons that had the focus are gone with the conflict: it goes back to the key that it was about. */
function useFocusAfterConflict(subject: KeySubject, state: KeyEditState): Ref<HTMLLIElement> {
  const row = useRef<HTMLLIElement>(null);
  const wasMine = useRef(false);
  useEffect(() => {
    const buttons = row.current?.querySelectorAll('button');
    if (wasMine.current && state.kind === 'idle') buttons?.[buttons.length - 1]?.focus();
    wasMine.current = state.kind === 'conflict' && isSame(state.subject, subject);
  }, [state, subject]);
  return row;
}

interface KeyConflictProps {
  readonly state: Extract<KeyEditState, { kind: 'conflict' }>;
  readonly edit: KeyEdit;
  readonly model: ConsoleModel;
}

/** The key is another action's: what is to become of both. */
export function KeyConflict({ state, edit, model }: KeyConflictProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const say = model.texts.keySettings;
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={place} className={styles.conflict}>
      <Button size="small" appearance="primary" onClick={() => edit.resolve('swap')}>
        {say.swap}
      </Button>
      <Button size="small" onClick={() => edit.resolve('take')}>
        {say.take(state.others.map(say.nameOf).join(', '))}
      </Button>
      <Button size="small" onClick={() => edit.resolve('keep')}>
        {say.keep}
      </Button>
    </div>
  );
}
