import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
import { useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import { waitStep } from '../../state/attention/calling.ts';
import { CallMarks } from './call-marks.tsx';
import { type CallRowProps, callerName, useAskState } from './call-row.ts';
import { useRowStyles, whoLook } from './row-styles.ts';
import { TimelineButton } from './timeline-button.tsx';

const useStyles = makeStyles({
  age: {
    minWidth: '44px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
  },
  // By colour and form, without motion: nothing on the screen moves because somebody waits.
  long: { color: tokens.colorStatusDangerForeground3, textDecorationLine: 'underline' },
  tooLong: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid transparent',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorStatusDangerBackground3,
    '@media (forced-colors: active)': { border: '2px solid CanvasText' },
  },
});

interface WaitingCallProps extends CallRowProps {
  /** Enter takes this one. */
  readonly isNext: boolean;
  /** Those of the model, which are others after a key or the language has changed. */
  readonly texts: Texts;
}

/** A call that nobody has taken yet. Fifty may wait: each is drawn again when it has changed, and not with the others. */
export const WaitingCall = memo(function WaitingCall(props: WaitingCallProps) {
  const { call, isNext, texts, model, actions } = props;
  const row = useRowStyles();
  const stateOf = useAskState(call.callId, model);
  const hasLetters = useValue(actions.letters) === 'calls';
  const { actions: names, keyCap } = texts;
  const where = [
    model.queueName(call.queueId),
    ...(call.caller.name === undefined || call.caller.number === undefined ? [] : [call.caller.number]),
  ];
  return (
    <div className={row.row} data-call-id={call.callId}>
      <Age call={call} model={model} />
      <div className={whoLook(call, row)}>
        <Text weight="semibold" className={row.name}>
          <UnbrokenNumbers text={callerName(call, model)} />
        </Text>
        <Text size={200} className={row.quiet}>
          <UnbrokenNumbers text={where.join(' · ')} />
        </Text>
        <CallMarks call={call} model={model} />
        <WaitingNote call={call} model={model} actions={actions} />
      </div>
      <span className={row.ends}>
        {call.can.includes('accept') && (
          <ActionButton
            label={names.accept}
            cap={hasLetters ? model.keys.letter('calls', 'accept') : isNext ? keyCap('go') : undefined}
            look={isNext ? 'primary' : 'secondary'}
            {...stateOf('accept')}
            onPress={() => actions.act('accept', call)}
          />
        )}
        <TimelineButton call={call} model={model} actions={actions} />
      </span>
    </div>
  );
});

/** How long they wait. Of a row only this is drawn each second. */
function Age({ call, model }: Pick<CallRowProps, 'call' | 'model'>) {
  const styles = useStyles();
  const { longWait } = useValue(model.preferences.of('ringing'));
  const waits = useValue(model.now) - call.arrivedAt;
  const step = call.state === 'waiting' ? waitStep(waits, longWait * 1_000) : 0;
  return (
    <span className={mergeClasses(styles.age, step === 1 && styles.long, step > 1 && styles.tooLong)}>
      {model.texts.screen.clockTime(waits)}
    </span>
  );
}

/** What else there is to know about a waiting call: what it hears, whom it rings, who missed it, that it goes in turn. */
function WaitingNote({ call, model }: CallRowProps) {
  const row = useRowStyles();
  const { calls, nameOf } = model.texts.screen;
  const words = (): string | undefined => {
    switch (call.state) {
      case 'answering':
      case 'greeting':
        return calls[call.state];
      case 'announcing':
        return calls.announcing(call.diverted);
      case 'diverting':
        return calls.diverting(nameOf(call.target), call.diverted);
      default:
        if (call.missed !== undefined) return calls.missedBy(call.missed.name, call.missed.why);
        return isInTurn(call, model) ? calls.offeredElsewhere : undefined;
    }
  };
  const said = words();
  if (said === undefined) return null;
  return (
    <Text size={200} className={row.quiet}>
      {said}
    </Text>
  );
}

/** The queue offers its calls one after the other: this one is not this operator's to pick. */
const isInTurn = (call: CallRowProps['call'], model: ConsoleModelOf): boolean =>
  !call.can.includes('accept') && (model.queue(call.queueId)?.strategy ?? 'pick') !== 'pick';
type ConsoleModelOf = CallRowProps['model'];
