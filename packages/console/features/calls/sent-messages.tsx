import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { MessageView } from '@switchboard/contract/views/message-view';
import { useState } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { type MessageStep, messageSteps } from '../../state/messages/message-steps.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { useAskState } from './call-row.ts';
import { CallSection } from './call-section.tsx';
import { FoldButton } from './fold-button.tsx';
import { useRowStyles } from './row-styles.ts';

const useStyles = makeStyles({
  row: { flexWrap: 'wrap' },
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  // Several stand below what they are about: beside it they would leave it no room.
  wide: { flexBasis: '100%' },
  // The first danger colour has too little contrast on a dark pane.
  wrong: { color: tokens.colorStatusDangerForeground3 },
  text: {
    flexBasis: '100%',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
  },
});

interface SentMessagesProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** What became of messages to colleagues. Folded while all is well; what needs its operator stands open. */
export function SentMessages({ model, actions }: SentMessagesProps) {
  const messages = useValue(model.messages.messages);
  const [isOpen, setOpen] = useState(false);
  const say = model.texts.messages;
  const sent = messages.filter(({ state }) => state === 'sent');
  const away = messages.filter(({ state }) => state === 'withdrawn');
  const unsettled = messages.filter((each) => !sent.includes(each) && !away.includes(each));
  const shown = isOpen ? messages : unsettled;
  const label = `${say.list} · ${say.listHint(unsettled.length, sent.length, away.length)}`;
  const fold = <FoldButton isOpen={isOpen} onOpenChange={setOpen} label={label} />;
  if (shown.length === 0) return <div>{fold}</div>;
  return (
    <CallSection title={say.list} heading={fold}>
      {shown.map((message) => (
        <li key={message.messageId}>
          <MessageRow message={message} model={model} actions={actions} />
        </li>
      ))}
    </CallSection>
  );
}

interface MessageRowProps extends SentMessagesProps {
  readonly message: MessageView;
}

function MessageRow({ message, model, actions }: MessageRowProps) {
  const styles = useStyles();
  const row = useRowStyles();
  const now = useValue(model.now);
  const isTextOpen = useValue(model.messages.textOf) === message.messageId;
  const say = model.texts.messages;
  const { recipient, way, state, since, text } = message;
  const steps = messageSteps(message);
  const hasSeveral = steps.length > 1;
  const isWrong = state === 'failed' || state === 'doubtful';
  return (
    <div className={mergeClasses(row.row, row.plain, styles.row)} data-message-id={message.messageId}>
      <div className={mergeClasses(row.who, hasSeveral && styles.wide)}>
        <Text className={row.name}>
          {recipient} <span className={row.quiet}>{say.by[way]}</span>
        </Text>
        <Text size={200} className={isWrong ? styles.wrong : row.quiet}>
          {[say.state(message), say.since(Math.max(0, now - since))].join(' · ')}
        </Text>
      </div>
      <div className={styles.steps}>
        {steps.map((step) => (
          <StepButton key={step} step={step} message={message} model={model} actions={actions} />
        ))}
      </div>
      {isTextOpen && text !== undefined && <div className={styles.text}>{text}</div>}
    </div>
  );
}

function StepButton(props: MessageRowProps & { readonly step: MessageStep }) {
  const { step, message, model, actions } = props;
  const hasLetters = useValue(actions.letters) === 'calls';
  const isTextOpen = useValue(model.messages.textOf) === message.messageId;
  const stateOf = useAskState(message.messageId, model);
  const say = model.texts.messages;
  const isWish = step === 'tryAgain' || step === 'sendAgain' || step === 'withdraw';
  const isSettling = step === 'withdraw' && message.state === 'doubtful';
  const isQuiet = step === 'withdraw' || step === 'readText';
  return (
    <ActionButton
      size="small"
      look={isQuiet ? 'subtle' : 'secondary'}
      label={isSettling ? say.letBe : say.steps[step]}
      description={say.stepHints[step]}
      cap={hasLetters ? model.keys.letter('messages', step) : undefined}
      isExpanded={step === 'readText' ? isTextOpen : undefined}
      {...(isWish ? stateOf('wishMessage', step) : {})}
      onPress={() => actions.messages.do(step, message)}
    />
  );
}
