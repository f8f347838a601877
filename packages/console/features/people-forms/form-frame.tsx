import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { DraftNotes } from '../../design/draft-notes.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { DraftForm } from '../../state/draft-form.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  save: { gap: tokens.spacingHorizontalSNudge },
});

interface FormFrameProps<Name extends string> {
  readonly form: DraftForm<Name>;
  readonly texts: Texts;
  readonly onSave: () => void;
  /** What stands beside the button that saves. */
  readonly buttons?: ReactNode;
  readonly children: ReactNode;
}

/** A form around its fields: what was kept of an earlier try, what is wrong with the whole, and the way to save. */
export function FormFrame<Name extends string>({
  form,
  texts,
  onSave,
  buttons,
  children,
}: FormFrameProps<Name>) {
  const styles = useStyles();
  const place = useRef<HTMLFormElement>(null);
  const { isDraft, problem, problems, isSending } = useValue(form.state);
  const say = texts.screen.edit;
  useEffect(() => {
    if (problems.size > 0) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  useEffect(() => {
    // After the dialog has given the focus to its first button.
    const frame = requestAnimationFrame(() => {
      place.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [form]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    onSave();
  };
  return (
    <form
      ref={place}
      noValidate
      className={styles.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <DraftNotes isDraft={isDraft} problem={problem} words={say} onDiscard={() => form.discard()} />
      {children}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" className={styles.save} disabledFocusable={isSending}>
          {isSending ? say.sending : say.save}
          <KeyCap cap={texts.keyCap('goAndLeave')} onColor />
        </Button>
        {buttons}
      </div>
    </form>
  );
}
