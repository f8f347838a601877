import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import { useId } from 'react';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { ComposedMessage } from '../../state/messages/compose-message.ts';

const useStyles = makeStyles({
  preview: {
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    // All of it where the window has room; it scrolls in a low one.
    maxHeight: 'max(200px, calc(100vh - 470px))',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
  },
  title: { display: 'block', color: tokens.colorNeutralForeground3 },
  body: { marginTop: tokens.spacingVerticalS, whiteSpace: 'pre-wrap' },
});

interface MessagePreviewProps {
  readonly model: ConsoleModel;
  readonly ways: MessageWaysRead;
  readonly composed: ComposedMessage;
}

/** The message as it will be sent, word for word; in its own language for whoever has it read aloud. */
export function MessagePreview({ model, ways, composed }: MessagePreviewProps) {
  const styles = useStyles();
  const titleId = useId();
  const say = model.texts.messages;
  const { way, language, subject, body } = composed;
  return (
    <section className={styles.preview} aria-labelledby={titleId} tabIndex={0}>
      <Text id={titleId} size={200} className={styles.title}>
        {say.preview}
      </Text>
      {way === 'mail' && (
        <>
          <div>
            {say.to}: {ways.name} {ways.address !== undefined && `<${ways.address}>`}
          </div>
          <div>
            {say.subject}: <strong lang={language}>{subject}</strong>
          </div>
        </>
      )}
      <div className={styles.body} lang={language}>
        {body}
      </div>
    </section>
  );
}
