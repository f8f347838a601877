import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import type { CallView } from '@switchboard/contract/views/call-view';
import { useId } from 'react';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { CallActions } from './call-actions.tsx';
import { CallStateLine } from './call-state-line.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  current: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}, ${tokens.shadow4}`,
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  who: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  time: { fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums', alignSelf: 'flex-start' },
  recall: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    color: tokens.colorNeutralForeground1,
  },
  recallIcon: { fontSize: '18px', lineHeight: 0, color: tokens.colorStatusWarningForeground1 },
  choose: { alignSelf: 'flex-start' },
});

interface MyCallCardProps {
  readonly call: CallView;
  readonly isCurrent: boolean;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** A call of mine: who it is, how it stands, what can be done. */
export function MyCallCard({ call, isCurrent, model, actions }: MyCallCardProps) {
  const styles = useStyles();
  const headingId = useId();
  const now = useValue(model.now);
  const say = model.texts.screen;
  const moments = model.calls.moments(call.callId);
  const name = call.caller.name ?? call.caller.number ?? say.calls.unknownCaller;
  const waited = moments.takenAt === undefined ? undefined : moments.takenAt - call.arrivedAt;
  const facts = [
    model.queueName(call.queueId),
    waited === undefined
      ? say.calls.here(say.clockTime(now - call.arrivedAt))
      : say.calls.waited(say.clockTime(waited)),
  ];
  return (
    <article className={mergeClasses(styles.card, isCurrent && styles.current)} aria-labelledby={headingId}>
      <div className={styles.head}>
        <PersonAvatar name={call.caller.name} size={40} id={call.callId} />
        <div className={styles.who}>
          <h4 id={headingId} className={styles.name}>
            {name}
          </h4>
          {call.caller.name !== undefined && <span className={styles.quiet}>{call.caller.number}</span>}
          <span className={styles.quiet}>{facts.join(' · ')}</span>
        </div>
        <Text className={styles.time} weight="semibold">
          {say.clockTime(now - (moments.connectedAt ?? call.since))}
        </Text>
      </div>
      <CallStateLine call={call} lasts={now - call.since} texts={model.texts} />
      {call.recall !== undefined && call.state !== 'transferring' && call.state !== 'handedOver' && (
        <div className={styles.recall}>
          <span className={styles.recallIcon}>
            <ArrowReplyRegular />
          </span>
          <div>
            <Text block weight="semibold">
              {say.calls.cameBack(say.nameOf(call.recall.target), call.recall.why)}
            </Text>
            <Text size={200}>{say.calls.cameBackHint}</Text>
          </div>
        </div>
      )}
      <CallActions call={call} isCurrent={isCurrent} model={model} actions={actions} />
      {!isCurrent && call.can.length > 0 && (
        <Button className={styles.choose} size="small" onClick={() => model.calls.choose(call.callId)}>
          {say.calls.choose}
        </Button>
      )}
    </article>
  );
}
