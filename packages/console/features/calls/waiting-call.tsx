import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import type { CallView } from '@switchboard/contract/views/call-view';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { keyMap } from '../../state/key-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

/** Most callers have had enough by then. */
const longWait = 60_000;

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  age: {
    minWidth: '44px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
  },
  long: { color: tokens.colorStatusDangerForeground1, textDecorationLine: 'underline' },
  who: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground3 },
  badge: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXXS },
});

interface WaitingCallProps {
  readonly call: CallView;
  /** Enter takes this one. */
  readonly isNext: boolean;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** A call that nobody has taken yet. */
export function WaitingCall({ call, isNext, model, actions }: WaitingCallProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const asked = useValue(model.desk.asked);
  const isLive = useValue(model.line.state).kind === 'live';
  const { screen: say, actions: names } = model.texts;
  const name = call.caller.name ?? call.caller.number ?? say.calls.unknownCaller;
  const waits = now - call.arrivedAt;
  const isAsked = asked.some((each) => each.callId === call.callId && each.action === 'accept');
  return (
    <div className={styles.row}>
      <span className={mergeClasses(styles.age, waits >= longWait && styles.long)}>
        {say.clockTime(waits)}
      </span>
      <div className={styles.who}>
        <Text weight="semibold" className={styles.name}>
          {name}
        </Text>
        <Text size={200} className={styles.quiet}>
          {model.queueName(call.queueId)}
        </Text>
        {call.caller.name !== undefined && (
          <Text size={200} className={styles.quiet}>
            {call.caller.number}
          </Text>
        )}
        <WaitingNote call={call} model={model} />
      </div>
      {call.can.includes('accept') && (
        <ActionButton
          label={names.accept}
          cap={isNext ? keyMap.go.key : undefined}
          look={isNext ? 'primary' : 'secondary'}
          pending={isAsked ? say.calls.asked : undefined}
          blocked={isLive ? undefined : say.connection.offline}
          onPress={() => actions.take(call)}
        />
      )}
    </div>
  );
}

/** What else there is to know about a waiting call: that it came back, who missed it, that it is still greeted. */
function WaitingNote({ call, model }: { readonly call: CallView; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const say = model.texts.screen.calls;
  if (call.state === 'answering' || call.state === 'greeting') {
    return (
      <Text size={200} className={styles.quiet}>
        {say[call.state]}
      </Text>
    );
  }
  return (
    <>
      {(call.front || call.recall !== undefined) && (
        <Badge className={styles.badge} appearance="tint" color="warning" icon={<ArrowReplyRegular />}>
          {say.returning}
        </Badge>
      )}
      {call.missed !== undefined && (
        <Text size={200} className={styles.quiet}>
          {say.missedBy(call.missed.name, call.missed.why)}
        </Text>
      )}
    </>
  );
}
