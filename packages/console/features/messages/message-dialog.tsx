import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { ClosableDialog } from '../../design/closable-dialog.tsx';
import { DraftNotes } from '../../design/draft-notes.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import { MessageChoices } from './message-choices.tsx';
import type { MessagePartProps } from './message-part.ts';
import { MessagePreview } from './message-preview.tsx';
import { MessageWords } from './message-words.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(920px, calc(100vw - 32px))' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // Side by side where there is room; one above the other at 200 %.
  halves: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  send: { gap: tokens.spacingHorizontalSNudge },
});

/** A message to a colleague: what was said, how it goes, and how it will read. */
export function MessageDialog({ open, model }: MessagePartProps) {
  const styles = useStyles();
  const place = useRef<HTMLFormElement>(null);
  const { composer } = model.messages;
  const { form } = open;
  const { problems, isSending } = useValue(form.state);
  const say = model.texts.messages;
  useEffect(() => {
    if (problems.size > 0) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  useEffect(() => {
    // After the dialog has given the focus to its first button.
    const frame = requestAnimationFrame(() => {
      const text = place.current?.querySelector('textarea');
      text?.focus();
      // What stands there already is gone on with.
      text?.setSelectionRange(text.value.length, text.value.length);
    });
    return () => cancelAnimationFrame(frame);
  }, [form]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    composer.send();
  };
  return (
    <ClosableDialog
      title={say.title(open.recipient.name)}
      closeLabel={say.close}
      onClose={() => composer.close()}
      className={styles.surface}
    >
      <form
        ref={place}
        noValidate
        className={styles.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          composer.send();
        }}
      >
        <MessageNotes open={open} model={model} />
        <div className={styles.halves}>
          <MessageWords open={open} model={model} />
          <MessageOutcome open={open} model={model} />
        </div>
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" className={styles.send} disabledFocusable={isSending}>
            {isSending ? say.sending : say.send}
            <KeyCap cap={model.texts.keyCap('goAndLeave')} onColor />
          </Button>
        </div>
      </form>
    </ClosableDialog>
  );
}

function MessageNotes({ open, model }: MessagePartProps) {
  const { isDraft, problem } = useValue(open.form.state);
  const say = model.texts.messages;
  const words = open.insteadOf === undefined ? say : { draft: say.draft, discard: say.discardAgain };
  return (
    <>
      {open.insteadOf !== undefined && <FormerNote messageId={open.insteadOf} model={model} />}
      <DraftNotes isDraft={isDraft} problem={problem} words={words} onDiscard={() => open.form.discard()} />
    </>
  );
}

/** What became of the message that this one is made of, also while it is being written. */
function FormerNote({ messageId, model }: Pick<MessagePartProps, 'model'> & { readonly messageId: string }) {
  const messages = useValue(model.messages.messages);
  const state = messages.find((each) => each.messageId === messageId)?.state ?? 'withdrawn';
  const say = model.texts.messages.newInstead;
  if (state === 'waiting' || state === 'sending') return null;
  return (
    <MessageBar intent={state === 'doubtful' || state === 'sent' ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{say[state]}</MessageBarBody>
    </MessageBar>
  );
}

/** How it goes and how it will read, as far as that is known. */
function MessageOutcome({ open, model }: MessagePartProps) {
  const { composer } = model.messages;
  const say = model.texts.messages;
  if (open.ways === 'reading') return <Spinner label={say.reading} />;
  if (open.ways === 'failed') {
    return (
      <Field label={say.way}>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{say.readFailed}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => composer.readWays()}>
              {say.again}
            </Button>
          </MessageBarActions>
        </MessageBar>
      </Field>
    );
  }
  return <KnownOutcome open={open} model={model} ways={open.ways} />;
}

function KnownOutcome(props: MessagePartProps & { readonly ways: MessageWaysRead }) {
  const { open, model, ways } = props;
  useValue(open.form.state);
  const composed = model.messages.composer.composed();
  if (composed === undefined) return null;
  return (
    <div>
      <MessageChoices open={open} model={model} ways={ways} composed={composed} />
      <MessagePreview model={model} ways={ways} composed={composed} />
    </div>
  );
}
