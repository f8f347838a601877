import { makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { CallInboundRegular } from '@fluentui/react-icons/svg/call-inbound';
import { useId, useState } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
import { useValue } from '../../design/use-value.ts';
import { AboutCaller } from './about-caller.tsx';
import { CallMarks } from './call-marks.tsx';
import { type CallRowProps, callerName, useAskState } from './call-row.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
  icon: { fontSize: '28px', lineHeight: 0, color: tokens.colorBrandForeground2 },
  who: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  time: { fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums' },
  say: { fontStyle: 'italic' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface OfferedCallProps extends CallRowProps {
  /** Enter takes this one. */
  readonly isNext: boolean;
}

/** A call that is offered to this operator: it rings here until its time is over. */
export function OfferedCall({ call, isNext, model, actions }: OfferedCallProps) {
  const styles = useStyles();
  const headingId = useId();
  const now = useValue(model.now);
  const stateOf = useAskState(call.callId, model);
  const hasLetters = useValue(actions.letters) === 'calls';
  const { screen: say, actions: names, keyCap } = model.texts;
  const salutation = model.queue(call.queueId)?.salutation;
  const until = call.offer?.until ?? now;
  const [begun] = useState(now);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  const buttons = [
    { action: 'accept', look: 'primary', key: 'go' },
    { action: 'decline', look: 'secondary', key: 'letGo' },
  ] as const;
  return (
    <article className={styles.card} aria-labelledby={headingId} data-call-id={call.callId}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <CallInboundRegular />
        </span>
        <div className={styles.who}>
          <h4 id={headingId} className={styles.name}>
            <UnbrokenNumbers text={callerName(call, model)} />
          </h4>
          <Text size={200}>
            <UnbrokenNumbers
              text={[
                call.caller.name === undefined ? undefined : call.caller.number,
                model.queueName(call.queueId),
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            />
          </Text>
          <CallMarks call={call} model={model} />
        </div>
        <Text className={mergeClasses(styles.time)} weight="semibold">
          {say.clockTime(now - call.arrivedAt)}
        </Text>
      </div>
      {salutation !== undefined && <Text className={styles.say}>{say.calls.say(salutation)}</Text>}
      <AboutCaller call={call} model={model} />
      <div>
        <Text size={200}>{say.calls.offerEnds(seconds)}</Text>
        <ProgressBar value={Math.max(0, until - now)} max={Math.max(1, until - begun)} aria-hidden />
      </div>
      <div className={styles.row}>
        {buttons
          .filter(({ action }) => call.can.includes(action))
          .map(({ action, look, key }) => (
            <ActionButton
              key={action}
              label={names[action]}
              look={look}
              cap={hasLetters ? model.keys.letter('calls', action) : isNext ? keyCap(key) : undefined}
              {...stateOf(action)}
              onPress={() => actions.act(action, call)}
            />
          ))}
      </div>
    </article>
  );
}
