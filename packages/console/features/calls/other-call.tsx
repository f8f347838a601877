import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonCallRegular } from '@fluentui/react-icons/svg/person-call';
import type { CallView } from '@switchboard/contract/views/call-view';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '20px', lineHeight: 0 },
  who: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
  time: { fontVariantNumeric: 'tabular-nums' },
});

/** A call that another operator has. */
export function OtherCall({ call, model }: { readonly call: CallView; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const now = useValue(model.now);
  const say = model.texts.screen;
  return (
    <div className={styles.row}>
      <span className={styles.icon}>
        <PersonCallRegular />
      </span>
      <div className={styles.who}>
        <Text>{call.caller.name ?? call.caller.number ?? say.calls.unknownCaller}</Text>
        <Text size={200} className={styles.quiet}>
          {whoHas(call, model)}
        </Text>
      </div>
      <Text size={200} className={styles.time}>
        {say.clockTime(now - call.since)}
      </Text>
    </div>
  );
}

function whoHas(call: CallView, { texts }: ConsoleModel): string {
  const operator = call.operator?.name ?? '';
  if (call.state === 'connecting') return texts.screen.calls.withRinging(operator);
  if (call.state === 'handedOver') return texts.screen.calls.handedOver(texts.screen.nameOf(call.target));
  return texts.screen.calls.with(operator);
}
