import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { CallView } from '@switchboard/contract/views/call-view';
import { useId } from 'react';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { AboutCaller } from './about-caller.tsx';
import { CallActions } from './call-actions.tsx';
import { CallMarks } from './call-marks.tsx';
import { type CallRowProps, callerName } from './call-row.ts';
import { CallStateLine } from './call-state-line.tsx';
import { GuestList } from './guest-list.tsx';
import { KeepCallerButton } from './keep-caller-button.tsx';
import { MessageButton } from './message-button.tsx';
import { RecallNote } from './recall-note.tsx';
import { TimelineButton } from './timeline-button.tsx';

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
  time: { fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums' },
  ends: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end', alignSelf: 'flex-start' },
  tools: { display: 'flex' },
  say: { fontStyle: 'italic' },
});

interface MyCallCardProps extends CallRowProps {
  readonly isCurrent: boolean;
}

/** A call of mine: who it is, how it stands, what can be done. */
export function MyCallCard({ call, isCurrent, model, actions }: MyCallCardProps) {
  const styles = useStyles();
  const headingId = useId();
  const now = useValue(model.now);
  useValue(model.me);
  const say = model.texts.screen;
  const moments = model.calls.moments(call.callId);
  const salutation = model.queue(call.queueId)?.salutation;
  const isNew = call.state === 'connecting' || (call.state === 'connected' && moments.takenAt !== undefined);
  return (
    <article
      className={mergeClasses(styles.card, isCurrent && styles.current)}
      aria-labelledby={headingId}
      data-call-id={call.callId}
    >
      <div className={styles.head}>
        <PersonAvatar name={call.caller.name} size={isCurrent ? 40 : 28} id={call.callId} />
        <div className={styles.who}>
          <h4 id={headingId} className={styles.name}>
            <UnbrokenNumbers text={callerName(call, model)} />
          </h4>
          {call.caller.name !== undefined && call.caller.number !== undefined && (
            <span className={styles.quiet}>
              <UnbrokenNumbers text={call.caller.number} />
            </span>
          )}
          <span className={styles.quiet}>{factsOf(call, model, now).join(' · ')}</span>
          <CallMarks call={call} model={model} hasReturnNote />
        </div>
        <div className={styles.ends}>
          <Text className={styles.time} weight="semibold">
            {say.clockTime(now - (moments.connectedAt ?? call.since))}
          </Text>
          <div className={styles.tools}>
            <MessageButton call={call} model={model} actions={actions} />
            <TimelineButton call={call} model={model} actions={actions} />
          </div>
        </div>
      </div>
      {isCurrent && isNew && salutation !== undefined && (
        <Text className={styles.say}>{say.calls.say(salutation)}</Text>
      )}
      <AboutCaller call={call} model={model} />
      <CallStateLine call={call} now={now} texts={model.texts} />
      {call.isDirect && <Text size={200}>{say.calls.direct}</Text>}
      {call.state === 'held' && (
        <RecallNote call={call} isCurrent={isCurrent} model={model} actions={actions} />
      )}
      {call.state === 'merged' && (
        <GuestList call={call} isCurrent={isCurrent} model={model} actions={actions} />
      )}
      <CallActions call={call} isCurrent={isCurrent} isSmall={!isCurrent} model={model} actions={actions}>
        <KeepCallerButton call={call} model={model} actions={actions} />
        {!isCurrent && call.can.length > 0 && (
          <Button size="small" onClick={() => model.calls.choose(call.callId)}>
            {say.calls.choose}
          </Button>
        )}
      </CallActions>
    </article>
  );
}

function factsOf(call: CallView, model: ConsoleModel, now: number): readonly string[] {
  const say = model.texts.screen;
  const { takenAt } = model.calls.moments(call.callId);
  return [
    model.queueName(call.queueId),
    takenAt === undefined
      ? say.calls.here(say.clockTime(now - call.arrivedAt))
      : say.calls.waited(say.clockTime(takenAt - call.arrivedAt)),
  ];
}
